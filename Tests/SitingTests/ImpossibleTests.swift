// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import GLPKSolver
import Optimization
import Quantities
import TestSupport
import Testing

@testable import Planning
@testable import PlanningModel
@testable import Sites

@Suite("What sums over the sites show to be impossible")
struct ImpossibleTests {
  @Test("Nobody can be chosen, or more is asked for than all sites hold: with numbers")
  func numbers() throws {
    var problem = RuleFamilyFixture.problem(demandGPUs: [400, 4_900])
    #expect(
      problem.impossibilities(of: 3) == [
        "demand.gpus: 4,900 GPUs are asked for by the end of 2028, and all 3 sites that can be chosen hold at most 4,800 "
          + "together, by their power, land and zones and by what is delivered"
      ])
    problem.demandGPUs = [400, 800]
    #expect(problem.impossibilities(of: 3) == [])
    problem.supplyGPUs = [[300, 900]]
    #expect(problem.impossibilities(of: 3).first?.contains("hold at most 300 together") == true)
    problem.supplyGPUs = [[nil, nil]]
    problem.zones[0].headroomMW = [2, 2]
    problem.demandGPUs = [400, 1_800]
    #expect(problem.impossibilities(of: 3).first?.contains("hold at most 1,760 together") == true)
    problem.sites = []
    problem.exclusions = [
      SiteExclusion(siteID: "a", rule: "rule 'x'", value: "v", limit: "l"),
      SiteExclusion(siteID: "b", rule: "rule 'x'", value: "v", limit: "l"),
      SiteExclusion(siteID: "b", rule: "connection_year", value: "2040", limit: "l"),
    ]
    #expect(
      problem.impossibilities(of: 2) == [
        "no site can be chosen: all 2 are excluded, 2 by rule 'x', 1 by connection_year"
      ])
  }

  @Test("A demand in MW, a campus, a site that is forced in and excluded")
  func others() throws {
    var problem = RuleFamilyFixture.problem(demandGPUs: [0, 0])
    problem.linearRules = [
      LinearRule(
        RuleKind("demand_it_mw"), name: "demand.it_mw", year: 2028, unit: "MW",
        terms: [.init(.national(sku: 0), year: 1, 1)], atLeast: 49)
    ]
    problem.trainingCampus = TrainingCampus(gpus: 1_700, year: 1)
    problem.forcedSites = ["z"]
    problem.exclusions = [
      SiteExclusion(siteID: "z", rule: "connection_year", value: "2031", limit: "horizon ends in 2028")
    ]
    let reported = problem.impossibilities(of: 4)
    #expect(reported.count == 3)
    #expect(
      reported[0] == "sites.force_in: 'z' cannot be chosen: connection_year: 2031, horizon ends in 2028")
    #expect(
      reported[1].hasPrefix("demand.it_mw: at least 49 MW are asked for in 2028, and all sites that can be "))
    #expect(reported[1].hasSuffix("bring at most 48 together"))
    #expect(reported[2].hasPrefix("demand.training_campus: 1,700 GPUs on one site by 2028 are asked for"))
  }

  @Test("Whatever is told to be impossible has no plan", arguments: 0..<10)
  func sound(batch: Int) throws {
    for seed in batch * 20 + 1...batch * 20 + 20 {
      var problem = RandomProblems.rich(seed: UInt64(seed))
      problem.objectives = [.discountedCost]
      problem.demandGPUs = problem.demandGPUs.map { $0 * (seed % 5) }
      guard !problem.impossibilities(of: problem.sites.count).isEmpty else { continue }
      let answer = try PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 1))
        .search(problem, formulation: Formulation(problem))
      #expect(answer.outcome.status == .infeasible, "seed \(seed)")
    }
  }

  @Test("Each kind of what is told to be impossible has no plan, and the number that is reported is a most")
  func eachKind() throws {
    var reported: [String: Int] = [:]
    for seed in 1...150 {
      var problem = RandomProblems.rich(seed: UInt64(seed))
      let last = problem.yearCount - 1
      problem.objectives = [.discountedCost]
      problem.linearRules = []
      let all = problem.blocks.enumerated().map {
        LinearRule.Term(.national(sku: $0), year: last, Double($1.gpus))
      }
      switch seed % 5 {
      case 0:
        // As little beyond the most as is reported.
        while problem.impossibilities(of: problem.sites.count).isEmpty {
          problem.demandGPUs[last] += max(1, problem.demandGPUs[last] / 20)
        }
      case 1: problem.trainingCampus = TrainingCampus(gpus: 2_000, year: last)
      case 2:
        problem.linearRules = [
          LinearRule(
            RuleKind("sum"), name: "demand.gpus", unit: "GPU", terms: all,
            atLeast: Double(500 + seed * 20))
        ]
      case 3:
        problem.forcedSites.append("gone")
        problem.exclusions = [
          SiteExclusion(siteID: "gone", rule: "connection_year", value: "2031", limit: "horizon ends in 2028")
        ]
      default:
        for i in problem.sites.indices.prefix(2) { problem.sites[i].decision = .forcedIn }
        problem.sitesMax = 1
      }
      let impossible = problem.impossibilities(of: problem.sites.count)
      guard let first = impossible.first else { continue }
      let status = try PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 1))
        .search(problem, formulation: Formulation(problem)).outcome.status
      #expect(status == .infeasible, "seed \(seed): \(impossible)")
      reported["\(seed % 5)", default: 0] += 1
      guard seed % 5 == 0, let words = first.components(after: "hold at most ") else { continue }
      let digits = String(words.prefix { $0 != " " }.filter { $0 != "," })
      let most = try #require(Double(digits), "\(first)")
      var filled = problem
      filled.demandGPUs = problem.years.map { _ in 0 }
      (filled.budgetEUR, filled.budgetByYearEUR) = (nil, problem.years.map { _ in nil })
      filled.objectives = [
        Objective(name: "gpus", unit: "GPU", isMaximised: true, countsCost: false, terms: all)
      ]
      let best = try PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 0))
        .search(filled, formulation: Formulation(filled))
      if let held = best.outcome.objectives.first?.best {
        #expect(held <= most + 0.05, "seed \(seed): \(first), and \(held) can be held")
      }
    }
    #expect(reported.count == 5, "\(reported)")
  }

  @Test("A site that is forced in and stays empty is reported with what it costs")
  func emptyForcedSite() throws {
    var problem = RuleFamilyFixture.problem(demandGPUs: [0, 400])
    problem.sites[2].decision = .forcedIn
    problem.forcedSites = ["c"]
    let placement = try PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 0))
      .search(problem, formulation: Formulation(problem)).placement
    let empty = placement.sites.filter { $0.gpus(year: 1, in: problem) == 0 }
    // The cheapest plan of 4 MW stands on the site that is paid for anyway, or beside it.
    let status = SiteReasons(problem: problem, placement: placement)
    for placed in empty {
      #expect(
        status.reasonsChosen(placed).map(\.english).contains(
          "holds no GPU: its connection costs 3,000,000 EUR all the same"))
    }
    problem.demandGPUs = [0, 0]
    let nothing = try PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: 0))
      .search(problem, formulation: Formulation(problem)).placement
    let warnings = nothing.warnings(in: problem)
    #expect(warnings.count == 1)
    #expect(
      warnings.first?.hasPrefix(
        "site 'c' is forced in by sites.force_in and holds no GPU: its connection costs 3 MEUR all the same")
        == true)
  }

  @Test("A screening that is shown what every plan excludes keeps the sites that a plan can choose")
  func screening() throws {
    var families = RuleFamilies()
    families.plannerRules = PlannerRules(rules: [
      .init(name: "own", condition: try SiteCondition("departement_code = '62'"), measure: .exclude)
    ])
    let builder = try SiteRuleFixture.builder(families)
    let problem = try builder.problem()
    let parameters = ScreeningParameters(rules: [
      ScreeningRule(name: "near", attribute: "substation_225_km", limit: ScreeningLimit(max: 3))
    ])
    let screening = try Screening(
      table: builder.table, parameters: parameters, excluded: problem.exclusions)
    #expect(screening.keptRows.map { screening.ids[$0] } == ["a", "b"])
    #expect(screening.exclusionsBySite[2].map(\.rule) == ["near", "rule 'own'"])
    #expect(
      screening.exclusionsBySite[2][1].sentence
        == "departement_code = '62', excluded where departement_code = '62'")
    // A plan counts what the screening excluded, and its own rules once.
    #expect(screening.exclusions.map(\.rule) == ["screened out: near", "screened out: near"])
    var both = builder
    both.screenedOut = screening.exclusions
    #expect(try both.problem().sites.map(\.id) == ["a", "b"])
    #expect(try both.problem().exclusions.map(\.rule).filter { $0 == "rule 'own'" }.count == 1)
  }
}

extension String {
  /// What follows some words; nil where they are not there.
  fileprivate func components(after words: String) -> Substring? {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(words) { return rest.dropFirst(words.count) }
      rest = rest.dropFirst()
    }
    return nil
  }
}
