// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import GLPKSolver
import Optimization
import Planning
import PlanningModel
import TestSupport
import Testing

@Suite("Laws that every plan obeys")
struct PropertyTests {
  /// Discounted cost of the cheapest plan in EUR; infinite without one.
  private func cost(_ problem: SitingProblem) throws -> Double {
    let search = PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 0))
    let answer = try search.search(problem, formulation: Formulation(problem))
    guard answer.outcome.status == .optimal else { return .infinity }
    return PlanCosts(of: answer.placement, in: problem).discountedEUR
  }

  private func isAtMost(_ a: Double, _ b: Double) -> Bool { a <= b + 1e-6 * max(1, b.magnitude) || a == b }

  @Test(
    "Giving up a rule never makes a plan more expensive; asking for more never makes it cheaper",
    arguments: 1...30)
  func tightening(seed: Int) throws {
    let problem = RandomProblems.small(seed: UInt64(seed))
    let base = try cost(problem)
    var looser: [SitingProblem] = []
    func relaxed(_ change: (inout SitingProblem) -> Void) {
      var copy = problem
      change(&copy)
      looser.append(copy)
    }
    relaxed { $0.sitesMax = nil }
    relaxed { $0.regionShareMax = nil }
    relaxed { $0.budgetEUR = nil }
    relaxed { problem in
      problem.budgetByYearEUR = [Double?](repeating: nil, count: problem.years.count)
    }
    relaxed { $0.campusMinITMW = 0 }
    relaxed { $0.linearRules = [] }
    relaxed { problem in
      let free = [Int?](repeating: nil, count: problem.years.count)
      problem.supplyGPUs = problem.blocks.map { _ in free }
    }
    relaxed { problem in
      problem.zones = problem.zones.map { zone in
        GridZone(name: zone.name, headroomMW: zone.headroomMW.map { $0 * 2 })
      }
    }
    for other in looser { #expect(isAtMost(try cost(other), base), "seed \(seed)") }
    var more = problem
    more.demandGPUs = problem.demandGPUs.map { $0 + 128 }
    #expect(isAtMost(base, try cost(more)), "seed \(seed)")
  }

  /// Best amounts of the objectives, each so that less is better; nil without a plan.
  private func amounts(_ problem: SitingProblem) throws -> [Double]? {
    let search = PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 0))
    let answer = try search.search(problem, formulation: Formulation(problem))
    guard answer.outcome.status == .optimal else { return nil }
    return try zip(problem.objectives, answer.outcome.objectives).map { objective, found in
      (objective.isMaximised ? -1 : 1) * (try #require(found.best))
    }
  }

  @Test(
    "Giving up a linear rule or the campus never makes a plan worse; a more expensive violation never makes it better",
    arguments: 0..<20)
  func linearRules(batch: Int) throws {
    for seed in batch * 10 + 1...batch * 10 + 10 {
      var problem = RandomProblems.rich(seed: UInt64(seed))
      // What later objectives come to depends on what the first leaves them, so only the first is sought.
      problem.objectives = [problem.objectives[0]]
      let base = try amounts(problem)?[0] ?? .infinity
      var looser: [SitingProblem] = []
      var dearer: [SitingProblem] = []
      for (index, rule) in problem.linearRules.enumerated() {
        var without = problem
        without.linearRules.remove(at: index)
        looser.append(without)
        guard let penalty = rule.penaltyEURPerUnit else { continue }
        var dear = problem
        dear.linearRules[index].penaltyEURPerUnit = 3 * penalty
        dearer.append(dear)
        dear.linearRules[index].penaltyEURPerUnit = nil
        dearer.append(dear)
      }
      if problem.trainingCampus != nil {
        var without = problem
        without.trainingCampus = nil
        looser.append(without)
      }
      if let penalty = problem.trainingCampus?.penaltyEUR {
        var dear = problem
        dear.trainingCampus?.penaltyEUR = 3 * penalty
        dearer.append(dear)
      }
      for other in looser { #expect(isAtMost(try amounts(other)?[0] ?? .infinity, base), "seed \(seed)") }
      for other in dearer { #expect(isAtMost(base, try amounts(other)?[0] ?? .infinity), "seed \(seed)") }
    }
  }

  @Test("The order of the sites never matters where rules and objectives name them", arguments: 0..<10)
  func richOrder(batch: Int) throws {
    for seed in batch * 10 + 1...batch * 10 + 10 {
      let problem = RandomProblems.rich(seed: UInt64(seed))
      var random = SeededGenerator(seed: UInt64(seed))
      let order = Array(problem.sites.indices).shuffled(using: &random)
      let (a, b) = (try amounts(problem), try amounts(problem.withSites(inOrder: order)))
      #expect((a == nil) == (b == nil), "seed \(seed)")
      for (one, other) in zip(a ?? [], b ?? []) {
        #expect((one - other).magnitude <= 1e-6 * max(1, one.magnitude), "seed \(seed)")
      }
    }
  }

  @Test("One thread or two give the same placement of a mid-size problem", arguments: 1...6)
  func threads(seed: Int) throws {
    let problem = RandomProblems.medium(seed: UInt64(seed))
    var found: [Placement] = []
    for threads in 1...2 {
      let options = SolveOptions(relativeGap: 1e-4, nodeLimit: 2_000, threads: threads)
      let search = PlanSearch(solver: GLPKSolver(), options: options)
      found.append(try search.search(problem, formulation: Formulation(problem)).placement)
    }
    #expect(found[0] == found[1])
  }

  @Test("The order of the sites never matters", arguments: 1...30)
  func order(seed: Int) throws {
    let problem = RandomProblems.small(seed: UInt64(seed))
    let reversed = problem.withSites(inOrder: problem.sites.indices.reversed())
    let (a, b) = (try cost(problem), try cost(reversed))
    #expect(a == b || (a - b).magnitude <= 1e-6 * max(1, a.magnitude))
  }

  @Test("The same problem gives the same placement", arguments: 1...20)
  func determinism(seed: Int) throws {
    let problem = RandomProblems.small(seed: UInt64(seed))
    let search = PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 1e-4))
    let first = try search.search(problem, formulation: Formulation(problem))
    let second = try search.search(problem, formulation: Formulation(problem))
    #expect(first.placement == second.placement)
  }

  @Test("Relaxations are enough: with them applied there is a plan", arguments: 1...60)
  func relaxations(seed: Int) throws {
    let problem = RandomProblems.small(seed: UInt64(seed))
    let search = PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 0))
    let answer = try search.search(problem, formulation: Formulation(problem))
    guard let explanation = answer.explanation else { return }
    // Only rules whose limit is a number of the problem can be set to the value that the relaxation names.
    let settable: Set<RuleKind> = [.demand, .supply, .zoneHeadroom, .siteCount, .budget]
    guard !explanation.relaxations.isEmpty,
      explanation.relaxations.allSatisfy({ settable.contains($0.rule.kind) })
    else { return }
    var granted = problem
    for relaxed in explanation.relaxations {
      let t = problem.years.firstIndex { $0 == relaxed.rule.year } ?? 0
      switch relaxed.rule.kind {
      case .demand: granted.demandGPUs[t] = Int((relaxed.needed + 1e-6).rounded(.down))
      case .supply:
        let k = try #require(problem.blocks.firstIndex { $0.skuID == relaxed.rule.scope })
        granted.supplyGPUs[k][t] = Int((relaxed.needed - 1e-6).rounded(.up))
      case .zoneHeadroom: granted.zones[0].headroomMW[t] = relaxed.needed + 1e-6
      case .siteCount: granted.sitesMax = Int(relaxed.needed.rounded())
      default:
        if relaxed.rule.year == nil {
          granted.budgetEUR = relaxed.needed + 1
        } else {
          granted.budgetByYearEUR[t] = relaxed.needed + 1
        }
      }
    }
    #expect(
      BruteForcePlanner.optimum(of: granted) != nil,
      "seed \(seed): \(explanation.relaxations.map(\.sentence))")
  }

  @Test("Without demand nothing is built, unless the planner forces it", arguments: 1...20)
  func nothingAsked(seed: Int) throws {
    var problem = RandomProblems.small(seed: UInt64(seed))
    problem.demandGPUs = problem.years.map { _ in 0 }
    for i in problem.sites.indices { problem.sites[i].decision = .open }
    problem.forcedSites = []
    #expect(try cost(problem) == 0)
  }
}
