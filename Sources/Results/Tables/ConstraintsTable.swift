// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
import PlanningModel

/// One row a rule, place and year: what it comes to, its limits and the room left.
package enum ConstraintsTable {
  private static let columns: [Column<RuleActivity>] = [
    .text("name") { $0.rule.kind.identifier }, .text("scope") { $0.rule.scope },
    .integer("year") { $0.rule.year }, .number("activity") { $0.activity },
    .number("at_least") { $0.atLeast }, .number("at_most") { $0.atMost },
    .number("slack") { $0.slack.isFinite ? $0.slack : nil }, .text("unit") { $0.unit },
    .flag("binding") { $0.isBinding }, .flag("holds") { $0.holds },
  ]

  /// The table, in report order.
  package static func table(_ plan: Plan) -> ReportTable {
    ReportTable(name: "constraints", columns, rows: plan.activities)
  }
}
