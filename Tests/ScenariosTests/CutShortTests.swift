// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Optimization
import Quantities
import Testing

@testable import Planning
@testable import PlanningModel
@testable import Scenarios

/// A solver that gives up beneath so many nodes, as GLPK does on large models, and otherwise is GLPK; the
/// first solve, that of the plan itself, is never cut short.
private struct ImpatientSolver: Solver {
  let name = "impatient"
  var nodesNeeded: Int
  var termination = SolveResult.Termination.nodeLimit

  func solve(
    _ model: Model, options: SolveOptions, progress: (@Sendable (SolveProgress) -> Void)?
  ) throws -> SolveResult {
    if (options.nodeLimit ?? .max) < nodesNeeded { return SolveResult(termination: termination) }
    return try GLPKSolver().solve(model, options: options, progress: progress)
  }
}

/// A solver whose searches for relaxations end at a time limit that is less than it needs; the first solve,
/// that of the plan itself, is never cut short.
private struct SlowSolver: Solver {
  let name = "slow"
  var secondsNeeded: Double

  func solve(
    _ model: Model, options: SolveOptions, progress: (@Sendable (SolveProgress) -> Void)?
  ) throws -> SolveResult {
    if options.nodeLimit != nil, (options.timeLimitSeconds ?? .infinity) < secondsNeeded {
      return SolveResult(termination: .timeLimit)
    }
    return try GLPKSolver().solve(model, options: options, progress: progress)
  }
}

/// A solver that never gets to the least with which a rule may be relaxed, and otherwise is GLPK.
private struct SearchlessSolver: Solver {
  let name = "searchless"

  func solve(
    _ model: Model, options: SolveOptions, progress: (@Sendable (SolveProgress) -> Void)?
  ) throws -> SolveResult {
    // Trials whether there is a plan at all take any.
    if options.nodeLimit != nil, options.relativeGap < 1 { return SolveResult(termination: .nodeLimit) }
    return try GLPKSolver().solve(model, options: options, progress: progress)
  }
}

@Suite("A search for relaxations that is cut short")
struct CutShortTests {
  private func explain(
    _ problem: SitingProblem, by solver: any Solver = GLPKSolver(), _ scenario: RandomScenario? = nil,
    nodes: Int = 150, former: [FormerValue] = [], options: SolveOptions = SolveOptions(relativeGap: 1e-4)
  ) throws -> InfeasibilityExplanation? {
    var search = PlanSearch(solver: solver, options: options)
    search.explaining.nodeLimit = nodes
    search.explaining.former = former
    if let scenario { search.explaining.changed = { try? scenario.problem($0) } }
    return try search.search(problem, formulation: Formulation(problem)).explanation
  }

  /// The first this many random scenarios without a plan.
  private func impossible(_ count: Int) throws -> [(scenario: RandomScenario, problem: SitingProblem)] {
    var found: [(RandomScenario, SitingProblem)] = []
    var seed: UInt64 = 50_000
    while found.count < count {
      seed += 1
      let scenario = try RandomScenario(seed: seed)
      guard let problem = try? scenario.problem() else { continue }
      var asked = problem
      asked.objectives = [.discountedCost]
      let result = try GLPKSolver().solve(
        Formulation(asked).model, options: SolveOptions(relativeGap: 1), progress: nil)
      if result.termination == .infeasible || result.termination == .unboundedOrInfeasible {
        found.append((scenario, problem))
      }
    }
    return found
  }

  private func hasPlan(_ problem: SitingProblem) throws -> Bool {
    var asked = problem
    asked.objectives = [.discountedCost]
    return try GLPKSolver().solve(
      Formulation(asked).model, options: SolveOptions(relativeGap: 1), progress: nil
    ).values != nil
  }

  @Test("Nothing found is not said to be nothing there, and the cure that is named finds it")
  func nothingFound() throws {
    for (scenario, problem) in try impossible(4) {
      let solver = ImpatientSolver(nodesNeeded: 1_000)
      let cut = try #require(try explain(problem, by: solver, scenario))
      #expect(cut.relaxations.isEmpty && cut.alternatives.isEmpty && !cut.isProven)
      #expect(
        cut.cutShort?.english
          == "A search for them was cut short after 150 nodes: there may be relaxations that were not found. Raise it by --set solver.explanation_node_limit=1500."
      )
      let raised = try #require(try explain(problem, by: solver, scenario, nodes: 1_500))
      #expect(!raised.relaxations.isEmpty && raised.cutShort == nil && raised.isProven)
    }
  }

  @Test("A time limit that is raised, as it is told to be, finds them")
  func raisedTime() throws {
    let (scenario, problem) = try #require(try impossible(1).first)
    let solver = SlowSolver(secondsNeeded: 100)
    let short = try #require(
      try explain(
        problem, by: solver, scenario, options: SolveOptions(relativeGap: 1e-4, timeLimitSeconds: 60)))
    #expect(short.relaxations.isEmpty && short.cutShort?.english.hasSuffix("Raise --time-limit.") == true)
    let long = try #require(
      try explain(
        problem, by: solver, scenario, options: SolveOptions(relativeGap: 1e-4, timeLimitSeconds: 600)))
    #expect(!long.relaxations.isEmpty && long.cutShort == nil && long.isProven)
  }

  @Test("Where no limit is told to help, giving up all of them at once gives no plan")
  func hopeless() throws {
    var reported = 0
    for seed in 60_000..<60_200 where reported < 8 {
      let scenario = try RandomScenario(seed: UInt64(seed))
      // Half can be fed by nothing, and of the others most have a relaxation, which must be reported.
      let change = seed % 2 == 0 ? ["grid.connection_225kv.max_mw=0.001"] : []
      guard let problem = try? scenario.problem(change), let explanation = try explain(problem, scenario)
      else { continue }
      guard explanation.relaxations.isEmpty, explanation.isProven else { continue }
      reported += 1
      let elastic = try ElasticModel(
        Formulation(problem, policies: false), allowed: nil)
      let most = elastic.slacks.map {
        Relaxation($0.setting, value: $0.isLowerBound ? $0.setting.lowest : $0.setting.highest)
      }
      #expect(try !hasPlan(problem.applying(most)), "seed \(seed)\n\(scenario.text)")
    }
    #expect(reported > 0)
  }

  @Test(
    "Two changes of which each alone leaves no plan are reported together, and put back together give one")
  func formerTogether() throws {
    var tried = 0
    let changes = ["grid.connection_225kv.max_mw=0.001", "grid.connection_225kv.max_km=0.1"]
    for seed in 61_000..<61_200 where tried < 3 {
      let scenario = try RandomScenario(seed: UInt64(seed))
      guard let free = try? scenario.problem(), try hasPlan(free),
        let problem = try? scenario.problem(changes), try !hasPlan(problem)
      else { continue }
      var search = PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 1e-4))
      search.explaining.changed = { try? scenario.problem(changes + $0) }
      search.explaining.former = [
        FormerValue(path: "grid.connection_225kv.max_mw", old: "240.0", new: "0.001"),
        FormerValue(path: "grid.connection_225kv.max_km", old: "20.0", new: "0.1"),
      ]
      let reported = try #require(
        try search.search(problem, formulation: Formulation(problem)).explanation)
      guard reported.relaxations.count == 2, reported.alternatives.isEmpty else { continue }
      tried += 1
      let arguments = reported.relaxations.compactMap(\.argument)
      #expect(try hasPlan(#require(try scenario.problem(changes + arguments))))
      for one in arguments {
        let part = try scenario.problem(changes + [one])
        #expect(try part.map { try !hasPlan($0) } ?? true, "\(one) does alone")
      }
    }
    #expect(tried > 0)
  }

  @Test("A time limit and an interruption are named, each with what it leaves open")
  func otherLimits() throws {
    let (_, problem) = try #require(try impossible(1).first)
    let late = ImpatientSolver(nodesNeeded: 1_000, termination: .timeLimit)
    let timed = try #require(
      try explain(problem, by: late, options: SolveOptions(relativeGap: 1e-4, timeLimitSeconds: 60)))
    #expect(
      timed.cutShort?.english
        == "The search for them was cut short by the time limit of 60.0 s: there may be relaxations that were not found. Raise --time-limit."
    )
    #expect(!timed.isProven)
    let flag = CancellationFlag()
    flag.raise()
    let stopped = try RelaxationSearch(
      problem, solver: GLPKSolver(), options: SolveOptions(cancellation: flag),
      settings: ExplanationSettings())
    var search = stopped
    let explanation = try search.explanation()
    #expect(explanation.relaxations.isEmpty && !explanation.isProven)
    #expect(
      explanation.cutShort?.english
        == "The search for them was interrupted: there may be relaxations that were not found.")
  }

  /// Searches of few nodes find little; what they leave open is settled one setting at a time.
  @Test("A single setting that suffices is reported, and the least one first", arguments: [10, 150])
  func singles(nodes: Int) throws { try expectSingles(by: GLPKSolver(), nodes: nodes) }

  @Test("A single setting that suffices is reported, and the least one first, where no search finds anything")
  func singlesTried() throws { try expectSingles(by: SearchlessSolver(), nodes: 150) }

  private func expectSingles(by solver: any Solver, nodes: Int) throws {
    var single = 0
    for (scenario, problem) in try impossible(25) {
      let elastic = try ElasticModel(
        Formulation(problem, policies: false), allowed: nil)
      var sufficient: [Relaxation] = []
      for way in elastic.slacks {
        let most = Relaxation(way.setting, value: way.isLowerBound ? way.setting.lowest : way.setting.highest)
        guard try hasPlan(problem.applying([most])) else { continue }
        var search = try RelaxationSearch(
          problem, solver: GLPKSolver(), options: SolveOptions(), settings: ExplanationSettings())
        let searched = try search.found([way.setting.key])
        if searched.isProven, let least = searched.way?.first { sufficient.append(least) }
      }
      guard let least = sufficient.map(\.price).min() else { continue }
      single += 1
      let reported = try #require(try explain(problem, by: solver, scenario, nodes: nodes))
      #expect(reported.relaxations.count == 1, "\(reported.relaxations.map(\.sentence))\n\(scenario.text)")
      guard let first = reported.relaxations.first else { continue }
      let setting = elastic.slacks.map(\.setting).first {
        Relaxation($0).argument.prefix { $0 != "=" } == first.argument?.prefix { $0 != "=" }
      }
      let price = setting.map { Relaxation($0, value: first.needed).price } ?? .infinity
      #expect(price <= least * 1.05 + 0.002, "\(first.sentence) \(sufficient.map(\.argument))")
      for way in [reported.relaxations] + reported.alternatives {
        let changed = try #require(try scenario.problem(way.compactMap(\.argument)), "\(way.map(\.sentence))")
        #expect(try hasPlan(changed), "\(way.map(\.sentence))")
      }
    }
    #expect(single >= 12)
  }

  @Test(
    "What was changed is reported as it was before where that gives a plan, also where no rule can be relaxed"
  )
  func former() throws {
    var tried = 0
    for seed in 60_000..<60_200 where tried < 5 {
      let scenario = try RandomScenario(seed: UInt64(seed))
      guard let free = try? scenario.problem(), try hasPlan(free) else { continue }
      // Sites that can be fed by nothing hold nothing: no rule stands in the way.
      let change = "grid.connection_225kv.max_mw=0.001"
      guard let problem = try? scenario.problem([change]), try !hasPlan(problem) else { continue }
      tried += 1
      var search = PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 1e-4))
      search.explaining.changed = { try? scenario.problem([change] + $0) }
      search.explaining.former = [
        FormerValue(path: "name", old: "\"Other\"", new: "\"This\""),
        FormerValue(path: "grid.connection_225kv.max_mw", old: "240.0", new: "0.001"),
      ]
      let reported = try #require(
        try search.search(problem, formulation: Formulation(problem)).explanation)
      let ways = [reported.relaxations] + reported.alternatives
      let back = try #require(
        ways.first { $0.first?.argument == "grid.connection_225kv.max_mw=240.0" }, "\(ways)")
      #expect(
        back[0].sentence
          == "grid.connection_225kv.max_mw: 240.0, as before the change (--set 'grid.connection_225kv.max_mw=240.0')"
      )
      #expect(try hasPlan(#require(try scenario.problem([change, "grid.connection_225kv.max_mw=240.0"]))))
      #expect(!ways.contains { $0.first?.argument == "name=\"Other\"" })
    }
    #expect(tried > 0)
  }
}
