// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import GLPKSolver
import Optimization
import Synchronization
import TestSupport
import Testing

@testable import Planning
@testable import PlanningModel

@Suite("Limits that several solves share")
struct SharedTimeTests {
  /// Takes its time over every solve, and writes down how much it was given.
  private final class SlowSolver: Solver {
    let given = Mutex<[Double]>([])
    var name: String { "slow" }

    func solve(
      _ model: Model, options: SolveOptions, progress: (@Sendable (SolveProgress) -> Void)?
    ) throws -> SolveResult {
      given.withLock { $0.append(options.timeLimitSeconds ?? -1) }
      let until = ContinuousClock.now + .milliseconds(100)
      while ContinuousClock.now < until {}
      var free = options
      free.timeLimitSeconds = nil
      return try GLPKSolver().solve(model, options: free, progress: progress)
    }
  }

  @Test("Objectives sought one after the other share one time limit")
  func objectives() throws {
    var problem = RuleFamilyFixture.problem()
    var sites = Objective(name: "sites", unit: "site", isMaximised: false, countsCost: false)
    sites.terms = problem.sites.indices.map { .init(.open(site: $0), year: 1, 1) }
    problem.objectives = [sites, .discountedCost]
    let solver = SlowSolver()
    let search = PlanSearch(solver: solver, options: SolveOptions(relativeGap: 0, timeLimitSeconds: 60))
    let answer = try search.search(problem, formulation: Formulation(problem))
    #expect(answer.outcome.status == .optimal)
    let given = solver.given.withLock { $0 }
    #expect(given.count == 2 && given[0] <= 60 && given[1] <= given[0] - 0.1, "\(given)")
  }

  @Test(
    "Any number of blocks that the power of a site bears can be planned", arguments: [900_000, 3_000_000])
  func manyBlocks(count: Int) throws {
    var problem = RuleFamilyFixture.problem(demandGPUs: [0, 100 * count])
    problem.sites = [problem.sites[0]]
    problem.sites[0].connections[0].capacityMW = 1.25 * Double(count) + 0.1
    problem.sites[0].powerMW = [1e9, 1e9]
    problem.sites[0].landHa = 1e9
    #expect(BoundTightening(problem).blocks == [[[count, count]]])
    #expect(try RuleFamilyFixture.blocks(problem) == ["a": [0, count]])
  }
}
