// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// The exported model solved by HiGHS and CBC, their solutions taken over and audited by Arpent.
@Suite("Solutions of second solvers stand up to the audit", .serialized)
struct SolutionImportTests {
  private let scenario = "Tests/ArpentTests/Scenarios/mistral-18000.toml"

  @Test("HiGHS and CBC solve the exported model to a plan of the same cost as Arpent's")
  func sameCost() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let model = folder.path + "/model.mps"
    #expect(try ArpentBinary.run("model", scenario, "-o", model, "--quiet").code == 0)
    let own = try plan(["--gap", "1e-6"])
    let python = ArpentBinary.root + "/.build-venv/bin/python"
    let highs = folder.path + "/highs.sol"
    let optima = try SolverAnswer.output(of: python, ["scripts/oracles/highs_solution.py", model, highs])
      .split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    try #require(optima.count == 2)
    let cbc = folder.path + "/cbc.sol"
    _ = try SolverAnswer.output(
      of: "cbc", [model, "ratioGap", "0", "allowableGap", "1e-9", "solve", "solution", cbc])
    for file in [highs, cbc] {
      let place = folder.path + "/plan"
      let taken = try plan(["--solution", file, "--bound", "-o", place])
      #expect((taken.objective - own.objective).magnitude <= 1e-6 * own.objective, "\(file): \(taken) \(own)")
      #expect((taken.objective - optima[0] * 1e6).magnitude <= 1e-6 * own.objective)
      // The bound is the relaxation's, as HiGHS sees it, and exact.
      #expect((taken.bound - min(optima[1] * 1e6, taken.objective)).magnitude <= 1e-7 * own.objective)
      let verified = try ArpentBinary.run("verify", place)
      #expect(verified.code == 0, "\(verified.output)")
      #expect(verified.output.contains("proven exactly at the root"))
    }
  }

  @Test("A CBC solution of another scenario's model is refused")
  func otherModel() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let model = folder.path + "/model.mps"
    let demand = ["--set", "demand.gpus.2027=9000"]
    #expect(try ArpentBinary.run(["model", scenario, "-o", model, "--quiet"] + demand).code == 0)
    let cbc = folder.path + "/cbc.sol"
    _ = try SolverAnswer.output(of: "cbc", [model, "solve", "solution", cbc])
    let run = try ArpentBinary.run("plan", scenario, "--solution", cbc)
    #expect(run.code == 65)
    #expect(run.diagnostics.contains("breaks rule demand"), "\(run.diagnostics)")
  }

  private func plan(_ arguments: [String]) throws -> (objective: Double, bound: Double) {
    let run = try ArpentBinary.run(["plan", scenario, "--format", "json"] + arguments)
    #expect(run.code == 0 || run.code == 4, "\(run.diagnostics)")
    let plan = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    return (try #require(plan["objective"] as? Double), try #require(plan["bound"] as? Double))
  }

}
