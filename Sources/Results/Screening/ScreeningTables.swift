// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

extension ScreeningReport {
  /// One row a site: rank, scores, ranks under random weights, and for an excluded one the rules that struck
  /// it.
  package var rankingTable: ReportTable {
    let ranking = screening.ranking
    var table = ReportTable(
      name: "ranking",
      columns: [
        .init("rank", .integer), .init("id", .text), .init("name", .text), .init("lon", .number),
        .init("lat", .number), .init("status", .text), .init("score", .number),
      ])
    table.columns += (ranking?.units ?? []).filter(\.isGroup).map { .init("group \($0.name)", .number) }
    for criterion in ranking?.criteria ?? [] {
      table.columns += [.init("score \(criterion.name)", .number)]
    }
    table.columns += Self.intervalColumns + [.init("excluded_by", .text)]
    let excluded = screening.excludedRows.map { (row: $0, place: Int?.none) }
    for (row, place) in keptInOrder + excluded {
      let position = self.table.positions[row]
      var cells: [ReportTable.Cell] = [
        .optional(place.flatMap { ranking?.ranks[$0] }), .text(screening.ids[row]),
        .text(self.table.names[row]),
        .number(position.longitude), .number(position.latitude), .text(status(row: row)),
        .optional(place.flatMap { ranking?.totals[$0] }.map(Self.rounded)),
      ]
      if let ranking {
        func cell(_ scores: [Double]) -> ReportTable.Cell {
          .optional(place.map { Self.rounded(scores[$0]) })
        }
        for (unit, scores) in zip(ranking.units, ranking.unitScores) where unit.isGroup {
          cells.append(cell(scores))
        }
        cells += ranking.scores.map(cell)
      }
      table.add(cells + intervalCells(place: place) + [excludedBy(row: row).map { .text($0) } ?? .missing])
    }
    return table
  }

  /// One row a site and rule that struck it. For a site without a value, `value` is empty and `source` says
  /// why there is none.
  package var excludedTable: ReportTable {
    var table = ReportTable(
      name: "excluded",
      columns: [
        .init("site_id", .text), .init("site_name", .text), .init("rule", .text), .init("attribute", .text),
        .init("value", .text), .init("unit", .text), .init("limit", .text), .init("why", .text),
        .init("basis", .text), .init("source", .text), .init("limit_source", .text),
      ])
    for row in screening.excludedRows {
      for strike in screening.strikes[row] {
        let (value, source) = Self.valueAndSource(strike.value)
        table.add([
          .text(screening.ids[row]), .text(self.table.names[row]), .text(strike.rule),
          .text(strike.attribute),
          value, .text(strike.unit),
          .text(strike.limit), .text(strike.isMissing ? "no value" : "limit broken"),
          .optional(strike.value.basis?.rawValue), .text(source), .text(strike.limitSource),
        ])
      }
    }
    return table
  }

  /// A value as a cell, and its source; for a missing one why there is none.
  private static func valueAndSource(_ value: SiteValue) -> (ReportTable.Cell, String) {
    switch value.content {
    case .number(let number): (.optional(NumberText.shortest(number)), value.source)
    case .text(let text): (.text(text), value.source)
    case .missing(let reason): (.missing, reason)
    }
  }

  /// One row a weight: between which ends the shortlist stays the same, and what changes beyond them. `high`
  /// is empty where no larger weight changes it, `low` is 0 where no smaller one does.
  package var stabilityTable: ReportTable {
    var table = ReportTable(
      name: "stability",
      columns: [
        .init("weight_of", .text), .init("name", .text), .init("weight", .number), .init("low", .number),
        .init("high", .number), .init("enters_below", .text), .init("leaves_below", .text),
        .init("enters_above", .text), .init("leaves_above", .text),
      ])
    func list(_ ids: [String]?) -> ReportTable.Cell { .optional(ids?.joined(separator: "; ")) }
    for range in stability?.weights ?? [] {
      table.add([
        .text(range.subject.rawValue), .text(range.name), .number(range.weight),
        .number(Self.significant(range.low)), .optional(range.high.map(Self.significant)),
        list(range.below?.enters), list(range.below?.leaves), list(range.above?.enters),
        list(range.above?.leaves),
      ])
    }
    return table
  }

  /// `sites.geojson`: every site as a point, kept or excluded, with rank and score or the rules that struck
  /// it.
  package var geoJSON: String {
    let ranking = screening.ranking
    var places = [Int?](repeating: nil, count: table.count)
    for (place, row) in (ranking?.rows ?? []).enumerated() { places[row] = place }
    var layer = ReportTable(
      name: "sites",
      columns: [
        .init("id", .text), .init("name", .text), .init("status", .text), .init("rank", .integer),
        .init("score", .number), .init("shortlisted", .flag),
      ] + Self.intervalColumns + [.init("excluded_by", .text)])
    for row in 0..<table.count {
      let place = places[row]
      let rank = place.flatMap { ranking?.ranks[$0] }
      layer.add(
        [
          .text(screening.ids[row]), .text(table.names[row]), .text(status(row: row)), .optional(rank),
          .optional(place.flatMap { ranking?.totals[$0] }.map(Self.rounded)),
          .flag(rank.map { $0 <= screening.parameters.top } ?? false),
        ] + intervalCells(place: place) + [.text(excludedBy(row: row) ?? "")])
    }
    return GeoJSONWriter.text(layer, geometries: table.positions.map { .point($0) })
  }

  /// Whether a site is kept, as a word.
  func status(row: Int) -> String { screening.strikes[row].isEmpty ? "kept" : "excluded" }

  /// Every rule that struck a site with value and limit; nil for a kept one.
  func excludedBy(row: Int) -> String? {
    let strikes = screening.strikes[row]
    return strikes.isEmpty ? nil : strikes.map { "\($0.rule): \($0.sentence)" }.joined(separator: "; ")
  }

  private static let intervalColumns: [ReportTable.Column] = [
    .init("rank_best", .integer), .init("rank_p05", .integer), .init("rank_median", .integer),
    .init("rank_p95", .integer), .init("rank_worst", .integer), .init("top_share", .number),
  ]

  private func intervalCells(place: Int?) -> [ReportTable.Cell] {
    guard let place, let interval = intervals?.sites[place] else {
      return Self.intervalColumns.map { _ in .missing }
    }
    return [
      .integer(interval.best), .integer(interval.low5), .integer(interval.median), .integer(interval.high95),
      .integer(interval.worst), .number(interval.topShare),
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
