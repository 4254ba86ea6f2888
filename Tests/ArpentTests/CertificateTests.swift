// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("The certificate of a plan's bound", .serialized)
struct CertificateTests {
  private static let scenario = "Tests/ArpentTests/Scenarios/mistral-18000.toml"

  /// A result, made once, whose certificate is changed and verified again and again.
  private struct Made {
    let folder: TemporaryFolder
    let place: String
    let text: String

    init(_ arguments: [String] = []) throws {
      folder = try TemporaryFolder()
      place = folder.path + "/plan"
      let made = try ArpentBinary.run(["plan", scenario, "-o", place, "--quiet"] + arguments)
      #expect(made.code == 0 || made.code == 3, "\(made.diagnostics)")
      text = try String(contentsOfFile: place + "/certificate.json", encoding: .utf8)
    }

    /// Verifies with another text in place of the certificate; nil for none.
    func verify(changing: (String) throws -> String?) throws -> ArpentBinary.Run {
      let file = place + "/certificate.json"
      if let changed = try changing(text) {
        try changed.write(toFile: file, atomically: true, encoding: .utf8)
      } else {
        try FileManager.default.removeItem(atPath: file)
      }
      return try ArpentBinary.run("verify", place)
    }
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func edited(_ text: String, _ edit: (inout [String: Any]) -> Void) throws -> String {
    var value = try object(text)
    edit(&value)
    return String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
  }

  @Test("It stands beside the plan, below its stated bound, and verify says what it proves")
  func standing() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = folder.path + "/plan"
    #expect(try ArpentBinary.run("plan", Self.scenario, "-o", place, "--quiet").code == 0)
    let certificate = try object(String(contentsOfFile: place + "/certificate.json", encoding: .utf8))
    let plan = try object(String(contentsOfFile: place + "/plan.json", encoding: .utf8))
    let proven = try #require((certificate["bound"] as? String).flatMap(Double.init))
    let stated = try #require(plan["bound"] as? Double)
    #expect(proven > 0.9 * stated && proven <= stated * (1 + 1e-9), "\(proven) \(stated)")
    #expect((certificate["row_multipliers"] as? [Any])?.count == certificate["rows"] as? Int)
    let run = try ArpentBinary.run("verify", place, "--format", "json")
    #expect(run.code == 0, "\(run.output)")
    let answer = try object(run.output)
    #expect(answer["bound_proven"] as? String == certificate["bound"] as? String)
    #expect((answer["bound"] as? String)?.contains("proven exactly at the root") == true)
  }

  @Test(
    "Where branch and bound raised the bound, verify says what is proven and what rests on the solver's tree")
  func tree() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = folder.path + "/plan"
    let made = try ArpentBinary.run("plan", "models/scenarios/sovereign-compute.toml", "-o", place, "--quiet")
    #expect(made.code == 0, "\(made.diagnostics)")
    let run = try ArpentBinary.run("verify", place)
    #expect(run.code == 0)
    #expect(run.output.contains("MEUR proven exactly at the root; the rest, to"), "\(run.output)")
    let first = run.output.split(separator: "\n").first ?? ""
    #expect(first.contains("rests on the solver's search beyond the proven bound of"), "\(first)")
    #expect(run.output.contains("rests on the solver's tree"))
  }

  @Test(
    "For other objectives it proves that no plan is better, within what the objectives before tolerate",
    arguments: [
      (#"objective.maximise="gpus""#, "gpus", 1, "maximise"),
      (#"objective.maximise="gpu_years""#, "gpu_years", 1, "maximise"),
      (
        #"objective.order=[{ maximise = "gpus", tolerance = 0.05 }, { minimise = "discounted_cost_eur" }]"#,
        "discounted_cost_eur", 2, "minimise"
      ),
      (
        #"objective.order=[{ minimise = "sites" }, { minimise = "discounted_cost_eur", tolerance = 0.02 }, { maximise = "gpus" }]"#,
        "gpus", 3, "maximise"
      ),
    ])
  func objectives(objective: String, name: String, number: Int, sense: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = folder.path + "/plan"
    let made = try ArpentBinary.run(
      "plan", Self.scenario, "-o", place, "--quiet", "--set", objective, "--set", "limits.budget_eur=2e9")
    #expect(made.code == 0, "\(made.diagnostics)")
    let certificate = try object(String(contentsOfFile: place + "/certificate.json", encoding: .utf8))
    #expect(certificate["objective"] as? String == name && certificate["objective_number"] as? Int == number)
    #expect(certificate["sense"] as? String == sense)
    let plan = try object(String(contentsOfFile: place + "/plan.json", encoding: .utf8))
    let objectives = try #require(plan["objectives"] as? [[String: Any]])
    let value = try #require(objectives[number - 1]["value"] as? Double)
    let proven = try #require((certificate["bound"] as? String).flatMap(Double.init))
    #expect(sense == "maximise" ? proven >= value * (1 - 1e-6) : proven <= value * (1 + 1e-6))
    let run = try ArpentBinary.run("verify", place)
    #expect(run.code == 0, "\(run.output)")
    #expect(run.output.contains("proven exactly at the root"), "\(run.output)")
    // A claim that is stronger by a hundredth does not stand, whichever way the objective goes.
    let stronger = sense == "maximise" ? proven * 0.99 : proven * 1.01
    let file = place + "/certificate.json"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let bound = try #require(certificate["bound"] as? String)
    try text.replacing("\"\(bound)\"", with: "\"\(Int(stronger))\"").write(
      toFile: file, atomically: true, encoding: .utf8)
    let forged = try ArpentBinary.run("verify", place)
    #expect(forged.code == 6)
    #expect(forged.output.contains("claims a bound of"), "\(forged.output)")
  }

  @Test("An objective that the scenario does not have, or in another sense, is no objective of the plan")
  func otherObjective() throws {
    let made = try Made()
    defer { made.folder.remove() }
    for edit: (inout [String: Any]) -> Void in [
      { $0["objective"] = "gpus" }, { $0["objective_number"] = 2 }, { $0["sense"] = "maximise" },
      { $0["unit"] = "t" },
    ] {
      let run = try made.verify { try edited($0, edit) }
      #expect(run.code == 6, "\(run.output)\(run.diagnostics)")
      #expect(run.output.contains("objective"), "\(run.output)")
    }
  }

  @Test("A plan whose cost is said to be below what is proven does not stand")
  func cheaper() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = folder.path + "/plan"
    #expect(try ArpentBinary.run("plan", Self.scenario, "-o", place, "--quiet").code == 0)
    // Half of everything: rules and figures break too, and the certificate alone would tell.
    let file = place + "/plan.json"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("\"blocks\": 32", with: "\"blocks\": 8").write(
      toFile: file, atomically: true, encoding: .utf8)
    let run = try ArpentBinary.run("verify", place)
    #expect(run.code == 6)
    #expect(run.output.contains("certificate.json: proves that no plan comes to less than"), "\(run.output)")
  }

  @Test("One that claims a cent more or less than it proves does not stand")
  func claim() throws {
    let made = try Made()
    defer { made.folder.remove() }
    for cents in [1, -1] {
      let run = try made.verify { text in
        let bound = try #require(object(text)["bound"] as? String)
        let moved = String((Int(bound.filter { $0 != "." }) ?? 0) + cents)
        return text.replacing("\"\(bound)\"", with: "\"" + moved.dropLast(2) + "." + moved.suffix(2) + "\"")
      }
      #expect(run.code == 6, "\(run.output)\(run.diagnostics)")
      #expect(run.output.contains("claims a bound of"))
    }
  }

  @Test("Weakened, of another model, too short, or claiming something else, it does not stand")
  func doctored() throws {
    let made = try Made()
    defer { made.folder.remove() }
    let cases: [(String, (inout [String: Any]) -> Void, String)] = [
      (
        "weak", { $0["row_multipliers"] = ($0["row_multipliers"] as? [Double])?.map { $0 * 0.5 } },
        "its multipliers prove"
      ),
      (
        "model", { $0["model_sha256"] = String(repeating: "0", count: 64) },
        "is of another model"
      ),
      (
        "short", { $0["row_multipliers"] = ($0["row_multipliers"] as? [Double])?.dropLast().map { $0 } },
        "row multipliers, and the model has"
      ),
      (
        "wild", { $0["row_multipliers"] = ($0["row_multipliers"] as? [Double])?.map { 1e308 - $0 } },
        "its multipliers prove"
      ),
      ("digits", { $0["bound"] = "1e3" }, "no decimal number"),
      ("other claim", { $0["proves"] = "infeasible" }, "claims that there is no plan"),
    ]
    for (name, edit, words) in cases {
      let run = try made.verify { try edited($0, edit) }
      #expect(run.code == 6, "\(name): \(run.output)\(run.diagnostics)")
      #expect(run.output.contains(words), "\(name): \(run.output)")
    }
  }

  @Test("With a file that is no certificate the result does not stand")
  func damaged() throws {
    let made = try Made()
    defer { made.folder.remove() }
    let cases: [(inout [String: Any]) -> Void] = [
      { $0["schema"] = 9 }, { $0["row_multipliers"] = ["a"] }, { $0["row_multipliers"] = nil },
      { $0["proves"] = "nothing" }, { $0["bound"] = 12 }, { $0["model_sha256"] = nil },
    ]
    for edit in cases {
      let run = try made.verify { try edited($0, edit) }
      #expect(run.code == 6, "\(run.output)\(run.diagnostics)")
      #expect(run.output.contains("\ncertificate.json: "), "\(run.output)")
    }
    for text in ["", "[]", "{\"schema\": 1,"] {
      #expect(try made.verify { _ in text }.code == 6)
    }
  }

  @Test("Without it the plan does not stand, since its manifest lists it")
  func absent() throws {
    let made = try Made()
    defer { made.folder.remove() }
    let run = try made.verify { _ in nil }
    #expect(run.code == 6)
    #expect(run.output.contains("certificate.json: is missing, and the manifest lists it"), "\(run.output)")
  }

  @Test("Other inputs make another model, of which it proves nothing")
  func otherInputs() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = folder.path + "/plan"
    #expect(try ArpentBinary.run("plan", Self.scenario, "-o", place, "--quiet").code == 0)
    let other = folder.path + "/other"
    #expect(
      try ArpentBinary.run(
        "plan", Self.scenario, "-o", other, "--quiet", "--set", "demand.gpus.2027=14000"
      ).code == 0)
    try FileManager.default.removeItem(atPath: place + "/certificate.json")
    try FileManager.default.copyItem(atPath: other + "/certificate.json", toPath: place + "/certificate.json")
    let run = try ArpentBinary.run("verify", place)
    #expect(run.code == 6)
    #expect(run.output.contains("is of another model"), "\(run.output)")
  }

  @Test("Where fractions cannot meet the rules either, that there is no plan is proven exactly")
  func infeasible() throws {
    let demand = ["--set", "demand.gpus.2027=9000000"]
    let made = try Made(demand)
    defer { made.folder.remove() }
    let proven = try made.verify { $0 }
    #expect(proven.code == 0)
    #expect(
      proven.output.split(separator: "\n").first?.contains("that no plan meets all rules is proven exactly")
        == true)
    #expect(proven.output.contains("no plan: proven exactly"), "\(proven.output)")
    let doctored = try made.verify { text in
      try edited(text) { $0["row_multipliers"] = ($0["row_multipliers"] as? [Double])?.map { _ in 0 } }
    }
    #expect(doctored.code == 6, "\(doctored.output)")
    #expect(doctored.output.contains("do not prove that the model has no solution"), "\(doctored.output)")
  }
}
