// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import GLPKSolver
import Optimization
import Quantities
import TestSupport
import Testing

@testable import Siting

@Suite("What is said of a site that is not chosen is true")
struct SiteVerdictTests {
  /// The problem of filling one site alone: its own limits, its demand zone and the deliveries.
  private func alone(_ i: Int, in problem: SitingProblem) -> SitingProblem {
    var single = problem
    single.sites = [problem.sites[i]]
    single.sites[0].decision = .open
    single.forcedSites = []
    single.demandGPUs = problem.years.map { _ in 0 }
    single.linearRules = []
    single.trainingCampus = nil
    single.sovereignty = SovereigntyParameters()
    single.sitesMax = nil
    single.campusMinITMW = 0
    single.regionShareMax = nil
    single.budgetEUR = nil
    single.budgetByYearEUR = problem.years.map { _ in nil }
    let last = problem.yearCount - 1
    single.goals = [
      Goal(
        name: "gpus", unit: "GPU", isMaximised: true, countsCost: false,
        terms: problem.blocks.enumerated().map {
          .init(.blocks(site: 0, sku: $0), year: last, Double($1.gpus))
        })
    ]
    return single
  }

  private func placement(_ problem: SitingProblem) throws -> PlanSearch.Answer {
    try PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 0))
      .search(problem, formulation: Formulation(problem))
  }

  private func number(_ phrase: Phrase, _ index: Int) -> Double? {
    guard case .phrase(let inner) = phrase.values[index] else { return nil }
    return Double(inner.english.filter { $0 != "," })
  }

  @Test("By a solve that fills the site alone, under every demand and objective", arguments: 0..<20)
  func reasonsNotChosen(batch: Int) throws {
    for seed in batch * 5 + 1...batch * 5 + 5 {
      var problem = RandomProblems.rich(seed: UInt64(seed))
      if seed % 3 != 0 { problem.demandGPUs = problem.years.map { _ in 0 } }
      // Power that is taken away again must not pass for power at the end.
      if seed % 4 == 0 { problem.sites[0].powerMW[problem.yearCount - 1] = 0 }
      let answer = try placement(problem)
      let verdict = SiteVerdict(problem: problem, placement: answer.placement)
      for i in problem.sites.indices where !answer.placement.sites.contains(where: { $0.site == i }) {
        let most = try #require(try placement(alone(i, in: problem)).outcome.goals[0].best)
        for reason in verdict.reasonsNotChosen(site: i) {
          var reason = reason
          while reason.template.hasPrefix("{1}"), case .phrase(let inner) = reason.values.first {
            reason = inner
          }
          if reason.template.contains("one whole block") {
            #expect(most == 0, "seed \(seed), site \(i): \(reason.english), but it holds \(most)")
          } else if reason.template.hasPrefix("could hold") {
            let claimed = try #require(number(reason, 0))
            #expect(claimed > 0 && claimed <= most, "seed \(seed), site \(i): \(reason.english), \(most)")
          } else if reason.template.hasPrefix("holds at most") {
            let largest = try #require(number(reason, 0))
            #expect(largest < problem.campusMinITMW, "seed \(seed), site \(i): \(reason.english)")
          } else {
            #expect(!reason.template.contains("hold"), "seed \(seed), site \(i): \(reason.english)")
          }
        }
      }
    }
  }

  @Test("Without a demand in GPUs a site that could hold blocks is told how many, not that it holds none")
  func otherDemand() throws {
    var problem = RuleFamilyFixture.problem(demandGPUs: [0, 0])
    problem.linearRules = [
      LinearRule(
        name: "demand.it_mw", family: "demand_it_mw", year: 2028, unit: "MW",
        terms: [.init(.national(sku: 0), year: 1, 1)], atLeast: 3)
    ]
    let answer = try placement(problem)
    let verdict = SiteVerdict(problem: problem, placement: answer.placement)
    #expect(answer.placement.sites.map(\.site) == [0])
    #expect(
      verdict.reasonsNotChosen(site: 1)[0].english.hasPrefix(
        "could hold 1,600 GPUs by the end of 2028, with power from 2027"))
  }

  @Test("A siting that is kept is the reason, not a lack of power")
  func keptSiting() throws {
    var problem = RuleFamilyFixture.problem()
    problem.keptSiting = KeptSiting(openings: [
      .init(siteID: "a", voltageKV: 225, substation: "SUD", year: 2027)
    ])
    let verdict = SiteVerdict(problem: problem, placement: try placement(problem).placement)
    #expect(
      verdict.reasonsNotChosen(site: 1).map(\.english)
        == ["the siting of an earlier plan is kept, and the site is not in it"])
  }
}
