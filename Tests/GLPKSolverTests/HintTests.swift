// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Quantities
import Testing

@testable import GLPKSolver

/// Hints are advice: whatever they say, the answer stays the right one.
@Suite("Hints") struct HintTests {
  /// Hints drawn at random: they need not make sense.
  static func random(for model: Model, seed: UInt64) -> ModelHints {
    var random = SplitMix64(state: seed &+ 77)
    let integers = (0..<model.columnCount).filter { model.isInteger[$0] }
    var hints = ModelHints()
    hints.groups = Array(repeating: [], count: 4 + random.index(below: 3))
    hints.stages = Array(repeating: [], count: 1 + random.index(below: 4))
    for column in integers {
      hints.groups[random.index(below: hints.groups.count)].append(Variable(column: column))
      if random.index(below: 4) > 0 {
        hints.stages[random.index(below: hints.stages.count)].append(Variable(column: column))
      }
      if random.index(below: 3) == 0 { hints.relaxable.append(Variable(column: column)) }
    }
    return hints
  }

  @Test(
    "Random hints leave the optimum of small models where trying every point finds it", arguments: 0..<300)
  func smallModels(seed: Int) throws {
    let test = try EnumerationTests.random(UInt64(seed))
    var model = test.model
    model.hints = Self.random(for: model, seed: UInt64(seed))
    let expected = EnumerationTests.enumerate(test)
    let result = try GLPKSolver().solve(model, options: SolveOptions(relativeGap: 0))
    if let expected {
      let objective = try #require(result.objective, "\(result)")
      #expect(abs(objective - expected) <= 1e-6 * max(1, abs(expected)))
      #expect(result.termination == .optimal)
    } else {
      #expect(result.values == nil)
      #expect(result.termination == .infeasible)
    }
  }

  /// A siting model that says which columns belong to one site, which to one year, and which are counts.
  static func hinted(sites: Int, years: Int, seed: UInt64) throws -> Model {
    var model = try Models.siting(sites: sites, years: years, seed: seed)
    // Columns by year: open and blocks of each site in turn, then the total.
    let width = 2 * sites + 1
    model.hints.groups = (0..<sites).map { site in
      (0..<years).map { Variable(column: $0 * width + 2 * site) }
    }
    model.hints.stages = (0..<years).map { year in
      (0..<sites).map { Variable(column: year * width + 2 * $0 + 1) }
        + [Variable(column: year * width + 2 * sites)]
    }
    model.hints.relaxable = (0..<years).flatMap { year in
      (0..<sites).map { Variable(column: year * width + 2 * $0 + 1) }
    }
    return model
  }

  @Test("A siting model has the same optimum with and without hints", arguments: 1...6)
  func sitingModels(seed: Int) throws {
    let plain = try Models.siting(sites: 12, years: 3, seed: UInt64(seed))
    let hinted = try Self.hinted(sites: 12, years: 3, seed: UInt64(seed))
    let options = SolveOptions(relativeGap: 1e-6)
    let one = try GLPKSolver().solve(plain, options: options)
    let other = try GLPKSolver().solve(hinted, options: options)
    let objective = try #require(one.objective)
    #expect(abs(objective - (try #require(other.objective))) <= 2e-6 * objective)
    #expect(other.termination == .optimal)
  }

  @Test(
    "The limits of the heuristics never change what is proven", arguments: [2, 3, 4, 5, 8], [0, 1, 60])
  func limitsOfHeuristics(sites: Int, limit: Int) throws {
    // Fewer than four groups have no neighbourhoods.
    let model = try Self.hinted(sites: sites, years: 2, seed: UInt64(sites))
    var tuning = Tuning()
    tuning.diveReversals = limit
    tuning.repairNodes = limit
    tuning.stageNodes = limit
    tuning.fruitlessRounds = limit
    tuning.shortRoundNodes = limit
    tuning.longRoundNodes = limit
    tuning.nodesBetweenRounds = 1
    let options = SolveOptions(relativeGap: 0)
    let found = try GLPKSolver(tuning: tuning).solve(model, options: options)
    var plain = Tuning()
    plain.dives = false
    plain.relaxesCounts = false
    let expected = try GLPKSolver(tuning: plain).solve(model, options: options)
    #expect(found.termination == expected.termination)
    guard let a = found.objective, let b = expected.objective else { return }
    #expect((a - b).magnitude <= 1e-6 * max(1, b.magnitude))
  }

  @Test("One thread and two give the same result to the last node", arguments: 1...4)
  func threads(seed: Int) throws {
    let model = try Self.hinted(sites: 30, years: 4, seed: UInt64(seed))
    let one = try GLPKSolver().solve(model, options: SolveOptions(relativeGap: 1e-5, nodeLimit: 3000))
    let two = try GLPKSolver().solve(
      model, options: SolveOptions(relativeGap: 1e-5, nodeLimit: 3000, threads: 2))
    #expect(one == two)
  }

  @Test("Neighbourhood search alone betters what the dive found, and its point satisfies the model")
  func neighbourhoodsHelp() throws {
    let model = try Self.hinted(sites: 40, years: 4, seed: 9)
    var diving = Tuning()
    diving.searchesNeighbourhoods = false
    let limits = SolveOptions(relativeGap: 1e-9, nodeLimit: 0)
    let dived = try #require(try GLPKSolver(tuning: diving).solve(model, options: limits).objective)
    let searched = try GLPKSolver().solve(model, options: limits)
    let objective = try #require(searched.objective)
    #expect(objective < dived)
    let values = try #require(searched.values)
    #expect(FeasibilityReport(of: values, in: model).isFeasible)
  }

  @Test("Counts are settled stage by stage where the point with relaxed counts leaves fractions")
  func stagedRepair() throws {
    let model = try Self.hinted(sites: 40, years: 6, seed: 3)
    let result = try GLPKSolver().solve(model, options: SolveOptions(relativeGap: 1e-3, nodeLimit: 0))
    let values = try #require(result.values)
    #expect(FeasibilityReport(of: values, in: model).isFeasible)
    #expect(try #require(result.relativeGap) < 0.1)
  }

  @Test("A raised flag ends a hinted run with two threads")
  func cancellation() throws {
    let flag = CancellationFlag()
    flag.raise()
    let model = try Self.hinted(sites: 30, years: 4, seed: 2)
    let result = try GLPKSolver().solve(
      model, options: SolveOptions(relativeGap: 0, threads: 2, cancellation: flag))
    #expect(result.termination == .cancelled)
  }
}
