// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
import Sites

/// One row a reason why a site was left out before the choice began.
package enum ExclusionsTable {
  private static let columns: [Column<(site: PlannedSite, exclusion: SiteExclusion)>] = [
    .text("site_id") { $0.site.id }, .text("site_name") { $0.site.name }, .text("rule") { $0.exclusion.rule },
    .text("value") { $0.exclusion.value }, .text("limit") { $0.exclusion.limit },
  ]

  /// The table; a site excluded by several rules has several rows.
  package static func table(_ plan: Plan) -> ReportTable {
    ReportTable(
      name: "excluded", columns,
      rows: plan.sites.filter { $0.status == .excluded }.flatMap { site in
        site.exclusions.map { (site: site, exclusion: $0) }
      })
  }
}
