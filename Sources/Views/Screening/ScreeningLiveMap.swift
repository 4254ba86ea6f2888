// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Results
import Sites
import Wording

/// The map that moves, of a screening: the shortlist by rank, the other kept sites, and the excluded ones
/// with the rules that excluded them.
struct ScreeningLiveMap {
  var report: ScreeningReport
  var basemap: Basemap

  /// The map; nil when there is nothing to draw.
  var map: LiveMap? {
    let table = report.table
    guard let frame = MapFrame(sites: table.positions, basemap: basemap, width: SiteMap.width) else {
      return nil
    }
    let discs = discs
    var status = Array(repeating: 1, count: table.count)
    for row in report.screening.excludedRows { status[row] = 2 }
    for disc in discs { status[disc.site] = 0 }
    let classes: [(label: Phrase, style: String)] = [
      ("shortlist", "chosen"), ("kept", "not-chosen"), ("excluded", "excluded"),
    ]
    return LiveMap(
      frame: frame, years: [],
      groups: [LiveMap.Group(key: "status", label: "Status", classes: classes, members: status)],
      names: table.names, positions: table.positions, notes: notes,
      sheets: Array(repeating: "", count: table.count), discs: discs)
  }

  private var notes: [Phrase] {
    var notes: [Phrase] = report.screening.exclusionsBySite.map { exclusions in
      exclusions.isEmpty ? .empty : "excluded by \(exclusions.map(\.rule).joined(separator: ", "))"
    }
    guard let ranking = report.screening.ranking else { return notes }
    for (row, place) in report.keptInOrder {
      guard let place else { continue }
      notes[row] =
        "rank \(.grouped(ranking.ranks[place])) of \(.grouped(report.screening.keptRows.count)), score "
        + "\(.grouped(ranking.totals[place], decimals: 3))"
    }
    return notes
  }

  /// The shortlist, best first.
  private var discs: [LiveMap.Disc] {
    guard let ranking = report.screening.ranking else { return [] }
    var discs: [LiveMap.Disc] = []
    for (row, place) in report.keptInOrder {
      guard let place, ranking.ranks[place] <= report.screening.parameters.top else { continue }
      discs.append(LiveMap.Disc(site: row, number: ranking.ranks[place]))
    }
    return discs
  }
}
