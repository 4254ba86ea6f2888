// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

extension ScreeningReport {
  /// One row a site: rank, scores, ranks under random weights, and for an excluded one the rules that
  /// excluded it.
  package var rankingTable: ReportTable {
    let excluded = screening.excludedRows.map { Place(row: $0) }
    let groups = (screening.ranking?.units ?? []).enumerated().filter(\.element.isGroup)
    let columns: [Column<Place>] =
      [
        rank, .text("id") { screening.ids[$0.row] }, .text("name") { table.names[$0.row] },
        .number("lon") { table.positions[$0.row].longitude },
        .number("lat") { table.positions[$0.row].latitude }, .text("status") { status(row: $0.row) }, score,
      ]
      + groups.map { index, group in
        .number("group \(group.name)") { scored($0) { $0.unitScores[index] } }
      }
      + (screening.ranking?.criteria ?? []).enumerated().map { index, criterion in
        .number("score \(criterion.name)") { scored($0) { $0.scores[index] } }
      } + intervalColumns + [.text("excluded_by") { excludedBy(row: $0.row) }]
    return ReportTable(name: "ranking", columns, rows: kept + excluded)
  }

  /// A site: its row, and its place in the ranking where it is kept.
  private struct Place {
    var row: Int
    var place: Int?
  }

  private var kept: [Place] { keptInOrder.map { Place(row: $0.row, place: $0.place) } }

  private var rank: Column<Place> {
    .integer("rank") { place in place.place.flatMap { screening.ranking?.ranks[$0] } }
  }

  private var score: Column<Place> {
    .number("score") { place in
      place.place.flatMap { screening.ranking?.totals[$0] }.map(Self.rounded)
    }
  }

  /// A score of a kept site.
  private func scored(_ place: Place, _ scores: (ScreeningRanking) -> [Double]) -> Double? {
    guard let ranking = screening.ranking else { return nil }
    return place.place.map { Self.rounded(scores(ranking)[$0]) }
  }

  /// One row a site and rule that excluded it. For a site without a value, `value` is empty and `source` says
  /// why there is none.
  package var excludedTable: ReportTable {
    let columns: [Column<(row: Int, exclusion: ScreeningExclusion)>] = [
      .text("site_id") { screening.ids[$0.row] }, .text("site_name") { table.names[$0.row] },
      .text("rule") { $0.exclusion.rule }, .text("attribute") { $0.exclusion.attribute },
      .text("value") { Self.valueAndSource($0.exclusion.value).value }, .text("unit") { $0.exclusion.unit },
      .text("limit") { $0.exclusion.limit },
      .text("why") { $0.exclusion.isMissing ? "no value" : "limit broken" },
      .text("basis") { $0.exclusion.value.basis?.rawValue },
      .text("source") { Self.valueAndSource($0.exclusion.value).source },
      .text("limit_source") { $0.exclusion.limitSource },
    ]
    return ReportTable(
      name: "excluded", columns,
      rows: screening.excludedRows.flatMap { row in
        screening.exclusionsBySite[row].map { (row: row, exclusion: $0) }
      })
  }

  /// A value as text, and its source; for a missing one why there is none.
  private static func valueAndSource(_ value: SiteValue) -> (value: String?, source: String) {
    switch value.content {
    case .number(let number): (NumberText.shortest(number), value.source)
    case .text(let text): (text, value.source)
    case .missing(let reason): (nil, reason)
    }
  }

  /// One row a weight: between which ends the shortlist stays the same, and what changes beyond them. `high`
  /// is empty where no larger weight changes it, `low` is 0 where no smaller one does.
  package var stabilityTable: ReportTable {
    @Sendable func list(_ ids: [String]?) -> String? { ids?.joined(separator: "; ") }
    let columns: [Column<WeightRange>] = [
      .text("weight_of") { $0.subject.rawValue }, .text("name") { $0.name }, .number("weight") { $0.weight },
      .number("low") { Self.significant($0.low) }, .number("high") { $0.high.map(Self.significant) },
      .text("enters_below") { list($0.below?.enters) }, .text("leaves_below") { list($0.below?.leaves) },
      .text("enters_above") { list($0.above?.enters) }, .text("leaves_above") { list($0.above?.leaves) },
    ]
    return ReportTable(name: "stability", columns, rows: stability?.weights ?? [])
  }

  /// `sites.geojson`: every site as a point, kept or excluded, with rank and score or the rules that excluded
  /// it.
  package var geoJSON: String {
    var places = (0..<table.count).map { Place(row: $0) }
    for (place, row) in (screening.ranking?.rows ?? []).enumerated() { places[row].place = place }
    let columns: [Column<Place>] =
      [
        .text("id") { screening.ids[$0.row] }, .text("name") { table.names[$0.row] },
        .text("status") { status(row: $0.row) }, rank, score,
        .flag("shortlisted") { place in
          place.place.flatMap { screening.ranking?.ranks[$0] }.map { $0 <= screening.parameters.top } ?? false
        },
      ] + intervalColumns + [.text("excluded_by") { excludedBy(row: $0.row) ?? "" }]
    return GeoJSONWriter.text(
      ReportTable(name: "sites", columns, rows: places), geometries: table.positions.map { .point($0) })
  }

  /// Whether a site is kept, as a word.
  func status(row: Int) -> String { screening.exclusionsBySite[row].isEmpty ? "kept" : "excluded" }

  /// Every rule that excluded a site with value and limit; nil for a kept one.
  func excludedBy(row: Int) -> String? {
    let exclusions = screening.exclusionsBySite[row]
    return exclusions.isEmpty ? nil : exclusions.map { "\($0.rule): \($0.sentence)" }.joined(separator: "; ")
  }

  private var intervalColumns: [Column<Place>] {
    @Sendable func interval(_ place: Place) -> RankAcceptability.Ranks? {
      place.place.flatMap { intervals?.sites[$0] }
    }
    return [
      .integer("rank_best") { interval($0)?.best }, .integer("rank_p05") { interval($0)?.low5 },
      .integer("rank_median") { interval($0)?.median }, .integer("rank_p95") { interval($0)?.high95 },
      .integer("rank_worst") { interval($0)?.worst }, .number("top_share") { interval($0)?.topShare },
    ]
  }

  /// A number to nine significant digits.
  static func significant(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    var scale = 1.0
    while value.magnitude * scale < 1e8, scale < 1e20 { scale *= 10 }
    while value.magnitude * scale >= 1e9, scale > 1e-20 { scale /= 10 }
    return (value * scale).rounded() / scale
  }
}
