// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import GLPKSolver
import Optimization
import Siting
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
    "Giving up a rule never makes a plan dearer; asking for more never makes it cheaper", arguments: 1...30)
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
    relaxed { $0.sovereignty = SovereigntyParameters() }
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

  @Test("The order of the sites never matters", arguments: 1...30)
  func order(seed: Int) throws {
    let problem = RandomProblems.small(seed: UInt64(seed))
    var reversed = problem
    reversed.sites.reverse()
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

  @Test("Concessions are enough: with them applied there is a plan", arguments: 1...60)
  func concessions(seed: Int) throws {
    let problem = RandomProblems.small(seed: UInt64(seed))
    let search = PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 0))
    let answer = try search.search(problem, formulation: Formulation(problem))
    guard let explanation = answer.explanation else { return }
    // Only rules whose limit is a number of the problem can be set to the value that the concession names.
    let settable: Set<RowKey.Family> = [.demand, .supply, .zoneHeadroom, .siteCount, .budget]
    guard !explanation.concessions.isEmpty,
      explanation.concessions.allSatisfy({ settable.contains($0.rule.family) })
    else { return }
    var granted = problem
    for concession in explanation.concessions {
      let t = problem.years.firstIndex { $0 == concession.rule.year } ?? 0
      switch concession.rule.family {
      case .demand: granted.demandGPUs[t] = Int((concession.needed + 1e-6).rounded(.down))
      case .supply:
        let k = try #require(problem.blocks.firstIndex { $0.skuID == concession.rule.scope })
        granted.supplyGPUs[k][t] = Int((concession.needed - 1e-6).rounded(.up))
      case .zoneHeadroom: granted.zones[0].headroomMW[t] = concession.needed + 1e-6
      case .siteCount: granted.sitesMax = Int(concession.needed.rounded())
      default:
        if concession.rule.year == nil {
          granted.budgetEUR = concession.needed + 1
        } else {
          granted.budgetByYearEUR[t] = concession.needed + 1
        }
      }
    }
    #expect(
      BruteForcePlanner.optimum(of: granted) != nil,
      "seed \(seed): \(explanation.concessions.map(\.sentence))")
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
