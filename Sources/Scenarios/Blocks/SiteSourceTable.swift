// SPDX-License-Identifier: GPL-3.0-or-later

import Siting

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

  /// Keys of the table that are no site.
  static let keys: Set = [
    "source", "layer", "crs", "id_field", "name_field", "columns", "x", "y", "open_options", "title",
  ]

  init(_ table: ConfigTable) {
    source = table.node("source", .required, example: "\"sites.geojson\"").flatMap { node in
      table.text("source", node).map { LocatedText(text: $0, node: node) }
    }
    layer = table.text("layer", .optional)
    crs = table.referenceCode("crs")
    title = table.text("title", .optional)
    openOptions = OpenOptions.read(table)
    var columns = Self.columns(table)
    pointColumns = table.pointColumns(beside: &columns)
    idField = table.text("id_field", .optional) ?? "id"
    nameField = table.text("name_field", .optional) ?? "name"
    self.columns = columns
  }

  /// The declared source.
  func declared(named name: String) -> LayerSource? {
    source.map { source in
      LayerSource(
        name: name, source: FilePath.resolve(source.text, in: source.node.origin.folder), layer: layer,
        crsOverride: crs, title: title ?? "Candidate sites", openOptions: openOptions)
    }
  }

  /// `columns = { power_mw_max = "puissance" }`.
  private static func columns(_ table: ConfigTable) -> [String: String] {
    guard table.node("columns") != nil else { return [:] }
    let columns = table.table("columns")
    var found: [String: String] = [:]
    for attribute in columns.keys {
      guard let node = columns.node(attribute), let column = columns.text(attribute, node) else { continue }
      if let meant = ColumnMeaning.meant(by: attribute).first {
        columns.finding(
          attribute, node, "is no name that planning reads", hint: "did you mean '\(meant)'?",
          severity: .warning)
      }
      found[attribute] = column
    }
    return found
  }
}

extension ConfigTable {
  /// `x = "lon"` and `y = "lat"`: the columns of a table's coordinates.
  ///
  /// - Parameter columns: Columns by attribute; `lon` and `lat`, or `x` and `y`, among them are taken out and count as these.
  func pointColumns(beside columns: inout [String: String]) -> PointColumns? {
    var found = [text("x", .optional), text("y", .optional)]
    for (place, names) in [["lon", "longitude", "x"], ["lat", "latitude", "y"]].enumerated() {
      for name in names {
        guard let column = columns.removeValue(forKey: name) else { continue }
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
