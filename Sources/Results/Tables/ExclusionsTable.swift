// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
import Sites

/// One row a reason why a site was left out before the choice began.
package enum ExclusionsTable {
  /// The table; a site struck by several rules has several rows.
  package static func table(_ plan: Plan) -> ReportTable {
    var table = ReportTable(
      name: "excluded",
      columns: [
        .init("site_id", .text), .init("site_name", .text), .init("rule", .text), .init("value", .text),
        .init("limit", .text),
      ])
    for site in plan.sites where site.verdict == .excluded {
      for exclusion in site.exclusions {
        table.add([
          .text(site.id), .text(site.name), .text(exclusion.rule), .text(exclusion.value),
          .text(exclusion.limit),
        ])
      }
    }
    return table
  }
}
