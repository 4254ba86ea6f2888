// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Optimization
import Testing

@testable import GLPKSolver

/// Every way a solve can end, on models whose answer is known.
@Suite struct StatusTests {
  private let solver = GLPKSolver()

  @Test func optimumWithoutGap() throws {
    let result = try solver.solve(try Models.knapsack(), options: SolveOptions(relativeGap: 0))
    #expect(result.termination == .optimal)
    #expect(result.values == [0, 1, 0, 1])
    #expect(result.objective == 21)
    #expect(result.relativeGap.map { $0 < 1e-6 } == true)
  }

  @Test func stoppedByTheGapIsOptimalWithinIt() throws {
    let model = try Models.packing(columns: 40, rows: 4, seed: 5)
    let exact = try solver.solve(model, options: SolveOptions(relativeGap: 0))
    let result = try solver.solve(model, options: SolveOptions(relativeGap: 0.05))
    #expect(result.termination == .optimal)
    #expect(result.nodes < exact.nodes)
    let optimum = try #require(exact.objective)
    #expect(try #require(result.objective) <= optimum + 1e-9)
    #expect(try #require(result.bound) >= optimum - 1e-6)
    #expect(try #require(result.relativeGap) <= 0.05)
  }

  @Test func timeLimitKeepsTheSolution() throws {
    // The wait in the progress closure, which runs on the solving thread, lets the time run out with a
    // solution at hand.
    let model = try Models.packing(columns: 60, rows: 5, seed: 6)
    let result = try solver.solve(
      model, options: SolveOptions(relativeGap: 0, timeLimitSeconds: 0.4),
      progress: { state in if state.incumbent != nil { Thread.sleep(forTimeInterval: 0.5) } })
    #expect(result.termination == .timeLimit)
    #expect(result.values != nil)
    #expect(result.bound != nil)
  }

  @Test func timeLimitInsideTheRootRelaxation() throws {
    let result = try solver.solve(
      try Models.packing(columns: 600, rows: 200, seed: 7),
      options: SolveOptions(timeLimitSeconds: 0))
    #expect(result.termination == .timeLimit)
    #expect(result.values == nil)
    #expect(result.objective == nil)
  }

  @Test func negativeAndEndlessTimeLimits() throws {
    let model = try Models.knapsack()
    let endless = try solver.solve(model, options: SolveOptions(timeLimitSeconds: .infinity))
    #expect(endless.termination == .optimal)
    #expect(try solver.solve(model, options: SolveOptions(timeLimitSeconds: -5)).values == nil)
  }

  @Test func cancelledBeforeTheStart() throws {
    let flag = CancellationFlag()
    flag.raise()
    let result = try solver.solve(
      try Models.packing(columns: 40, rows: 4, seed: 5), options: SolveOptions(cancellation: flag))
    #expect(result.termination == .cancelled)
    #expect(result.values == nil)
    #expect(result.nodes == 0)
  }

  @Test(arguments: ["dive", "branch and bound"]) func cancellationKeepsTheSolution(stage: String) throws {
    let flag = CancellationFlag()
    let model = try Models.packing(columns: 60, rows: 5, seed: 6)
    let result = try solver.solve(
      model, options: SolveOptions(relativeGap: 0, cancellation: flag),
      progress: { state in if state.stage == stage, state.incumbent != nil { flag.raise() } })
    #expect(result.termination == .cancelled)
    let values = try #require(result.values)
    #expect(FeasibilityReport(of: values, in: model).isFeasible)
    #expect(result.objective == model.objectiveValue(at: values))
  }

  @Test func infeasibleRelaxation() throws {
    let model = try Models.model(
      columns: [(0, 1, 1, true)], rows: [([(0, 1)], 2, .infinity)])
    let result = try solver.solve(model, options: SolveOptions())
    #expect(result.termination == .infeasible)
    #expect(result.values == nil)
    #expect(result.bound == nil)
  }

  @Test func infeasibleWholeNumbers() throws {
    let result = try solver.solve(try Models.parity(9), options: SolveOptions())
    #expect(result.termination == .infeasible)
    #expect(result.bound == nil)
  }

  @Test func infeasibleCounts() throws {
    // The counts are continuous in the MIP with relaxed counts, which finds points that no whole counts
    // complete.
    let model = try Models.model(
      columns: [(0, 1, 5, true), (0, 9, 1, true), (0, 9, 2, true)],
      rows: [([(1, 2), (2, 2)], 7, 7), ([(0, 9), (1, -1)], 0, .infinity)])
    #expect(try solver.solve(model, options: SolveOptions()).termination == .infeasible)
  }

  @Test(arguments: [true, false]) func unboundedRelaxation(integer: Bool) throws {
    let model = try Models.model(
      .maximize, columns: [(0, .infinity, 1, integer), (0, .infinity, 1, false)],
      rows: [([(0, 1), (1, -1)], -.infinity, 3)])
    let result = try solver.solve(model, options: SolveOptions())
    #expect(result.termination == .unboundedOrInfeasible)
    #expect(result.values == nil)
  }

  @Test func fractionalBoundsAreRoundedByTheModel() throws {
    // GLPK would refuse them; the model rounds them inwards.
    let model = try Models.model(
      .maximize, columns: [(0.2, 2.7, 1, true), (3, 3, 1, true)], rows: [([(0, 1), (1, 1)], -.infinity, 9)])
    #expect(try solver.solve(model, options: SolveOptions()).values == [2, 3])
  }

  @Test func withoutRowsOrWithoutAnything() throws {
    let nothing = try solver.solve(Model(), options: SolveOptions())
    #expect(nothing.termination == .optimal)
    #expect(nothing.objective == 0)
    #expect(nothing.values == [])
    let model = try Models.model(constant: 5, columns: [(-1, 4, 2, true), (0.5, 2, -1, false)], rows: [])
    let result = try solver.solve(model, options: SolveOptions())
    #expect(result.termination == .optimal)
    #expect(result.values == [-1, 2])
    #expect(result.objective == 1)
  }

  @Test func rowWithoutColumns() throws {
    let impossible = try Models.model(columns: [(0, 1, 1, true)], rows: [([], 1, .infinity)])
    #expect(try solver.solve(impossible, options: SolveOptions()).termination == .infeasible)
    let idle = try Models.model(columns: [(0, 1, 1, true)], rows: [([], -1, 1)])
    #expect(try solver.solve(idle, options: SolveOptions()).termination == .optimal)
  }

  @Test func linearModel() throws {
    // The sample of the GLPK reference manual: 2200/3.
    let model = try Models.model(
      .maximize, columns: [(0, .infinity, 10, false), (0, .infinity, 6, false), (0, .infinity, 4, false)],
      rows: [
        ([(0, 1), (1, 1), (2, 1)], -.infinity, 100), ([(0, 10), (1, 4), (2, 5)], -.infinity, 600),
        ([(0, 2), (1, 2), (2, 6)], -.infinity, 300),
      ])
    let result = try solver.solve(model, options: SolveOptions())
    #expect(result.termination == .optimal)
    #expect(abs(try #require(result.objective) - 2200.0 / 3) < 1e-9)
    #expect(abs(try #require(result.bound) - 2200.0 / 3) < 1e-9)
    #expect(result.nodes == 0)
  }

  @Test func nodeLimitWithoutSolution() throws {
    var tuning = Tuning()
    tuning.dives = false
    tuning.relaxesCounts = false
    let result = try GLPKSolver(tuning: tuning).solve(
      try Models.packing(columns: 60, rows: 5, seed: 6), options: SolveOptions(nodeLimit: 0))
    #expect(result.termination == .nodeLimit)
    #expect(result.values == nil)
    #expect(result.objective == nil)
    #expect(result.nodes <= 1)
    #expect(result.bound != nil)
  }

  @Test func nodeLimitWithSolution() throws {
    let model = try Models.packing(columns: 60, rows: 5, seed: 6)
    let exact = try solver.solve(model, options: SolveOptions(relativeGap: 0))
    let result = try solver.solve(model, options: SolveOptions(relativeGap: 0, nodeLimit: 10))
    #expect(result.termination == .nodeLimit)
    #expect(try #require(result.objective) <= (try #require(exact.objective)))
    #expect(try #require(result.bound) >= (try #require(exact.objective)) - 1e-6)
  }

  @Test func damagedModelIsAnErrorNotACrash() throws {
    let encoded = try JSONEncoder().encode(
      try Models.model(columns: [(0, 1, 1, true)], rows: [([(0, 1)], 0, 1)]))
    var text = String(decoding: encoded, as: UTF8.self)
    text = text.replacingOccurrences(of: "\"columnIndex\":[0]", with: "\"columnIndex\":[7]")
    let damaged = try JSONDecoder().decode(Model.self, from: Data(text.utf8))
    #expect(damaged.columnIndex == [7])
    #expect(throws: (any Error).self) { try GLPKSolver().solve(damaged, options: SolveOptions()) }
  }

  @Test func rawCodesAndNameAreKept() throws {
    let result = try solver.solve(try Models.parity(9), options: SolveOptions())
    #expect(result.rawStatus.contains("glp_simplex 0, status 5"))
    #expect(result.rawStatus.contains("glp_intopt"))
    #expect(solver.name == "GLPK \(GLPKSolver.libraryVersion)")
    #expect(GLPKSolver.libraryVersion.hasPrefix("5."))
  }
}
