// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import PlanningModel
import Quantities

extension RuleKind {
  /// IT power asked for.
  static let demandITMW = RuleKind("demand_it_mw", "IT power asked for")
  /// Arithmetic asked for.
  static let demandExaflops = RuleKind("demand_exaflops", "Arithmetic asked for")
  /// GPUs near hubs.
  static let demandInference = RuleKind("demand_inference", "GPUs near the hubs")
}

/// Demand other than a number of GPUs: arithmetic, IT power, and GPUs near the people who use them.
package struct DemandRules: RuleFamily, Equatable, Codable {
  /// Peak dense arithmetic in service.
  package struct Exaflops: Sendable, Equatable, Codable {
    /// Number format that the rate is counted at.
    package var precision: ComputePrecision
    /// EFLOPS without sparsity.
    package var limit: YearlyLimit

    /// Peak dense arithmetic in service.
    package init(precision: ComputePrecision, limit: YearlyLimit) {
      self.precision = precision
      self.limit = limit
    }
  }

  /// Peak dense arithmetic in service; nil for no demand.
  package var exaflops: Exaflops?
  /// Provisioned IT power in service, in MW; nil for no demand.
  package var itMW: YearlyLimit?
  /// GPUs near hubs; a GPU serves one hub.
  package var inference: [InferenceDemand] = []

  package static let kinds: [RuleKind] = [.demandExaflops, .demandITMW, .demandInference]

  /// No demand.
  package init() {}

  /// The rules: arithmetic, power, hubs.
  package func linearRules(in context: inout RuleContext) -> [LinearRule] {
    var rules: [LinearRule] = []
    if let exaflops { rules += self.exaflops(exaflops, &context) }
    if let itMW {
      context.checkWithinHorizon(itMW, key: "demand.it_mw")
      let problem = context.problem
      for (year, calendar, least) in context.limits(itMW) {
        rules.append(
          LinearRule(
            .demandITMW, itMW, at: ["demand", "it_mw"], .number(upTo: 1_000_000), year: calendar, unit: "MW",
            terms: problem.national(year: year) { $0.itMW }, constant: problem.existingITMW(year: year),
            atLeast: least
          ).above(nothingIn: problem))
      }
    }
    if !inference.isEmpty { rules += InferenceRows(inference, &context).rules(context) }
    return rules
  }

  private func exaflops(_ demand: Exaflops, _ context: inout RuleContext) -> [LinearRule] {
    let problem = context.problem
    let key = "demand.exaflops"
    let precision = demand.precision
    context.checkWithinHorizon(demand.limit, key: key)
    var isComplete = true
    for block in problem.blocks {
      if block.denseEFLOPS(demand.precision) == nil {
        isComplete = false
        let stated = block.denseRates.map(\.precision.rawValue).joined(separator: ", ")
        context.finding(
          "\(key): the catalogue states no dense \(demand.precision.rawValue) rate of \(block.skuID); "
            + (stated.isEmpty
              ? "add performance_pflops_per_gpu to it or leave it out of hardware.use"
              : "it states \(stated): change the precision, or add the rate to its file"))
      }
    }
    guard isComplete else { return [] }
    // Beside its precision a plain number has no place.
    let value = demand.limit.byYear.isEmpty ? ["value"] : []
    return context.limits(demand.limit).map { year, calendar, least in
      LinearRule(
        .demandExaflops, demand.limit, at: ["demand", "exaflops"] + value, .number(upTo: 10_000_000),
        name: key, scope: demand.precision.rawValue, year: calendar, unit: "EFLOPS",
        terms: problem.national(year: year) { $0.denseEFLOPS(precision) ?? 0 },
        constant: problem.existing(year: year) {
          (problem.blocks[$0].denseEFLOPS(precision) ?? 0) / Double(problem.blocks[$0].gpus)
        },
        atLeast: least
      ).above(nothingIn: problem)
    }
  }

  /// Dense EFLOPS in service at the end of the horizon, at the precision of the demand or else FP8; nil where
  /// a rate is not published.
  func exaflopsAtEnd(in problem: SitingProblem) -> [LinearRule.Term]? {
    let precision = exaflops?.precision ?? .fp8
    for block in problem.blocks where block.denseEFLOPS(precision) == nil { return nil }
    return problem.national(year: problem.yearCount - 1) { $0.denseEFLOPS(precision) ?? 0 }
  }
}

extension LinearRule {
  /// The rule. In the last planning year its settings stay above nothing: a plan of nothing is no answer.
  fileprivate func above(nothingIn problem: SitingProblem) -> LinearRule {
    guard year == problem.years.last else { return self }
    var kept = self
    for index in settings.indices { kept.settings[index].lowest = settings[index].value * 0.001 }
    return kept
  }
}
