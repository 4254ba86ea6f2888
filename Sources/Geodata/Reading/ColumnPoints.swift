// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Figures
import GDAL
import Siting

/// Reads the coordinates of a table's features from its columns: two columns, or one of `latitude, longitude`.
struct ColumnPoints {
  /// Options of the driver for CSV that name such columns; they are followed for every table.
  static let options: Set<String> = ["X_POSSIBLE_NAMES", "Y_POSSIBLE_NAMES"]

  /// Names of columns, in lower case, that are looked for; `isDegrees` is nil where they may be of either kind.
  static let usualNames: [(x: [String], y: [String], isDegrees: Bool?)] = [
    (
      ["lon", "long", "lng", "longitude", "longitude_wgs84", "lon_wgs84", "long_wgs84"],
      ["lat", "latitude", "latitude_wgs84", "lat_wgs84"], true
    ),
    (["x"], ["y"], nil),
    (["east", "easting"], ["north", "northing"], false),
    (["x_l93", "x_lambert93", "x_lamb93", "l93_x"], ["y_l93", "y_lambert93", "y_lamb93", "l93_y"], false),
    (
      ["coord_x", "coordx", "x_coord", "xcoord", "coordonnee_x"],
      ["coord_y", "coordy", "y_coord", "ycoord", "coordonnee_y"], nil
    ),
  ]

  /// Names of columns that hold `latitude, longitude`, as Opendatasoft writes them.
  static let pairNames = [
    "geo_point_2d", "geo_point", "geopoint", "coordonnees_geo", "coordonnees_geographiques",
  ]

  private let x: Int
  private let y: Int
  private let fields: [FieldDefinition]
  private let access: LayerAccess
  private let lines: DelimitedText?

  private let commas = Commas()
  private let guesses: [String]

  /// The first decimal comma that was met, in words.
  private final class Commas {
    var first: String?
  }

  /// What was guessed, in words, once all features have been seen.
  var remarks: [String] { guesses + [commas.first].compactMap { $0 } }
  /// The reference system that the names of the columns imply; nil where they imply none.
  let implied: String?

  /// The columns of a layer's coordinates.
  ///
  /// - Returns: nil for a layer with geometries of its own, unless columns are stated.
  /// - Throws: `GeodataFailure` where there are none, or stated ones are missing.
  init?(_ layer: Layer, _ access: LayerAccess, lines: DelimitedText?) throws {
    self.access = access
    self.lines = lines
    fields = layer.fields
    let names = layer.fields.map { $0.name.lowercased() }
    func place(_ candidates: [String]) -> Int? {
      for candidate in candidates {
        if let index = names.firstIndex(of: candidate.lowercased()) { return index }
      }
      return nil
    }
    func places(_ xs: [String], _ ys: [String]) -> (Int, Int)? {
      place(xs).flatMap { x in place(ys).map { (x, $0) } }
    }
    if let stated = access.declared.pointColumns {
      try access.check(fields: stated.x == stated.y ? [stated.x] : [stated.x, stated.y], of: layer)
      x = try layer.fieldIndex(stated.x)
      y = try layer.fieldIndex(stated.y)
      guesses = []
      implied = stated.x == stated.y ? "EPSG:4326" : nil
      return
    }
    if layer.geometryType.base != .none { return nil }
    func option(_ name: String) -> [String]? {
      access.declared.openOptions.first { $0.key.uppercased() == name }.map { option in
        option.value.split(separator: ",").map { $0.filter { $0 != "*" } }
      }
    }
    if let xs = option("X_POSSIBLE_NAMES"), let ys = option("Y_POSSIBLE_NAMES") {
      guard let found = places(xs, ys) else {
        throw access.failure(
          "has no columns of the names in X_POSSIBLE_NAMES and Y_POSSIBLE_NAMES; it has \(layer.fields.map(\.name).joined(separator: ", "))"
        )
      }
      (x, y) = found
      guesses = []
      implied = nil
      return
    }
    let isGeographic = access.declared.crsOverride.flatMap { try? SpatialReference(userInput: $0) }?
      .isGeographic
    var found: [(x: Int, y: Int, isDegrees: Bool?)] = Self.usualNames.compactMap { usual in
      places(usual.x, usual.y).map { ($0.0, $0.1, usual.isDegrees) }
    }
    if let pair = place(Self.pairNames) { found.append((pair, pair, true)) }
    let fitting = found.filter { isGeographic == nil || $0.isDegrees == nil || $0.isDegrees == isGeographic }
    guard let best = fitting.first ?? found.first else {
      throw access.failure(
        "has no geometry; for a table name the columns of the coordinates, for example x = \"lon\" and y = \"lat\"; it has "
          + layer.fields.map(\.name).joined(separator: ", "))
    }
    (x, y) = (best.x, best.y)
    func words(_ columns: (x: Int, y: Int, isDegrees: Bool?)) -> String {
      columns.x == columns.y
        ? "'\(layer.fields[columns.x].name)'"
        : "'\(layer.fields[columns.x].name)' and '\(layer.fields[columns.y].name)'"
    }
    implied = best.isDegrees == true ? "EPSG:4326" : nil
    var said: [String] = []
    if fitting.count > 1 {
      said.append(
        "coordinates are read from \(words(best)), not from \(fitting.dropFirst().map(words).joined(separator: " or ")); say which with "
          + "x and y")
    }
    if access.declared.crsOverride == nil, layer.spatialReference == nil, best.isDegrees == true {
      said.append(
        "no reference system is stated, so \(words(best)) are taken for degrees on WGS 84; say so with crs = \"EPSG:4326\""
      )
    }
    guesses = said
  }

  /// The fields that are read.
  var names: [String] { x == y ? [fields[x].name] : [fields[x].name, fields[y].name] }

  /// The coordinates of a feature; nil where either cell is empty.
  ///
  /// - Throws: `GeodataFailure` for a cell that is no number.
  func coordinate(of feature: Feature, ordinal: Int) throws -> Coordinate? {
    if x == y { return try pair(feature, ordinal) }
    guard let first = try number(feature, x, ordinal), let second = try number(feature, y, ordinal) else {
      return nil
    }
    return Coordinate(x: first, y: second)
  }

  private func number(_ feature: Feature, _ index: Int, _ ordinal: Int) throws -> Double? {
    let value = feature.values[index]
    if value.isMissing { return nil }
    if let number = value.number { return number.isFinite ? number : nil }
    let text = value.text ?? "\(value)"
    if text.allSatisfy(\.isWhitespace) { return nil }
    // Between semicolons a comma can only be a decimal one.
    if let lines, lines.separator != .comma, PlainNumber.hasDecimalComma(text) {
      if commas.first == nil {
        commas.first = "'\(fields[index].name)' holds decimal commas ('\(text)'), read as such"
      }
      return PlainNumber.value(String(text.map { $0 == "," ? "." : $0 }))
    }
    guard let number = PlainNumber.value(text) else {
      throw failure(feature, index, ordinal, PlainNumber.hint(for: text))
    }
    return number
  }

  private func pair(_ feature: Feature, _ ordinal: Int) throws -> Coordinate? {
    let value = feature.values[x]
    guard !value.isMissing, let text = value.text, !text.allSatisfy(\.isWhitespace) else { return nil }
    let parts = text.split(separator: ",").map { String($0).filter { !$0.isWhitespace } }
    guard parts.count == 2, let latitude = PlainNumber.value(parts[0]),
      let longitude = PlainNumber.value(parts[1])
    else { throw failure(feature, x, ordinal, "write latitude and longitude, such as \"48.85, 2.35\"") }
    return Coordinate(x: longitude, y: latitude)
  }

  private func failure(_ feature: Feature, _ index: Int, _ ordinal: Int, _ hint: String) -> GeodataFailure {
    let place = access.place(of: feature, ordinal: ordinal, lines: lines)
    return access.failure(
      "\(place): \(fields[index].name) = '\(feature.values[index])' is no coordinate; \(hint)")
  }
}

extension LayerAccess {
  /// Where a feature stands, in words: its line in a CSV file, otherwise its id or its place.
  func place(of feature: Feature, ordinal: Int, lines: DelimitedText?) -> String {
    if let lines { return "line \(lines.line(ofRow: ordinal))" }
    return feature.id.map { "feature \($0)" } ?? "the feature at place \(ordinal + 1)"
  }
}
