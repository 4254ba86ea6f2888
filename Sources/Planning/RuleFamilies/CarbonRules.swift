// SPDX-License-Identifier: GPL-3.0-or-later

package import PlanningModel
package import Quantities

extension RuleKind {
  /// Carbon of a year.
  static let carbonPerYear = RuleKind("carbon_per_year", "Carbon of the electricity in a year")
  /// Carbon of all years.
  static let carbonTotal = RuleKind("carbon_total", "Carbon of the electricity within the horizon")
}

/// Limits on the greenhouse gases of the electricity that the plan draws, in tonnes of CO2 equivalent:
/// average IT power x power usage effectiveness of the site x 8,760 h x grams per kWh. Those of making
/// hardware and buildings are not in it.
package struct CarbonRules: RuleFamily, Equatable, Codable {
  /// Grams per kWh where nobody states a figure: production in France in 2024.
  package static let defaultGridGPerKWh = Quantity(
    21.7, unit: "g/kWh", basis: .published,
    source: "RTE, CO2 equivalent of production in France in 2024: "
      + "https://analysesetdonnees.rte-france.com/index.php/bilan-electrique-2024/emissions")

  /// Grams of CO2 equivalent per kWh of electricity before the first year in `gridGPerKWhByYear`.
  package var gridGPerKWh = defaultGridGPerKWh
  /// Grams per kWh from a calendar year on.
  package var gridGPerKWhByYear: [Int: Double] = [:]
  /// Most tonnes a year of what is in service at the end of each planning year.
  package var capTPerYear: YearlyLimit?
  /// Most tonnes within the horizon, where the last planning year counts once; a limit by year has no
  /// meaning.
  package var capT: YearlyLimit?

  package static let kinds: [RuleKind] = [.carbonPerYear, .carbonTotal]

  /// No limit.
  package init() {}

  /// Grams per kWh in each planning year.
  func gramsPerKWh(in problem: SitingProblem) -> [Double] {
    ProblemBuilder.carryForward(gridGPerKWhByYear, years: problem.years, before: gridGPerKWh.value)
  }

  /// Tonnes a year of what is in service at the end of a year; a MWh times a kg per MWh, which is a gram per
  /// kWh, is a kg.
  private func tonnesPerYear(_ year: Int, in problem: SitingProblem) -> [LinearRule.Term] {
    let tonnesPerMWh = gramsPerKWh(in: problem)[year] / 1_000
    return problem.blocks(on: Array(problem.sites.indices), year: year) { site, sku in
      PlanCosts.energyMWhPerYear(of: problem.blocks[sku], pue: site.pue) * tonnesPerMWh
    }
  }

  /// Tonnes within the horizon: what is in service at the end of each planning year, over the years until the
  /// next one; the last planning year counts once.
  func tonnesWithinHorizon(in problem: SitingProblem) -> [LinearRule.Term] {
    var terms: [LinearRule.Term] = []
    for year in problem.years.indices {
      terms += tonnesPerYear(year, in: problem).times(ObjectiveCompiler.yearsServed(problem, year))
    }
    return terms
  }

  /// The rules: each year, then the horizon.
  package func linearRules(in context: inout RuleContext) -> [LinearRule] {
    var rules: [LinearRule] = []
    if let limit = capTPerYear {
      for (year, calendar, most) in context.limits(limit) {
        rules.append(
          LinearRule(
            .carbonPerYear, limit, at: ["carbon", "cap_t_per_year"], .number(upTo: 1e12), year: calendar,
            unit: "t", terms: tonnesPerYear(year, in: context.problem), atMost: most))
      }
    }
    guard let limit = capT else { return rules }
    guard let most = limit.value, limit.byYear.isEmpty else {
      context.finding(
        "carbon.cap_t: counts the whole horizon and takes one number; for a limit by year use "
          + "carbon.cap_t_per_year")
      return rules
    }
    let terms = tonnesWithinHorizon(in: context.problem)
    rules.append(
      LinearRule(
        .carbonTotal, limit, at: ["carbon", "cap_t"], .number(upTo: 1e13), year: nil, unit: "t", terms: terms,
        atMost: most))
    return rules
  }
}
