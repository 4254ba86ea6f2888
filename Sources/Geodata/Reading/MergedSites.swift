// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// Sites of several sources in one table, in ascending order of identifier.
struct MergedSites {
  /// What one source gave.
  typealias Reading = (table: SiteTable, shapes: SiteShapes, report: LayerReport)

  private(set) var table: SiteTable
  private(set) var shapes: SiteShapes
  private(set) var reports: [LayerReport]
  private var origins: [String: String]

  init(_ reading: Reading, of source: SiteSource) {
    table = reading.table
    shapes = reading.shapes
    reports = [reading.report]
    origins = Dictionary(reading.table.ids.map { ($0, source.declared.source) }) { first, _ in first }
  }

  /// Puts the sites of another source beside them.
  ///
  /// - Throws: `InputFailure` naming every site that was there before.
  mutating func add(_ reading: Reading, of source: SiteSource) throws {
    let access = LayerAccess(declared: source.declared)
    let repeated = reading.table.ids.compactMap { id in
      origins[id].map {
        access.finding("site id '\(id)' is also in \(Credentials.hidden(in: $0)); ids must be unique")
      }
    }
    if !repeated.isEmpty {
      let more = repeated.count > 10 ? [access.finding("and \(repeated.count - 10) more ids")] : []
      throw InputFailure(findings: Array(repeated.prefix(10)) + more)
    }
    for id in reading.table.ids { origins[id] = source.declared.source }
    var report = reading.report
    report.remarks += Self.mixedColumns(table, reading.table)
    reports.append(report)
    let parts = [(table, shapes), (reading.table, reading.shapes)]
    let order = parts.indices.flatMap { part in parts[part].0.ids.indices.map { (part: part, row: $0) } }
      .sorted { parts[$0.part].0.ids[$0.row] < parts[$1.part].0.ids[$1.row] }
    var merged = try SiteTable(
      sites: order.map { place in
        let table = parts[place.part].0
        return (table.ids[place.row], table.names[place.row], table.positions[place.row])
      })
    var names = table.columns.map(\.name)
    names += reading.table.columns.map(\.name).filter { table.column($0) == nil }
    for name in names {
      let columns = parts.map { $0.0.column(name) }
      try merged.set(
        SiteTable.Column(
          name: name, unit: columns.compactMap { $0 }.first?.unit ?? "",
          values: order.map { columns[$0.part]?.values[$0.row] ?? .missing("not in the site source") }))
    }
    table = merged
    let all = parts.map(\.1)
    shapes = SiteShapes(
      ids: order.map { all[$0.part].ids[$0.row] }, positions: order.map { all[$0.part].positions[$0.row] },
      measured: order.map { all[$0.part].measured[$0.row] },
      polygonWKB: order.map { all[$0.part].polygonWKB[$0.row] }, measuringCRS: shapes.measuringCRS)
  }

  /// Columns that hold numbers in one table and texts in the other, in words.
  private static func mixedColumns(_ one: SiteTable, _ other: SiteTable) -> [String] {
    other.columns.compactMap { column in
      guard let first = one.column(column.name) else { return nil }
      let (isNumber, isText) = (
        first.values.contains { $0.number != nil }, first.values.contains { $0.text != nil }
      )
      let mixes =
        isNumber && column.values.contains { $0.text != nil }
        || isText && column.values.contains { $0.number != nil }
      return mixes ? "column '\(column.name)' holds numbers in one table of sites and texts in another" : nil
    }
  }
}
