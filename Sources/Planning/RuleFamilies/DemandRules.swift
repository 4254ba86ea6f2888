// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import PlanningModel
import Quantities

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
            name: "demand.it_mw", family: "demand_it_mw", year: calendar, unit: "MW",
            terms: problem.national(year: year) { $0.itMW }, atLeast: least,
            penaltyEURPerUnit: itMW.penaltyEURPerUnit, source: itMW.source))
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
    return context.limits(demand.limit).map { year, calendar, least in
      LinearRule(
        name: key, family: "demand_exaflops", scope: demand.precision.rawValue, year: calendar,
        unit: "EFLOPS", terms: problem.national(year: year) { $0.denseEFLOPS(precision) ?? 0 },
        atLeast: least,
        penaltyEURPerUnit: demand.limit.penaltyEURPerUnit, source: demand.limit.source)
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
