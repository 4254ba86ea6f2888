// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("arpent compare", .serialized)
struct CompareTests {
  private static let scenario = "Tests/ArpentTests/Scenarios/mistral-18000.toml"

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func bytes(_ path: String) throws -> Data {
    try #require(FileManager.default.contents(atPath: path), "\(path)")
  }

  private func plan(_ folder: TemporaryFolder, _ name: String, _ changes: String...) throws -> String {
    let path = folder.path + "/" + name
    let run = try ArpentBinary.run(
      ["plan", Self.scenario, "-o", path, "--quiet"] + changes.flatMap { ["--set", $0] })
    try #require([0, 3].contains(run.code), "\(run.diagnostics)")
    return path
  }

  @Test("Two plans of a shipped scenario: the input that differs, the sites that moved, money to the cent")
  func shipped() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let a = try plan(folder, "a")
    let b = try plan(folder, "b", #"sites.force_out=["mougins-evroc"]"#)
    let run = try ArpentBinary.run("compare", a, b)
    #expect(run.code == 0, "\(run.diagnostics)")
    #expect(run.output.contains("Inputs that differ: 1\n"), "\(run.output)")
    #expect(run.output.contains("sites.force_out"))
    let json = try object(try ArpentBinary.run("compare", a, b, "--format", "json").output)
    #expect(json["schema"] as? Int == 1 && json["equal"] as? Bool == false)
    let inputs = try #require(json["inputs"] as? [String: Any])
    #expect((inputs["values"] as? [[String: Any]])?.map { $0["path"] as? String } == ["sites.force_out"])
    #expect((inputs["files"] as? [Any])?.isEmpty == true && (inputs["versions"] as? [Any])?.isEmpty == true)
    let sites = try #require(json["sites"] as? [[String: Any]])
    #expect(sites.contains { $0["id"] as? String == "mougins-evroc" && $0["change"] as? String == "left" })
    try checkBridge(json, a: a, b: b)

    // The same in both directions, and equal to itself.
    let back = try object(try ArpentBinary.run("compare", b, a, "--format", "json").output)
    // The reader of these documents may be off by one in the last digit.
    let (there, again) = (json["objective_change"] as? Double, back["objective_change"] as? Double)
    #expect(abs((there ?? .nan) + (again ?? .nan)) < 1e-6)
    let same = try ArpentBinary.run("compare", a, a + "/plan.json", "--format", "text")
    #expect(same.code == 0 && same.output.contains("\nEqual: "), "\(same.output)")
    #expect(same.output.contains("Inputs: equal"))

    // Written whole, the same twice, and over an earlier comparison.
    let (first, second) = (folder.path + "/c1", folder.path + "/c2")
    #expect(try ArpentBinary.run("compare", a, b, "-o", first, "--quiet").code == 0)
    #expect(try ArpentBinary.run("compare", a, b, "-o", second, "--quiet").code == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: first).sorted()
    #expect(names == ["compare.geojson", "compare.html", "compare.json", "compare.txt", "manifest.json"])
    for name in names { #expect(try bytes(first + "/" + name) == bytes(second + "/" + name), "\(name)") }
    #expect(try String(decoding: bytes(first + "/compare.txt"), as: UTF8.self) == run.output)
    // The page has the outlines of the scenario's own layers.
    #expect(
      try String(decoding: bytes(first + "/compare.html"), as: UTF8.self).contains("class=\"departement\""))
    #expect(try ArpentBinary.run("compare", a, a, "-o", first, "--quiet").code == 0)

    // It never takes the place of what it compares, nor of what is not its own.
    for output in [a, b + "/"] {
      let refused = try ArpentBinary.run("compare", a, b, "-o", output, "--force")
      #expect(
        refused.code == 73 && refused.diagnostics.contains("which is compared"), "\(refused.diagnostics)")
    }
    let foreign = folder.path + "/foreign"
    try FileManager.default.createDirectory(atPath: foreign, withIntermediateDirectories: true)
    try "mine".write(toFile: foreign + "/notes.txt", atomically: true, encoding: .utf8)
    #expect(try ArpentBinary.run("compare", a, b, "-o", foreign).code == 73)
    #expect(try ArpentBinary.run("compare", a, b, "-o", foreign, "--force", "--quiet").code == 0)
    #expect(FileManager.default.fileExists(atPath: foreign + "/notes.txt"))

    // A copy without its manifest is compared without its inputs, and says so.
    let alone = folder.path + "/alone.json"
    try FileManager.default.copyItem(atPath: a + "/plan.json", toPath: alone)
    let bare = try ArpentBinary.run("compare", alone, b)
    #expect(bare.code == 0 && bare.output.contains("The inputs of A are not recorded"), "\(bare.output)")

    // A plan against none.
    let none = try plan(folder, "none", "limits.budget_eur=1e8")
    let against = try ArpentBinary.run("compare", a, none)
    #expect(against.code == 0 && against.output.contains("B has no plan"), "\(against.output)")
    #expect(against.output.contains("limits.budget_eur"))
  }

  /// Adds up the bridge, and holds its ends against the two plan files.
  private func checkBridge(_ json: [String: Any], a: String, b: String) throws {
    let bridge = try #require(json["bridge"] as? [String: Any])
    let lines = try #require(bridge["lines"] as? [[String: Any]])
    let parts = try ["a", "of_no_site", "rounding", "b"].map { try #require(bridge[$0] as? [String: Any]) }
    for name in [
      "connection", "it", "shell", "energy", "fixed_om", "penalties", "undiscounted", "discounted",
    ] {
      let steps = try lines.reduce(0) { $0 + (try #require($1[name] as? Int)) }
      let ends = try parts.map { try #require($0[name] as? Int) }
      #expect(ends[0] + steps + ends[1] + ends[2] == ends[3], "\(name)")
      guard name != "undiscounted" else { continue }
      for (path, cents) in [(a, ends[0]), (b, ends[3])] {
        let plan = try object(String(decoding: bytes(path + "/plan.json"), as: UTF8.self))
        let totals = try #require(plan["totals"] as? [String: Any])
        let cost = try #require((totals["cost"] as? [String: Any])?["\(name)_eur"] as? Double)
        #expect(Int((cost * 100).rounded()) == cents, "\(name)")
      }
    }
  }

  @Test("What is no plan is 65, what is not there 66, with the faults of both at once")
  func faults() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let text = try folder.write("text.json", "this is no JSON")
    let list = try folder.write("list.json", "[1, 2]")
    let newer = try folder.write("newer.json", "{\"schema\": 9, \"status\": \"optimal\"}")
    let huge = try folder.write(
      "huge.json",
      "{\"schema\":1,\"status\":\"gap\",\"objective\":1e300,\"objectives\":[],\"years\":[],\"sites\":[]}")
    for file in [text, list, newer, huge] {
      let run = try ArpentBinary.run("compare", file, file)
      #expect(run.code == 65, "\(file): \(run.diagnostics)")
      #expect(run.output.isEmpty && run.diagnostics.contains(file), "\(run.diagnostics)")
    }
    let both = try ArpentBinary.run("compare", text, newer)
    #expect(both.diagnostics.contains("text.json") && both.diagnostics.contains("newer.json"))
    let missing = try ArpentBinary.run("compare", text, folder.path + "/none")
    #expect(missing.code == 66 && missing.diagnostics.contains("text.json"), "\(missing.diagnostics)")
    #expect(try ArpentBinary.run("compare", folder.path, folder.path).code == 66)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/study/cases", withIntermediateDirectories: true)
    let study = try ArpentBinary.run("compare", folder.path + "/study", text)
    #expect(
      study.code == 66 && study.diagnostics.contains("name the files of two cases"), "\(study.diagnostics)")
    #expect(try ArpentBinary.run("compare", text).code == 64)
    #expect(try ArpentBinary.run("compare", text, text, "--format", "xml").code == 64)
  }
}
