// SPDX-License-Identifier: GPL-3.0-or-later

package import PlanningModel
package import Sites

/// A family of rules as a planner states it. It compiles to linear rules once the candidates and their
/// attributes are known, and nothing behind that step knows the family.
package protocol RuleFamily: Sendable {
  /// Kinds of its rules.
  static var kinds: [RuleKind] { get }
  /// The rules, in report order. What cannot be compiled goes to the findings of the context.
  func linearRules(in context: inout RuleContext) -> [LinearRule]
}

/// What a family of rules is compiled against.
package struct RuleContext {
  /// The problem, complete but for the rules that are being compiled.
  package let problem: SitingProblem
  /// The site table, missing attributes filled.
  package let table: SiteTable
  /// Everything that is wrong with the rules: where (the scenario's key), what, cure.
  package private(set) var findings: [String] = []
  private let rows: [Int]

  /// What a family of rules is compiled against.
  package init(problem: SitingProblem, table: SiteTable) {
    self.problem = problem
    self.table = table
    rows = problem.sites.map { table.row(of: $0.id) ?? -1 }
  }

  /// Row of a candidate in the site table.
  package func row(ofSite site: Int) -> Int { rows[site] }

  /// Reports what cannot be compiled.
  package mutating func finding(_ text: String) { findings.append(text) }

  /// Indices and calendar years of the planning years in which a limit by year holds, with the limit; years
  /// before the first one stated have none, later ones carry it forward.
  package func limits(_ limit: YearlyLimit) -> [(year: Int, calendar: Int, limit: Double)] {
    let carried = ProblemBuilder.carryForward(
      limit.byYear.mapValues { Optional($0) }, years: problem.years, before: limit.value)
    return problem.years.indices.compactMap { year in
      carried[year].map { (year, problem.years[year], $0) }
    }
  }
}
