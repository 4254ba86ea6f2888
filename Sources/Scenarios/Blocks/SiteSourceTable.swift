// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// A table of candidate sites as `[sites]` declares it, or one more under `add`.
struct SiteSourceTable {
  var source: LocatedText?
  var layer: String?
  var crs: String?
  var title: String?
  var idField: String
  var nameField: String
  /// Columns by the attribute that they hold.
  var columns: [String: String]
  var pointColumns: PointColumns?
  var openOptions: [String: String]
  /// The number that stands for no value.
  var noData: Double?
  /// Seconds that its server may leave without an answer.
  var timeoutSeconds: Int?

  init(_ table: ConfigTable) {
    source = table.node("source", .required, example: "\"sites.geojson\"").flatMap { node in
      table.text("source", node, .path).map { LocatedText(text: $0, node: node) }
    }
    layer = table.text("layer", .optional)
    crs = table.referenceCode("crs")
    title = table.text("title", .optional)
    openOptions = OpenOptions.read(table)
    var columns = Self.columns(table)
    pointColumns = table.pointColumns(beside: &columns)
    idField = Self.column("id_field", "id", columns, table)
    nameField = Self.column("name_field", "name", columns, table)
    noData = table.noData()
    timeoutSeconds = table.timeoutSeconds()
    self.columns = columns
  }

  /// The declared source.
  func declared(named name: String) -> LayerSource? {
    source.map { source in
      var declared = LayerSource(
        name: name, source: FilePath.resolve(source.text, in: source.node.origin.folder), layer: layer,
        crsOverride: crs, title: title ?? "Candidate sites", openOptions: openOptions)
      declared.pointColumns = pointColumns
      declared.noData = noData
      declared.timeoutSeconds = timeoutSeconds
      return declared
    }
  }

  /// A column that has a key of its own and can stand among `columns` too.
  private static func column(
    _ key: String, _ attribute: String, _ columns: [String: String], _ table: ConfigTable
  ) -> String {
    let stated = table.text(key, .optional)
    guard let mapped = columns[attribute] else { return stated ?? attribute }
    if let stated, stated != mapped, let node = table.node(key) {
      table.finding(
        key, node, "is '\(stated)', but columns says \(attribute) = \"\(mapped)\"",
        hint: "write \(key) = \"\(mapped)\" if that is meant, else take it out of columns")
    }
    return mapped
  }

  /// `columns = { power_mw_max = "puissance" }`.
  private static func columns(_ table: ConfigTable) -> [String: String] {
    guard table.node("columns") != nil else { return [:] }
    let columns = table.table("columns")
    var found: [String: String] = [:]
    for attribute in columns.keys {
      guard let node = columns.node(attribute), let column = columns.text(attribute, node) else { continue }
      if Self.isKnown(attribute) {
        // Meant as it stands.
      } else if let meant = ColumnMeaning.meant(by: attribute).first {
        columns.finding(
          attribute, node, "is no name that planning reads",
          hint: "did you mean '\(meant)'? a column of your own needs a name that is less like it")
      } else if let near = nearestName(to: attribute, among: ColumnMeaning.known) {
        columns.finding(
          attribute, node, "is no name that planning reads, so it is a column of your own",
          hint: "if '\(near)' is meant, write that", severity: .warning)
      }
      found[attribute] = column
    }
    return found
  }
}

extension SiteSourceTable {
  /// Names that mean something without being read by planning, and what values of known ones rest on.
  fileprivate static func isKnown(_ attribute: String) -> Bool {
    let name = attribute.hasSuffix("_basis") ? String(attribute.dropLast(6)) : attribute
    return ColumnMeaning.known.contains(name)
      || ["id", "name", "source", "lon", "longitude", "x", "lat", "latitude", "y"].contains(attribute)
  }
}

extension ConfigTable {
  /// `nodata = -9999`: the number that stands for no value.
  func noData() -> Double? { number("nodata", .from(-1e300, to: 1e300)) }

  /// `timeout_s = 120`: seconds that a server may leave without an answer.
  func timeoutSeconds() -> Int? { integer("timeout_s", .positive(upTo: 86_400)) }

  /// `x = "lon"` and `y = "lat"`: the columns of a table's coordinates.
  ///
  /// - Parameter columns: Columns by attribute; `lon` and `lat`, or `x` and `y`, among them are taken out and
  ///   count as these.
  func pointColumns(beside columns: inout [String: String]) -> PointColumns? {
    var found = [text("x", .optional), text("y", .optional)]
    for (place, names) in [["lon", "longitude", "x"], ["lat", "latitude", "y"]].enumerated() {
      for name in names {
        guard let column = columns.removeValue(forKey: name) else { continue }
        if let stated = found[place], stated != column, let node = node("columns") {
          finding(
            "columns", node,
            "'\(stated)' and '\(column)' are both stated for the \(place == 0 ? "longitude or easting" : "latitude or northing")",
            hint: "state one column for it, with \(place == 0 ? "x" : "y") or among columns")
        }
        found[place] = found[place] ?? column
      }
    }
    if let x = found[0], let y = found[1] { return PointColumns(x: x, y: y) }
    for (place, key) in ["x", "y"].enumerated() where found[place] == nil && found[1 - place] != nil {
      noteMissing(
        key,
        hint:
          "both columns of the coordinates are needed; one column of \"latitude, longitude\" is named twice")
    }
    return nil
  }
}
