// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import GLPKSolver
import Optimization
import Planning
import PlanningModel
import TestSupport
import Testing

/// What a study's depths mean: a bound is below every plan, a kept siting is kept, and deciding more never
/// costs more.
@Suite("Kept sitings and bounds of the relaxation")
struct KeptSitingTests {
  private let options = SolveOptions(relativeGap: 0)

  private func placement(_ problem: SitingProblem) throws -> Placement? {
    let answer = try PlanSearch(solver: GLPKSolver(), options: options)
      .search(problem, formulation: Formulation(problem))
    return answer.outcome.status == .optimal ? answer.placement : nil
  }

  private func cost(_ placement: Placement, _ problem: SitingProblem) -> Double {
    PlanCosts(of: placement, in: problem).discountedEUR
  }

  /// Prices that change what is best without changing what is possible.
  private func dearer(_ problem: SitingProblem) -> SitingProblem {
    var other = problem
    other.energyEURPerMWh *= 3
    for index in other.blocks.indices where index % 2 == 0 { other.blocks[index].systemsCapexEUR *= 1.4 }
    return other
  }

  @Test("The siting of the best plan, kept, gives the best plan", arguments: 1...40)
  func sameProblem(seed: Int) throws {
    let problem = RandomProblems.small(seed: UInt64(seed))
    guard let best = try placement(problem) else { return }
    var kept = problem
    kept.keptSiting = KeptSiting(of: best, in: problem)
    #expect(kept.keptSiting?.lost(in: kept) == [])
    let again = try #require(try placement(kept))
    #expect(abs(cost(again, problem) - cost(best, problem)) <= 1e-6 * cost(best, problem))
  }

  @Test("With other prices the siting stays, and costs at least what deciding again would", arguments: 1...40)
  func otherPrices(seed: Int) throws {
    let problem = RandomProblems.small(seed: UInt64(seed))
    guard let best = try placement(problem) else { return }
    var later = dearer(problem)
    let free = try #require(try placement(later))
    later.keptSiting = KeptSiting(of: best, in: problem)
    let resized = try #require(try placement(later))
    let openings = KeptSiting(of: resized, in: later).openings
    // A site that is kept and gets no block is not built.
    for opening in openings { #expect(later.keptSiting?.openings.contains(opening) ?? false) }
    #expect(cost(resized, later) >= cost(free, later) * (1 - 1e-6))
  }

  @Test("The bound of the relaxation lies below the best plan", arguments: 1...40)
  func bound(seed: Int) throws {
    let problem = RandomProblems.small(seed: UInt64(seed))
    let outcome = try RelaxationBound(solver: GLPKSolver(), options: options)
      .outcome(of: problem, formulation: Formulation(problem))
    guard let best = BruteForcePlanner.optimum(of: problem) else { return }
    let bound = try #require(outcome.objectives[0].bound)
    #expect(bound <= best + 1e-6 * best)
    #expect(outcome.termination == "relaxation")
  }

  @Test("A site or connection that is not offered any more is lost, and one that comes later opens later")
  func lost() throws {
    let problem = RandomProblems.small(seed: 1)
    let site = try #require(problem.sites.first { !$0.connections.isEmpty })
    let connection = site.connections[0]
    func siting(_ id: String, _ kV: Int, _ substation: String, _ year: Int) -> KeptSiting {
      KeptSiting(openings: [.init(siteID: id, voltageKV: kV, substation: substation, year: year)])
    }
    let first = try #require(problem.years.first)
    let last = try #require(problem.years.last)
    #expect(
      siting("nowhere", connection.voltageKV, connection.substation, first).lost(in: problem) == ["nowhere"])
    #expect(siting(site.id, 999, connection.substation, first).lost(in: problem) == [site.id])
    #expect(siting(site.id, connection.voltageKV, "elsewhere", first).lost(in: problem) == [site.id])
    #expect(
      siting(site.id, connection.voltageKV, connection.substation, last + 1).lost(in: problem) == [site.id])
    var later = problem
    let index = try #require(later.sites.firstIndex { $0.id == site.id })
    later.sites[index].connections[0].firstYear = last
    let kept = siting(site.id, connection.voltageKV, connection.substation, first)
    #expect(kept.lost(in: later) == [])
    later.sites[index].connections[0].firstYear = last + 5
    #expect(kept.lost(in: later) == [site.id])
  }
}
