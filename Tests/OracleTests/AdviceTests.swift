// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Optimization
import Planning
import PlanningModel
import Scenarios
import TestSupport
import Testing

@testable import Workflows

/// A shipped scenario made infeasible at random: what is reported on them, by a second solver.
@Suite("A second solver agrees that there is no plan, and that what is advised gives one")
struct AdviceTests {
  private static let count = 40

  @Test("HiGHS finds no plan of 40 scenarios without one, and a plan of each with each relaxation pasted")
  func pasted() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let context = WorkflowContext(solver: GLPKSolver(), modelWriter: GLPKModelWriter())
    let layers = LayerCache()
    let reader = ScenarioReader(parsed: ParsedFiles())
    let path = "\(ArpentBinary.root)/Tests/ArpentTests/Scenarios/mistral-18000.toml"
    var files: [String] = []
    var expected: [(isPlan: Bool, words: String)] = []
    func write(_ problem: SitingProblem, isPlan: Bool, _ words: String) throws {
      var asked = problem
      asked.objectives = [.discountedCost]
      let formulation = try Formulation(asked)
      let file = "\(folder.path)/\(files.count).mps"
      try GLPKModelWriter().write(
        formulation.model, names: formulation.names(for: asked, title: "advice"), format: .freeMPS, to: file)
      files.append(file)
      expected.append((isPlan, words))
    }
    var (without, ways) = (0, 0)
    var seed = 0
    while without < Self.count, seed < 400 {
      seed += 1
      let overlays = Self.overlays(seed: UInt64(seed))
      func problem(_ more: [String]) throws -> PreparedScenario {
        try PreparedScenario(
          ScenarioSource(path: path, overlays: overlays + more), context: context, reader: reader,
          layers: layers)
      }
      guard let prepared = try? problem([]) else { continue }
      let search = PlanSearch(
        solver: GLPKSolver(), options: SolveOptions(relativeGap: 0.5, nodeLimit: 2_000))
      let answer = try search.search(prepared.problem, formulation: Formulation(prepared.problem))
      guard let explanation = answer.explanation else { continue }
      without += 1
      let words = "seed \(seed) \(overlays)"
      try write(prepared.problem, isPlan: false, words)
      for way in [explanation.relaxations] + explanation.alternatives where !way.isEmpty {
        ways += 1
        let arguments = try way.map { try #require($0.argument, "\(words)") }
        try write(problem(arguments).problem, isPlan: true, "\(words) with \(arguments)")
      }
    }
    let answers = try SolverAnswer.highs(["--any"] + files)
    try #require(answers.count == files.count)
    for (answer, (isPlan, words)) in zip(answers, expected) {
      if isPlan {
        guard case .value = answer else {
          Issue.record("\(answer): \(words)")
          continue
        }
      } else {
        #expect(answer == .infeasible, "\(words)")
      }
    }
    #expect(without == Self.count && ways >= Self.count, "\(without) without a plan, \(ways) relaxations")
  }

  /// Limits that are mostly too tight, one to three at a time.
  private static func overlays(seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed &+ 9_000)
    let tight: [(inout SeededGenerator) -> String] = [
      { "limits.budget_eur=\(Int.random(in: 1...9, using: &$0))e7" },
      { "limits.sites_max=\(Int.random(in: 1...2, using: &$0))" },
      { "limits.region_share_max=0.\(Int.random(in: 1...4, using: &$0))" },
      { "limits.campus_min_it_mw=\(Int.random(in: 20...900, using: &$0))" },
      { "sovereignty.share.eu-control.min=0.\(Int.random(in: 5...9, using: &$0))" },
      { "hardware.supply_gpus={ gb300-nvl72 = { 2026 = \(Int.random(in: 0...3, using: &$0))000 } }" },
      { "grid.ramp_mw_per_year=\(Int.random(in: 1...9, using: &$0))" },
      { "carbon.cap_t_per_year=\(Int.random(in: 1...90, using: &$0))0" },
      { "resilience.loss_of_one_site_keeps_share=0.\(Int.random(in: 5...9, using: &$0))" },
      { "limits.sites_min=\(Int.random(in: 4...99, using: &$0))" },
    ]
    var chosen: [String] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      guard let make = tight.randomElement(using: &random) else { continue }
      let overlay = make(&random)
      let key = overlay.prefix { $0 != "=" }
      if !chosen.contains(where: { $0.hasPrefix(key) }) { chosen.append(overlay) }
    }
    return chosen
  }
}
