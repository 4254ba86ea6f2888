// SPDX-License-Identifier: GPL-3.0-or-later

import Studies

/// The smaller tables of a study.
package enum StudyTables {
  /// `sites.csv`: a row for each site that at least one plan has, the most frequent first.
  package static func sites(_ sites: [StudySite]) -> ReportTable {
    var table = ReportTable(
      name: "sites",
      columns: [
        .init("id", .text), .init("name", .text), .init("lon", .number), .init("lat", .number),
        .init("region", .text), .init("chosen_in", .integer), .init("plans", .integer),
        .init("share", .number), .init("share_low", .number), .init("share_high", .number),
        .init("stability", .text), .init("gpus_min", .integer), .init("gpus_mean", .number),
        .init("gpus_max", .integer), .init("opens_first_year", .integer), .init("opens_last_year", .integer),
      ])
    for entry in sites {
      let (site, frequency) = (entry.site, entry.frequency)
      table.add([
        .text(site.id), .text(site.name), .number(site.longitude), .number(site.latitude),
        .text(site.region), .integer(frequency.selected), .integer(frequency.cases),
        .number(frequency.share), .number(frequency.interval.lowerBound),
        .number(frequency.interval.upperBound), .text(frequency.stability.rawValue),
        .integer(entry.gpus.least), .number(entry.gpus.mean), .integer(entry.gpus.most),
        .optional(entry.opens?.lowerBound), .optional(entry.opens?.upperBound),
      ])
    }
    return table
  }

  /// `failures.csv`: a row for each thing that is wrong with a case.
  static func failures(_ result: StudyResult) -> ReportTable {
    var table = ReportTable(
      name: "failures",
      columns: [.init("id", .text), .init("label", .text), .init("finding", .text)])
    for row in result.rows {
      for finding in row.faults { table.add([.text(row.id), .text(row.label), .text(finding)]) }
    }
    return table
  }
}
