// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import GLPKSolver
import Optimization
import Synchronization
import TestSupport
import Testing

@testable import Planning
@testable import PlanningModel

@Suite("Many sites are sifted")
struct SiftingTests {
  /// A problem of one year over many sites: those of a hundred random ones, each with its own price of
  /// connection.
  private static func wide(seed: UInt64, sites count: Int = 160) throws -> SitingProblem {
    var random = SeededGenerator(seed: seed)
    let candidates = (1...400).map { RandomProblems.small(seed: seed * 400 + UInt64($0)) }
    let fitting = candidates.first { candidate in
      candidate.yearCount == 1 && candidate.blocks.count == 2 && candidate.forcedSites.isEmpty
    }
    var problem = try #require(fitting)
    let pattern = problem.sites
    problem.sites = (0..<count).map { number in
      var site = pattern[number % pattern.count]
      site.id = "site\(1_000 + number)"
      site.zone = nil
      site.region = number % 2
      site.isEUControlled = number % 3 != 0
      site.powerMW = [Double.random(in: 2...12, using: &random)]
      site.landHa = Double.random(in: 1...8, using: &random)
      for o in site.connections.indices {
        site.connections[o].capacityMW = site.powerMW[0]
        site.connections[o].fixedEUR = Double.random(in: 1e6...30e6, using: &random)
      }
      return site
    }
    problem.demandGPUs = [20_000]
    problem.supplyGPUs = problem.blocks.map { _ in [nil] }
    problem.linearRules = []
    RandomProblems.addShare("eu", of: { $0.isEUControlled }, atLeast: 0.7, to: &problem)
    problem.regionShareMax = 0.6
    problem.sitesMax = 30
    problem.budgetEUR = nil
    problem.budgetByYearEUR = [nil]
    problem.campusMinITMW = 1.5
    return problem
  }

  @Test(
    "The bound is that of the relaxation of all sites, and the plan as good as the gap says", arguments: 1...8
  )
  func agreesWithTheWhole(seed: Int) throws {
    let problem = try Self.wide(seed: UInt64(seed))
    let formulation = try Formulation(problem)
    let options = SolveOptions(relativeGap: 2e-3)
    let solver = GLPKSolver()
    let sifting = try #require(
      SiteSifting(
        problem, formulation: formulation, solver: solver, options: options, leastSites: 10, firstSites: 20))
    let reported = Mutex<[SolveProgress]>([])
    let found = try #require(try sifting.solve(progress: { state in reported.withLock { $0.append(state) } }))
    let whole = try solver.solve(formulation.model, options: SolveOptions(relativeGap: 1e-4), progress: nil)
    let values = try #require(found.values)
    let (objective, bound) = (try #require(found.objective), try #require(found.bound))
    let (best, least) = (try #require(whole.objective), try #require(whole.bound))
    #expect(FeasibilityReport(of: values, in: formulation.model).isFeasible)
    #expect(bound <= best * (1 + 1e-9), "a bound above a plan of all sites")
    let states = reported.withLock { $0 }
    #expect(states.first?.stage == SiteSifting.stage)
    #expect(states.compactMap(\.bound).allSatisfy { $0 <= best * (1 + 1e-9) }, "told on the way, too")
    #expect(states.compactMap(\.incumbent).allSatisfy { $0 >= least * (1 - 1e-9) })
    #expect(objective >= least * (1 - 1e-9))
    #expect(objective - bound <= 2e-3 * objective)
    let placement = Placement(values: values, formulation: formulation, problem: problem)
    #expect(PlanAudit(of: placement, in: problem).passed)
    // What the multipliers prove is the optimum of the relaxation of all sites.
    let all = Set(problem.sites.indices)
    let relaxed = try SiftedModel(formulation, sites: all.count).restricted(to: all, relaxed: true).model
    let relaxation = try solver.solve(relaxed, options: SolveOptions(relativeGap: 0), progress: nil)
    let root = try #require(relaxation.objective)
    let multipliers = try #require(found.rootMultipliers)
    let proven = try Self.proven(by: multipliers, formulation.model)
    #expect((proven - root).magnitude <= 1e-6 * root.magnitude, "\(proven), relaxation \(root)")
    #expect(bound >= root * (1 - 1e-6))
  }

  /// Bound that row multipliers prove: multipliers times the sides of their rows, and each column at the end
  /// its reduced cost prefers.
  private static func proven(by multipliers: [Double], _ model: Model) throws -> Double {
    var reduced = model.objective
    var bound = model.objectiveConstant
    for row in 0..<model.rowCount where multipliers[row] != 0 {
      let side = multipliers[row] > 0 ? model.rowLower[row] : model.rowUpper[row]
      bound += multipliers[row] * side
      for entry in model.rowStart[row]..<model.rowStart[row + 1] {
        reduced[Int(model.columnIndex[entry])] -= multipliers[row] * model.coefficient[entry]
      }
    }
    for column in 0..<model.columnCount {
      // A free direction with a cost that is rounding proves nothing and costs nothing.
      let cost = reduced[column].magnitude < 1e-9 ? 0 : reduced[column]
      if cost != 0 { bound += cost * (cost > 0 ? model.columnLower[column] : model.columnUpper[column]) }
    }
    try #require(bound.isFinite)
    return bound
  }

  @Test("Where pricing does not come to an end within its rounds, the whole model is solved instead")
  func tooManyRounds() throws {
    let problem = try Self.wide(seed: 1)
    let formulation = try Formulation(problem)
    func answer(rounds: Int) throws -> SolveResult? {
      let sifting = try #require(
        SiteSifting(
          problem, formulation: formulation, solver: GLPKSolver(), options: SolveOptions(relativeGap: 2e-3),
          leastSites: 160, firstSites: 20, mostRounds: rounds))
      return try sifting.solve(progress: nil)
    }
    #expect(try answer(rounds: 0) == nil)
    #expect(try answer(rounds: SiteSifting.mostRounds)?.termination == .optimal)
    // One candidate fewer than the least is left to one model.
    #expect(
      SiteSifting(
        problem, formulation: formulation, solver: GLPKSolver(), options: SolveOptions(), leastSites: 161)
        == nil)
  }

  @Test("Several years, few sites and a campus for training are left to one model")
  func doesNotApply() throws {
    let problem = try Self.wide(seed: 1)
    let formulation = try Formulation(problem)
    #expect(
      SiteSifting(problem, formulation: formulation, solver: GLPKSolver(), options: SolveOptions()) == nil)
    var campus = problem
    campus.trainingCampus = TrainingCampus(gpus: 500, year: 0)
    #expect(
      SiteSifting(
        campus, formulation: try Formulation(campus), solver: GLPKSolver(), options: SolveOptions(),
        leastSites: 10) == nil)
  }

  @Test("Where too few sites are looked at first, more are looked at; where no plan exists, none is made up")
  func infeasible() throws {
    var problem = try Self.wide(seed: 3)
    problem.demandGPUs = [10_000_000]
    let formulation = try Formulation(problem)
    let sifting = try #require(
      SiteSifting(
        problem, formulation: formulation, solver: GLPKSolver(), options: SolveOptions(), leastSites: 10,
        firstSites: 10))
    #expect(try sifting.solve(progress: nil) == nil)
  }
}
