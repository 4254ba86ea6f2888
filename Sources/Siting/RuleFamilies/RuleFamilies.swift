// SPDX-License-Identifier: GPL-3.0-or-later

/// The families of rules of a scenario that compile to linear rules; an absent one states nothing.
public struct RuleFamilies: Sendable, Equatable, Codable {
  /// No rules.
  public init() {}

  /// Those that state something, in report order.
  var stated: [any RuleFamily] { [] }

  /// What a measure that needs figures of a family is, over the decisions of a problem; nil where the figures are not stated.
  func terms(of measure: PlanningObjective.Measure, in problem: SitingProblem) -> [LinearRule.Term]? {
    switch measure {
    case .discountedCostEUR, .gpus, .gpuYears, .sites, .exaflops, .carbonT, .waterM3: nil
    }
  }

  /// The linear rules of all families.
  ///
  /// - Returns: The rules in report order, and everything that is wrong with them.
  func compiled(for problem: SitingProblem, table: SiteTable) -> (rules: [LinearRule], findings: [String]) {
    var context = RuleContext(problem: problem, table: table)
    let rules = stated.flatMap { $0.linearRules(in: &context) }
    return (rules, context.findings)
  }
}
