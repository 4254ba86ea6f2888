// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("arpent verify finds doctored plans", .serialized)
struct VerifyTests {
  @Test(
    "A plan.json with one changed figure does not stand",
    arguments: [
      (#""gpus": 18432"#, #""gpus": 18431"#),
      (#""blocks": 32"#, #""blocks": 31"#),
      (#""selected": true"#, #""selected": false"#),
      (#""opens_year": 2026"#, #""opens_year": 2027"#),
      (#""passed": true"#, #""passed": false"#),
      (#""status": "optimal""#, #""status": "gap""#),
      (#""voltage_kv": 225"#, #""voltage_kv": 400"#),
    ])
  func doctored(original: String, forged: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = folder.path + "/plan"
    let made = try ArpentBinary.run(
      "plan", "Tests/ArpentTests/Scenarios/mistral-18000.toml", "-o", place, "--quiet")
    #expect(made.code == 0)
    let file = place + "/plan.json"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let range = try #require(text.range(of: original), "the plan no longer holds \(original)")
    try text.replacingCharacters(in: range, with: forged).write(
      toFile: file, atomically: true, encoding: .utf8)
    let run = try ArpentBinary.run("verify", place)
    #expect(run.code == 6, "\(run.output)\(run.diagnostics)")
    #expect(run.output.contains("does not stand"))
  }

  @Test("A cheaper objective, or a bound above the cost, does not stand")
  func money() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = folder.path + "/plan"
    #expect(
      try ArpentBinary.run("plan", "Tests/ArpentTests/Scenarios/mistral-18000.toml", "-o", place, "--quiet")
        .code == 0)
    let file = place + "/plan.json"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    for key in ["objective", "bound"] {
      let start = try #require(text.range(of: "\"\(key)\": "))
      let end = try #require(text.range(of: ",", range: start.upperBound..<text.endIndex))
      let value = try #require(Double(text[start.upperBound..<end.lowerBound]))
      let forged = key == "objective" ? value * 0.9 : value * 1.1
      try text.replacingCharacters(in: start.upperBound..<end.lowerBound, with: "\(forged)")
        .write(toFile: file, atomically: true, encoding: .utf8)
      #expect(try ArpentBinary.run("verify", place).code == 6, "\(key)")
    }
  }

  @Test("What is no plan is distinguished from a plan that does not stand")
  func noPlan() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    #expect(try ArpentBinary.run("verify", folder.path).code == 66)
    // A plan in a directory is a result, whatever is wrong with it; a file that is named may be anything.
    for text in ["{\"schema\": 1,", "{\"schema\": 99}"] {
      let file = try folder.write("plan.json", text)
      try folder.write("manifest.json", "{}")
      let run = try ArpentBinary.run("verify", folder.path)
      #expect(run.code == 6 && run.output.contains("\nplan.json: "), "\(run.output)\(run.diagnostics)")
      try FileManager.default.removeItem(atPath: folder.path + "/manifest.json")
      #expect(try ArpentBinary.run("verify", file).code == 65)
    }
    let alone = try ArpentBinary.run("verify", folder.path)
    #expect(alone.code == 6 && alone.output.contains("manifest.json: is missing"), "\(alone.output)")
  }

  @Test(
    "A table or map beside the plan that says something else does not stand",
    arguments: ["costs.csv", "sites.geojson"])
  func tables(name: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = folder.path + "/plan"
    #expect(
      try ArpentBinary.run("plan", "Tests/ArpentTests/Scenarios/mistral-18000.toml", "-o", place, "--quiet")
        .code == 0)
    try "garbage".write(toFile: place + "/" + name, atomically: true, encoding: .utf8)
    let run = try ArpentBinary.run("verify", place)
    #expect(run.code == 6)
    #expect(run.output.contains(name))
  }
}
