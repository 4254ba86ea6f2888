// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// The program in docs/certificate.md, which knows nothing of Arpent but two files, beside the bounds that
/// Arpent claims.
@Suite("The certificate can be checked by hand", .serialized)
struct CertificateByHandTests {
  /// The program as the page prints it.
  private static func program() throws -> String {
    let page = try String(contentsOfFile: ArpentBinary.root + "/docs/certificate.md", encoding: .utf8)
    let start = try #require(page.range(of: "```python\n")).upperBound
    let end = try #require(page.range(of: "```", range: start..<page.endIndex)).lowerBound
    return String(page[start..<end])
  }

  @Test(
    "It proves the bound that the certificate claims",
    arguments: [
      ["mistral-compute"],
      ["sovereign-compute"],
      [
        "mistral-compute", "--set", "objective={ maximise = \"gpus\" }", "--set",
        "limits.budget_eur=40_000_000_000",
      ],
    ])
  func bound(words: [String]) throws {
    let (document, said) = try check(words)
    let sought = try #require(document["bound"] as? String)
    let claimed = try #require(Double(sought))
    let proven = try #require(Double(said), "\(said)")
    // Freeing rests of rounding may cost the last digits.
    #expect((proven - claimed).magnitude <= 1e-7 * claimed.magnitude, "\(said) \(sought)")
  }

  @Test("It proves that there is no plan")
  func infeasible() throws {
    let (document, said) = try check(["mistral-compute", "--set", "limits.budget_eur=1e8"])
    #expect(document["proves"] as? String == "infeasible")
    #expect(said == "no plan")
  }

  @Test("Multipliers that are wrong prove less")
  func doctored() throws {
    let (_, said) = try check(["mistral-compute"]) { text in
      text.replacing(/(?<digits>\d)\.(?<rest>\d+)(?<comma>,?)\n/) { "\($0.digits).0\($0.comma)\n" }
    }
    let (document, _) = try check(["mistral-compute"])
    let claimed = try #require((document["bound"] as? String).flatMap { Double($0) })
    #expect(try #require(Double(said), "\(said)") < claimed - 1)
  }

  /// The certificate of a plan, and what the program says of it.
  private func check(
    _ words: [String], edit: (String) -> String = { $0 }
  ) throws -> (document: [String: Any], said: String) {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let scenario = "models/scenarios/\(words[0]).toml"
    let place = folder.path + "/plan"
    let model = folder.path + "/model.mps"
    let changes = Array(words.dropFirst())
    _ = try ArpentBinary.run(["plan", scenario, "-o", place, "--quiet", "--time-limit", "120"] + changes)
    let written = try ArpentBinary.run(["model", scenario, "-o", model, "--quiet"] + changes)
    #expect(written.code == 0, "\(written.diagnostics)")
    let file = place + "/certificate.json"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try edit(text).write(toFile: file, atomically: true, encoding: .utf8)
    let program = folder.path + "/bound.py"
    try Self.program().write(toFile: program, atomically: true, encoding: .utf8)
    let document = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", program, model, file]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (document, String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
