// SPDX-License-Identifier: GPL-3.0-or-later

import Sites
import Studies

/// The smaller tables of a study.
package enum StudyTables {
  private static let siteColumns: [Column<StudySite>] = [
    .text("id") { $0.site.id }, .text("name") { $0.site.name }, .number("lon") { $0.site.position.longitude },
    .number("lat") { $0.site.position.latitude }, .text("region") { $0.site.region },
    .integer("chosen_in") { $0.frequency.selected }, .integer("plans") { $0.frequency.cases },
    .number("share") { $0.frequency.share }, .number("share_low") { $0.frequency.interval.lowerBound },
    .number("share_high") { $0.frequency.interval.upperBound },
    .text("stability") { $0.frequency.stability.rawValue }, .integer("gpus_min") { $0.gpus.least },
    .number("gpus_mean") { $0.gpus.mean }, .integer("gpus_max") { $0.gpus.most },
    .integer("opens_first_year") { $0.opens?.lowerBound },
    .integer("opens_last_year") { $0.opens?.upperBound },
  ]

  /// `sites.csv`: a row for each site that at least one plan has, the most frequent first.
  package static func sites(_ sites: [StudySite]) -> ReportTable {
    ReportTable(name: "sites", siteColumns, rows: sites)
  }

  private static let failureColumns: [Column<(row: StudyResult.Row, finding: String)>] = [
    .text("id") { $0.row.id }, .text("label") { $0.row.label }, .text("finding") { $0.finding },
  ]

  /// `failures.csv`: a row for each thing that is wrong with a case.
  static func failures(_ result: StudyResult) -> ReportTable {
    ReportTable(
      name: "failures", failureColumns,
      rows: result.rows.flatMap { row in row.faults.map { (row: row, finding: $0) } })
  }
}
