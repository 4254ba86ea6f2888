// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("Sovereignty, site logic and own rules, as a user runs them", .serialized)
struct SiteRulesTests {
  private func scenario(_ rules: String, in folder: TemporaryFolder) throws -> String {
    try folder.write(
      "plan.toml",
      """
      schema = 1
      extends = "\(ArpentBinary.root)/Tests/ArpentTests/Scenarios/mistral-18000.toml"

      """ + rules + "\n")
  }

  private let rules = """
    [sovereignty]
    tiers = "\(ArpentBinary.root)/models/sovereignty/tiers.toml"
    [[sovereignty.share]]
    name = "control"
    tier = "eu-control"
    min = 0.5
    [[logic]]
    exclusive = ["fouju-campus-ia", "montereau-vernou-opcore"]
    [[rule]]
    name = "thin rows"
    where = "confidence = 'low'"
    exclude = true
    """

  @Test("Every site of the result says its tier; an excluded one the rule and its value; the result stands")
  func plan() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let run = try ArpentBinary.run("plan", try scenario(rules, in: folder), "-o", folder.path + "/out")
    #expect(run.code == 0, "\(run.diagnostics)")
    let file = folder.path + "/out/plan.json"
    let text = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    #expect(text.components(separatedBy: "sovereignty tier '").count - 1 == 65)
    #expect(text.contains("rule 'thin rows': confidence = 'low', excluded where confidence = 'low'"))
    #expect(try ArpentBinary.run("verify", folder.path + "/out").code == 0)
    let doctored = text.replacingOccurrences(of: "tier 'non-eu'", with: "tier 'eu-control'")
    #expect(doctored != text)
    try doctored.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try ArpentBinary.run("verify", folder.path + "/out").code == 6)
  }

  @Test("A mistyped site, tier or attribute stops the run with the nearest name")
  func mistyped() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let pairs = [
      ("fouju-campus-ia", "fouju-campus-ai", "did you mean 'fouju-campus-ia'?"),
      ("\"eu-control\"", "\"eu-contrl\"", "did you mean 'eu-control'?"),
      ("where = \"confidence", "where = \"confidense", "did you mean 'confidence'?"),
    ]
    for (right, wrong, hint) in pairs {
      let run = try ArpentBinary.run(
        "plan", try scenario(rules.replacingOccurrences(of: right, with: wrong), in: folder))
      #expect(run.code != 0)
      #expect(run.diagnostics.contains(hint), "\(run.diagnostics)")
    }
  }
}
