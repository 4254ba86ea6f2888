// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import GLPKSolver
import Optimization
import Quantities
import TestSupport
import Testing

@testable import Planning
@testable import PlanningModel

@Suite("What is said of a site that is not chosen is true")
struct SiteReasonsTests {
  /// The problem of filling one site alone: its own limits, its demand zone and the deliveries.
  private func alone(_ i: Int, in problem: SitingProblem) -> SitingProblem {
    var single = problem
    single.sites = [problem.sites[i]]
    single.sites[0].decision = .open
    single.forcedSites = []
    single.demandGPUs = problem.years.map { _ in 0 }
    single.linearRules = []
    single.trainingCampus = nil
    single.sitesMax = nil
    single.campusMinITMW = 0
    single.regionShareMax = nil
    single.budgetEUR = nil
    single.budgetByYearEUR = problem.years.map { _ in nil }
    let last = problem.yearCount - 1
    single.objectives = [
      Objective(
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
      let status = SiteReasons(problem: problem, placement: answer.placement)
      for i in problem.sites.indices where !answer.placement.sites.contains(where: { $0.site == i }) {
        let most = try #require(try placement(alone(i, in: problem)).outcome.objectives[0].best)
        for reason in status.reasonsNotChosen(site: i) {
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

  /// The problem in which a site must hold a GPU at the end.
  private func holding(_ i: Int, in problem: SitingProblem) -> SitingProblem {
    var held = problem
    let last = problem.yearCount - 1
    held.linearRules.append(
      LinearRule(
        RuleKind("sum"), name: "holds", unit: "GPU",
        terms: problem.blocks.enumerated().map {
          .init(.blocks(site: i, sku: $0), year: last, Double($1.gpus))
        }, atLeast: 1))
    held.objectives = [.discountedCost]
    return held
  }

  @Test("A rule that is told to keep a site out does: with a GPU on it there is no plan")
  func hardReasons() throws {
    var reported: [String: Int] = [:]
    for seed in 1...80 {
      var problem = RandomProblems.small(seed: UInt64(seed))
      problem.objectives = [.discountedCost]
      problem.linearRules = []
      switch seed % 3 {
      case 0: RandomProblems.addShare("eu", of: { $0.isEUControlled }, atLeast: 1, to: &problem)
      case 1: RandomProblems.addShare("other", of: { !$0.isEUControlled }, atMost: 0, to: &problem)
      default: problem.campusMinITMW = 2.5
      }
      let answer = try placement(problem)
      guard answer.outcome.status == .optimal else { continue }
      let status = SiteReasons(problem: problem, placement: answer.placement)
      for i in problem.sites.indices where !answer.placement.sites.contains(where: { $0.site == i }) {
        for reason in status.reasonsNotChosen(site: i) where !reason.english.hasPrefix("could hold") {
          let status = try placement(holding(i, in: problem)).outcome.status
          #expect(status == .infeasible, "seed \(seed), site \(i): \(reason.english)")
          reported[String(reason.template.prefix(40)), default: 0] += 1
          guard reason.template.hasPrefix("holds at most"), let most = number(reason, 0) else { continue }
          // What the site could hold without the rule.
          var free = holding(i, in: problem)
          free.campusMinITMW = 0
          free.linearRules[free.linearRules.count - 1] = LinearRule(
            RuleKind("sum"), name: "holds", unit: "MW",
            terms: problem.blocks.enumerated().map {
              .init(.blocks(site: i, sku: $0), year: problem.yearCount - 1, $1.itMW)
            }, atLeast: most + 1e-3)
          #expect(try placement(free).outcome.status == .infeasible, "seed \(seed): \(reason.english)")
          #expect(most < problem.campusMinITMW)
        }
      }
    }
    #expect(reported.count >= 3, "\(reported)")
  }

  @Test(
    "Of a site that falls just short of the smallest campus, the most is reported without going beneath it")
  func justShort() throws {
    var problem = RuleFamilyFixture.problem()
    // 5 MW at the meter are 3.9968 MW of IT.
    problem.sites[1].pue = 1.251
    problem.sites[1].powerMW = [5, 5]
    problem.campusMinITMW = 4
    let status = SiteReasons(problem: problem, placement: try placement(problem).placement)
    #expect(
      status.reasonsNotChosen(site: 1).map(\.english)
        == ["holds at most 3.9969 MW IT, less than the smallest campus of 4.0 MW IT"])
  }

  @Test(
    "What a site could hold costs no more than reported, and a cheaper plan with it was not there to be found"
  )
  func indications() throws {
    var (priced, forced) = (0, 0)
    for seed in 1...60 {
      var problem = RandomProblems.small(seed: UInt64(seed))
      problem.objectives = [.discountedCost]
      let answer = try placement(problem)
      guard answer.outcome.status == .optimal else { continue }
      let cost = PlanCosts(of: answer.placement, in: problem).discountedEUR
      let status = SiteReasons(problem: problem, placement: answer.placement)
      for i in problem.sites.indices where !answer.placement.sites.contains(where: { $0.site == i }) {
        for reason in status.reasonsNotChosen(site: i) {
          let words = reason.english.split(separator: " ")
          guard words.starts(with: ["could", "hold"]), let gpus = Int(words[2].filter { $0 != "," }),
            let about = words.firstIndex(of: "about"),
            let each = Double(words[about + 1].filter { $0 != "," })
          else { continue }
          var single = alone(i, in: problem)
          single.objectives = [.discountedCost]
          single.demandGPUs[problem.yearCount - 1] = gpus
          let filled = try placement(single)
          #expect(filled.outcome.status == .optimal, "seed \(seed), site \(i): \(reason.english)")
          let least = PlanCosts(of: filled.placement, in: single).discountedEUR / Double(gpus)
          #expect(least <= each + 0.51, "seed \(seed), site \(i): \(reason.english), \(least)")
          priced += 1
          let from = words.firstIndex(of: "from").flatMap { Int(words[$0 + 1].filter { $0 != "," }) }
          let powered = problem.years.indices.contains { t in
            problem.years[t] == from && problem.sites[i].powerMW[t] > 0
          }
          #expect(powered || (from ?? 0) < problem.years[0], "seed \(seed), site \(i): \(reason.english)")
          guard reason.english.contains("no plan with it was found that costs less") else { continue }
          forced += 1
          let with = try placement(holding(i, in: problem))
          guard with.outcome.status == .optimal else { continue }
          let dearer = PlanCosts(of: with.placement, in: problem).discountedEUR
          #expect(dearer >= cost * (1 - 1e-9), "seed \(seed), site \(i): \(reason.english)")
        }
      }
    }
    #expect(priced > 20 && forced > 2, "\(priced) \(forced)")
  }

  @Test("Without a demand in GPUs a site that could hold blocks is shown how many, not that it holds none")
  func otherDemand() throws {
    var problem = RuleFamilyFixture.problem(demandGPUs: [0, 0])
    problem.linearRules = [
      LinearRule(
        RuleKind("demand_it_mw"), name: "demand.it_mw", year: 2028, unit: "MW",
        terms: [.init(.national(sku: 0), year: 1, 1)], atLeast: 3)
    ]
    let answer = try placement(problem)
    let status = SiteReasons(problem: problem, placement: answer.placement)
    #expect(answer.placement.sites.map(\.site) == [0])
    #expect(
      status.reasonsNotChosen(site: 1)[0].english.hasPrefix(
        "could hold 1,600 GPUs by the end of 2028, with power from 2027"))
  }

  @Test("A siting that is kept is the reason, not a lack of power")
  func keptSiting() throws {
    var problem = RuleFamilyFixture.problem()
    problem.keptSiting = KeptSiting(openings: [
      .init(siteID: "a", voltageKV: 225, substation: "SUD", year: 2027)
    ])
    let status = SiteReasons(problem: problem, placement: try placement(problem).placement)
    #expect(
      status.reasonsNotChosen(site: 1).map(\.english)
        == ["the siting of an earlier plan is kept, and the site is not in it"])
    #expect(try placement(holding(1, in: problem)).outcome.status == .infeasible)
  }
}
