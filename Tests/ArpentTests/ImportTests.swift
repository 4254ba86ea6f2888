// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// Solutions written from a plan's own decisions, as another solver would write them, and doctored ones.
@Suite("arpent plan --solution takes over a solution and refuses one that does not stand", .serialized)
struct ImportTests {
  private static let scenario = "Tests/ArpentTests/Scenarios/mistral-18000.toml"

  /// Values that are not 0, by names of columns, for the decisions of a plan.
  private static func values(of plan: [String: Any]) throws -> [String: Double] {
    func clean(_ name: String) -> String { name.replacing("-", with: "_") }
    var values: [String: Double] = [:]
    let years = try #require(plan["years"] as? [Int])
    for site in try #require(plan["sites"] as? [[String: Any]]) where site["selected"] as? Bool == true {
      let id = clean(try #require(site["id"] as? String))
      let connection = try #require(site["connection"] as? [String: Any])
      let kilovolts = try #require(connection["voltage_kv"] as? Int)
      let way = connection["kind"] as? String == "existing" ? "existing_" : ""
      let opens = try #require(site["opens_year"] as? Int)
      for year in years where year >= opens { values["w_\(id)_\(way)\(kilovolts)kV_\(year)"] = 1 }
      for entry in try #require(site["blocks"] as? [[String: Any]]) {
        let sku = clean(try #require(entry["sku"] as? String))
        let year = try #require(entry["year"] as? Int)
        let blocks = Double(try #require(entry["blocks"] as? Int))
        values["x_\(id)_\(sku)_\(year)"] = blocks
        values["n_\(sku)_\(year)", default: 0] += blocks
      }
    }
    return values
  }

  private static func plan(
    _ scenario: String = scenario, overlays: [String] = []
  ) throws -> [String: Any] {
    let run = try ArpentBinary.run(["plan", scenario, "--format", "json", "--quiet"] + overlays)
    return try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  private static func text(_ values: [String: Double]) -> String {
    let lines = values.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
    return "{" + lines.joined(separator: ", ") + "}"
  }

  /// Imports values after a change and gives the run.
  private func take(
    _ arguments: String..., changing: (inout [String: Double]) -> Void = { _ in }
  ) throws -> ArpentBinary.Run {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var values = try Self.values(of: Self.plan())
    changing(&values)
    try folder.write("answer.json", Self.text(values))
    return try ArpentBinary.run(
      ["plan", Self.scenario, "--solution", folder.path + "/answer.json"] + arguments)
  }

  @Test("A plan's own decisions come back as the same plan, whose distance to the optimum is not known")
  func same() throws {
    let run = try take("--format", "json")
    #expect(run.code == 4, "\(run.diagnostics)")
    let taken = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let plan = try Self.plan()
    let objective = try #require(taken["objective"] as? Double)
    #expect(objective == plan["objective"] as? Double)
    #expect(taken["status"] as? String == "limit" && taken["termination"] as? String == "imported")
    #expect(taken["bound"] is NSNull)
  }

  @Test(
    "With --bound the distance is that of the relaxation, the gap asked for decides, and the result verifies",
    arguments: [
      ("mistral-compute", "0.001", Int32(0)), ("campus-france", "0.02", 0), ("campus-france", "1e-5", 4),
    ])
  func bound(name: String, gap: String, code: Int32) throws {
    let scenario = name == "mistral-compute" ? Self.scenario : "models/scenarios/\(name).toml"
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let own = try Self.plan(scenario)
    try folder.write("answer.json", Self.text(Self.values(of: own)))
    let place = folder.path + "/plan"
    let run = try ArpentBinary.run(
      "plan", scenario, "--solution", folder.path + "/answer.json", "--bound", "--gap", gap, "-o", place,
      "--quiet")
    #expect(run.code == code, "\(run.diagnostics)")
    let text = try String(contentsOfFile: place + "/plan.json", encoding: .utf8)
    let plan = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let proven = try #require(plan["bound"] as? Double)
    let cost = try #require(plan["objective"] as? Double)
    #expect(cost == own["objective"] as? Double)
    #expect(proven <= cost && proven > 0.9 * cost, "\(proven) \(cost)")
    let manifest = try String(contentsOfFile: place + "/manifest.json", encoding: .utf8)
    #expect(manifest.contains("answer.json"))
    // The solution itself is not needed any more: all its decisions are in the plan.
    try FileManager.default.removeItem(atPath: folder.path + "/answer.json")
    let verified = try ArpentBinary.run("verify", place)
    #expect(verified.code == 0, "\(verified.output)")
    #expect(verified.output.contains("proven exactly at the root"), "\(verified.output)")
    #expect(!verified.output.contains("tree"), "\(verified.output)")
  }

  @Test("With several objectives in order each is reported with its own bound, and the result verifies")
  func objectives() throws {
    let overlays = [
      "--set",
      #"objective.order=[{ maximise = "gpus", tolerance = 0.05 }, { minimise = "discounted_cost_eur" }]"#,
      "--set", "limits.budget_eur=2e9",
    ]
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let own = try Self.plan(overlays: overlays)
    try folder.write("answer.json", Self.text(Self.values(of: own)))
    let place = folder.path + "/plan"
    let run = try ArpentBinary.run(
      ["plan", Self.scenario, "--solution", folder.path + "/answer.json", "--bound", "-o", place, "--quiet"]
        + overlays)
    #expect(run.code == 0 || run.code == 4, "\(run.diagnostics)")
    let text = try String(contentsOfFile: place + "/plan.json", encoding: .utf8)
    let plan = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let objectives = try #require(plan["objectives"] as? [[String: Any]])
    let gpus = try #require(objectives.first)
    #expect(objectives.count == 2 && objectives.allSatisfy { $0["bound"] is Double })
    // No plan has more GPUs than the relaxation allows, and the search's own best is a plan.
    let best = try #require((own["objectives"] as? [[String: Any]])?.first?["best"] as? Double)
    #expect(try #require(gpus["bound"] as? Double) >= best)
    let verified = try ArpentBinary.run("verify", place)
    #expect(verified.code == 0, "\(verified.output)")
  }

  @Test("Whole numbers within a solver's tolerance are whole; others are refused by name")
  func integrality() throws {
    #expect(try take(changing: { for key in $0.keys { $0[key]? += 4e-7 } }).code == 4)
    let run = try take(changing: { values in
      let name = values.keys.sorted().first { $0.hasPrefix("x_") } ?? ""
      values[name]? += 0.4
    })
    #expect(run.code == 65)
    #expect(
      run.diagnostics.contains("not a whole number") && run.diagnostics.contains("x_"), "\(run.diagnostics)")
  }

  @Test("A solution that breaks a rule is refused with the rule and by how much")
  func brokenRule() throws {
    let fewer = try take(changing: { values in
      for key in values.keys where key.hasPrefix("x_") || key.hasPrefix("n_") { values[key] = 1 }
    })
    #expect(fewer.code == 65)
    #expect(fewer.diagnostics.contains("breaks rule demand"), "\(fewer.diagnostics)")
    let unconnected = try take(changing: { values in
      for key in values.keys where key.hasPrefix("w_") { values[key] = 0 }
    })
    #expect(unconnected.code == 65)
    #expect(unconnected.diagnostics.contains("breaks rule"), "\(unconnected.diagnostics)")
    // Decisions that stand with totals that are not theirs.
    let totals = try take(changing: { values in
      for key in values.keys where key.hasPrefix("n_") { values[key]? += 1 }
    })
    #expect(totals.code == 65)
    #expect(totals.diagnostics.contains("of the model by"), "\(totals.diagnostics)")
  }

  @Test("Unknown columns, wild values and files that are no solution are refused; nothing crashes")
  func badFiles() throws {
    let unknown = try take(changing: { values in
      let name = values.keys.sorted().first { $0.hasPrefix("x_") } ?? ""
      values[name + "0"] = values.removeValue(forKey: name)
    })
    #expect(unknown.code == 65)
    #expect(
      unknown.diagnostics.contains("has no column") && unknown.diagnostics.contains("nearest name"),
      "\(unknown.diagnostics)")
    for value in [1e300, -5, 1e10] {
      let wild = try take(changing: { values in
        let name = values.keys.sorted().first { $0.hasPrefix("x_") } ?? ""
        values[name] = value
      })
      #expect(wild.code == 65, "\(wild.diagnostics)")
      #expect(
        wild.diagnostics.contains("outside") || wild.diagnostics.contains("beyond"), "\(wild.diagnostics)")
    }
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for text in ["", "{}", "\u{0}\u{1}", "{\"x\": ", "=infeas=\n", "hello world"] {
      try folder.write("bad.sol", text)
      let run = try ArpentBinary.run("plan", Self.scenario, "--solution", folder.path + "/bad.sol")
      #expect(run.code == 65, "\(text): \(run.diagnostics)")
      #expect(run.diagnostics.contains("bad.sol"), "\(run.diagnostics)")
    }
    try Data([0xFF, 0xFE, 0x00]).write(to: URL(fileURLWithPath: folder.path + "/bytes.sol"))
    #expect(try ArpentBinary.run("plan", Self.scenario, "--solution", folder.path + "/bytes.sol").code == 65)
    #expect(try ArpentBinary.run("plan", Self.scenario, "--solution", folder.path + "/none.sol").code == 66)
    #expect(try ArpentBinary.run("plan", Self.scenario, "--bound").code == 64)
    #expect(try ArpentBinary.run("plan", Self.scenario, "--dry-run", "--solution", "a").code == 64)
  }
}
