// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite(
  "How a plan ends, on a national scenario: the code for scripts, the sentence for planners", .serialized)
struct ExitCodeTests {
  private let scenario = "models/scenarios/campus-france.toml"

  /// Runs a plan into a folder and has the result verified.
  private func plan(_ arguments: [String], of scenario: String) throws -> ArpentBinary.Run {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = folder.path + "/plan"
    let run = try ArpentBinary.run(["plan", scenario, "-o", place] + arguments)
    let verified = try ArpentBinary.run("verify", place)
    #expect(verified.code == 0, "\(verified.output) \(verified.diagnostics)")
    return run
  }

  @Test("3: more GPUs than all sites can carry; the most they can is named")
  func infeasible() throws {
    let run = try plan(["--set", "demand.gpus.2030=90000000"], of: scenario)
    #expect(run.code == 3, "\(run.diagnostics)")
    #expect(run.output.contains("Proven: no plan meets all rules."))
    #expect(run.output.contains("instead of the 90,000,000 asked for"))
  }

  @Test("4: one node is too few for a proof; the plan stands, with what it may cost too much")
  func limitWithPlan() throws {
    let run = try plan(["--set", "solver.node_limit=1", "--gap", "0"], of: scenario)
    #expect(run.code == 4, "\(run.diagnostics)")
    #expect(run.output.contains("came before the proof"))
    #expect(run.output.contains("the plan meets all rules, and one that is up to"))
  }

  @Test("5: no time for any plan; nothing is claimed, and what to do is said")
  func limitWithoutPlan() throws {
    let run = try plan(["--time-limit", "0.000001"], of: scenario)
    #expect(run.code == 5, "\(run.diagnostics)")
    #expect(run.output.contains("came before any plan was found"))
    #expect(run.output.contains("whether one exists is not known"))
  }

  @Test("A reward of a thousand million EUR for every GPU-year is bounded by what the sites can carry")
  func bounded() throws {
    func objective(_ weight: String) -> [String] {
      [
        "--set", "objective={ minimise = \"discounted_cost_eur\", weights_eur = { gpu_years = \(weight) } }",
        "--set", "solver.node_limit=50",
      ]
    }
    let mistral = "Tests/ArpentTests/Scenarios/mistral-18000.toml"
    let run = try plan(objective("-1e9"), of: mistral)
    #expect(run.code == 0 || run.code == 4, "\(run.diagnostics)")
    #expect(run.output.contains("0 failures"), "\(run.output)")
    // No larger reward can be stated, so none leaves the range in which the arithmetic is exact enough.
    let beyond = try ArpentBinary.run(["plan", mistral] + objective("-1e12"))
    #expect(beyond.code == 65, "\(beyond.diagnostics)")
    #expect(beyond.diagnostics.contains("gpu_years"))
  }
}
