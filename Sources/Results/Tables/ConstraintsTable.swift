// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
import PlanningModel

/// One row a rule, place and year: what it comes to, its limits and the room left.
package enum ConstraintsTable {
  /// The table, in report order.
  package static func table(_ plan: Plan) -> ReportTable {
    var table = ReportTable(
      name: "constraints",
      columns: [
        .init("name", .text), .init("scope", .text), .init("year", .integer), .init("activity", .number),
        .init("at_least", .number), .init("at_most", .number), .init("slack", .number),
        .init("unit", .text), .init("binding", .flag), .init("holds", .flag),
      ])
    for rule in plan.activities {
      table.add([
        .text(rule.rule.identifier), .text(rule.rule.scope), .optional(rule.rule.year),
        .number(rule.activity), .optional(rule.atLeast), .optional(rule.atMost),
        .optional(rule.slack.isFinite ? rule.slack : nil), .text(rule.unit), .flag(rule.isBinding),
        .flag(rule.holds),
      ])
    }
    return table
  }
}
