// SPDX-License-Identifier: GPL-3.0-or-later

package import PlanningModel
import Quantities
import Sites

/// The families of rules of a scenario that compile to linear rules; an absent one states nothing.
package struct RuleFamilies: Sendable, Equatable, Codable {
  /// Limits on grid power.
  package var grid: GridRules?
  /// What remains in service when any one thing is lost.
  package var resilience: ResilienceRules?
  /// Demand beside a number of GPUs.
  package var demand: DemandRules?
  /// Limits on water.
  package var water: WaterRules?
  /// Limits on greenhouse gases.
  package var carbon: CarbonRules?
  /// Obligation to have a user for heat.
  package var heatReuse: HeatReuseRules?
  /// Shares by tier of sovereignty, with the tiers.
  package var sovereignty: SovereigntyRules?
  /// Which sites go together, and how many there are.
  package var siteLogic: SiteLogic?
  /// Linear rules of the planner's own.
  package var plannerRules: PlannerRules?

  /// No rules.
  package init() {}

  /// All of them, in report order; an absent one makes no rules.
  private var all: [any RuleFamily] {
    [
      grid ?? GridRules(), resilience ?? ResilienceRules(), demand ?? DemandRules(), water ?? WaterRules(),
      carbon ?? CarbonRules(), heatReuse ?? HeatReuseRules(), sovereignty ?? SovereigntyRules(),
      siteLogic ?? SiteLogic(), plannerRules ?? PlannerRules(),
    ]
  }

  /// Kinds of the rules of all families, and of those that no family makes.
  package static let kinds: [RuleKind] =
    PlanningRules.kinds + RuleFamilies().all.flatMap { type(of: $0).kinds }

  /// The kind that files call so; one that says no more than its identifier where there is none.
  package static func kind(_ identifier: String) -> RuleKind {
    kinds.first { $0.identifier == identifier } ?? RuleKind(identifier)
  }

  /// What a measure that needs figures of a family is, over the decisions of a problem; nil where the figures
  /// are not stated.
  func terms(of measure: PlanningObjective.Measure, in problem: SitingProblem) -> [LinearRule.Term]? {
    switch measure {
    case .discountedCostEUR, .gpus, .gpuYears, .sites: nil
    case .exaflops: (demand ?? DemandRules()).exaflopsAtEnd(in: problem)
    case .carbonT: (carbon ?? CarbonRules()).tonnesWithinHorizon(in: problem)
    case .waterM3: (water ?? WaterRules()).m3WithinHorizon(in: problem)
    }
  }

  /// The linear rules of all families.
  ///
  /// - Returns: The rules in report order, and everything that is wrong with them.
  func compiled(for problem: SitingProblem, table: SiteTable) -> (rules: [LinearRule], findings: [String]) {
    var context = RuleContext(problem: problem, table: table)
    let rules = all.flatMap { $0.linearRules(in: &context) }
    return (rules, context.findings + Self.faultsOfSize(rules))
  }

  /// Rules whose amounts are too small to be distinguished from 0, or so large that small ones are lost
  /// beside them: an attribute in an unfortunate unit makes such sums. A plan is held to a rule within 1e-6
  /// of its unit.
  static func faultsOfSize(_ rules: [LinearRule]) -> [String] {
    var findings: [String] = []
    for rule in rules {
      guard let largest = (rule.terms + rule.reference).map(\.coefficient.magnitude).max(), largest > 0
      else { continue }
      let fault: String
      if largest < 1e-7 {
        fault =
          "the most that one block, site or connection adds is \(largest) \(rule.unit), too little to "
          + "tell from 0; state the rule in a unit that makes it 0.001 or more"
      } else if largest > 1e12 {
        fault =
          "one block, site or connection adds up to \(largest) \(rule.unit), more than a plan can be "
          + "held to; state the rule in a unit that makes it 1e9 or less"
      } else {
        continue
      }
      let finding = "\(rule.name): \(fault)"
      if !findings.contains(finding) { findings.append(finding) }
    }
    return findings
  }
}
