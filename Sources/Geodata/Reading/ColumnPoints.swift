// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import GDAL
import Quantities
import Sites

/// Reads the coordinates of a table's features from its columns: two columns, or one of
/// `latitude, longitude`.
struct ColumnPoints {
  /// Options of the driver for CSV that name such columns; they are followed for every table.
  static let options: Set<String> = ["X_POSSIBLE_NAMES", "Y_POSSIBLE_NAMES"]

  /// Names of columns, in lower case, that are looked for; `isDegrees` is nil where they may be of either
  /// kind.
  static let usualNames: [(x: [String], y: [String], isDegrees: Bool?, code: String?)] = [
    (
      ["lon", "long", "lng", "longitude", "longitude_wgs84", "lon_wgs84", "long_wgs84"],
      ["lat", "latitude", "latitude_wgs84", "lat_wgs84"], true, "EPSG:4326"
    ),
    (["x"], ["y"], nil, nil),
    (["east", "easting"], ["north", "northing"], false, nil),
    (
      ["x_l93", "x_lambert93", "x_lamb93", "l93_x"], ["y_l93", "y_lambert93", "y_lamb93", "l93_y"], false,
      "EPSG:2154"
    ),
    (
      ["coord_x", "coordx", "x_coord", "xcoord", "coordonnee_x"],
      ["coord_y", "coordy", "y_coord", "ycoord", "coordonnee_y"], nil, nil
    ),
  ]

  /// Names of columns that hold `latitude, longitude`, as Opendatasoft writes them.
  static let pairNames = [
    "geo_point_2d", "geo_point", "geopoint", "coordonnees_geo", "coordonnees_geographiques",
  ]

  /// A pair of columns, or one of both coordinates.
  struct Columns: Equatable {
    /// Column of the longitude or easting.
    var x: Int
    /// Column of the latitude or northing.
    var y: Int
    /// Whether its name says that it holds degrees, or that it does not; nil where it says neither.
    var isDegrees: Bool?
    /// Reference system that its name implies; nil for none.
    var code: String?
  }

  private let x: Int
  private let y: Int
  private let fields: [FieldDefinition]
  private let access: LayerAccess
  private let lines: DelimitedText?

  private let commas = Commas()
  private let guesses: [String]

  /// The columns with decimal commas, and the first one that was met.
  private final class Commas {
    var columns: [Int] = []
    var first = ""
  }

  /// What was guessed, in words, once all features have been seen.
  var remarks: [String] {
    guard !commas.columns.isEmpty else { return guesses }
    let names = commas.columns.sorted().map { "'\(fields[$0].name)'" }.joined(separator: " and ")
    return guesses + [
      "\(names) \(commas.columns.count == 1 ? "holds" : "hold") decimal commas ('\(commas.first)'), read as such"
    ]
  }
  /// The reference system that the names of the columns imply; nil where they imply none.
  let implied: String?
  /// Columns that state coordinates as well and that nothing rules out.
  let others: [Columns]

  /// The columns of a layer's coordinates.
  ///
  /// - Returns: nil for a layer with geometries of its own, unless columns are stated.
  /// - Throws: `InputFailure` where there are none, or stated ones are missing.
  init?(_ layer: Layer, _ access: LayerAccess, lines: DelimitedText?) throws {
    self.access = access
    self.lines = lines
    fields = layer.fields
    let names = layer.fields.map { $0.name.lowercased() }
    func place(_ candidates: [String]) -> Int? {
      candidates.lazy.compactMap { names.firstIndex(of: $0.lowercased()) }.first
    }
    if let stated = access.declared.pointColumns {
      try access.check(fields: stated.x == stated.y ? [stated.x] : [stated.x, stated.y], of: layer)
      x = try layer.fieldIndex(stated.x)
      y = try layer.fieldIndex(stated.y)
      guesses = []
      others = []
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
      guard let foundX = place(xs), let foundY = place(ys) else {
        throw access.failure(
          "has no columns of the names in X_POSSIBLE_NAMES and Y_POSSIBLE_NAMES; it has \(layer.fields.map(\.name).joined(separator: ", "))"
        )
      }
      (x, y) = (foundX, foundY)
      guesses = []
      others = []
      implied = nil
      return
    }
    let isGeographic = access.declared.crsOverride.flatMap { try? SpatialReference(userInput: $0) }?
      .isGeographic
    let found = Self.found(in: layer)
    let fitting = found.filter { isGeographic == nil || $0.isDegrees == nil || $0.isDegrees == isGeographic }
    guard let best = fitting.first ?? found.first else {
      throw access.failure(
        "has no geometry; for a table name the columns of the coordinates, for example x = \"lon\" and y = \"lat\"; it has "
          + layer.fields.map(\.name).joined(separator: ", "))
    }
    (x, y) = (best.x, best.y)
    others = Array((fitting.isEmpty ? found : fitting).dropFirst())
    implied = best.isDegrees == true ? "EPSG:4326" : nil
    guard access.declared.crsOverride == nil, layer.spatialReference == nil, best.isDegrees == true else {
      guesses = []
      return
    }
    let columns = Self.words(best, layer.fields)
    guesses = [
      "no reference system is stated, so \(columns) are taken for degrees on WGS 84; say so with crs = \"EPSG:4326\""
    ]
  }

  /// Columns of which it is known that they hold coordinates.
  init(_ columns: Columns, _ layer: Layer, _ access: LayerAccess, lines: DelimitedText?) {
    (x, y) = (columns.x, columns.y)
    fields = layer.fields
    self.access = access
    self.lines = lines
    guesses = []
    others = []
    implied = columns.code
  }

  /// Every pair of columns whose names say that they hold coordinates, the likeliest first.
  static func found(in layer: Layer) -> [Columns] {
    let names = layer.fields.map { $0.name.lowercased() }
    func places(_ candidates: [String]) -> [Int] { candidates.compactMap { names.firstIndex(of: $0) } }
    var found: [Columns] = []
    for usual in usualNames {
      let (xs, ys) = (places(usual.x), places(usual.y))
      guard let firstX = xs.first, let firstY = ys.first else { continue }
      var free = ys
      for x in xs {
        let partner = free.first { isPair(names[x], names[$0]) } ?? free.first ?? firstY
        free.removeAll { $0 == partner }
        found.append(Columns(x: x, y: partner, isDegrees: usual.isDegrees, code: usual.code))
      }
      for y in free { found.append(Columns(x: firstX, y: y, isDegrees: usual.isDegrees, code: usual.code)) }
    }
    for pair in places(pairNames) {
      found.append(Columns(x: pair, y: pair, isDegrees: true, code: "EPSG:4326"))
    }
    return found
  }

  /// Whether two names of columns are those of one pair: alike but for the word that says which it is.
  private static func isPair(_ x: String, _ y: String) -> Bool {
    [("longitude", "latitude"), ("long", "lat"), ("lng", "lat"), ("lon", "lat"), ("x", "y")].contains {
      x.replacing($0.0, with: $0.1) == y && x.contains($0.0)
    }
  }

  /// Columns in words.
  static func words(_ columns: Columns, _ fields: [FieldDefinition]) -> String {
    columns.x == columns.y
      ? "'\(fields[columns.x].name)'" : "'\(fields[columns.x].name)' and '\(fields[columns.y].name)'"
  }

  /// The columns in words.
  var words: String { Self.words(Columns(x: x, y: y), fields) }

  /// The keys that say that these columns are meant.
  var keys: String {
    let stated = "x = \"\(fields[x].name)\", y = \"\(fields[y].name)\""
    switch (implied, access.declared.crsOverride) {
    case (nil, nil): return stated + ", crs = \"EPSG:...\""
    // One column of both is in degrees wherever nothing is stated.
    case (let code?, let stating) where code != stating && (stating != nil || !isOne):
      return stated + ", crs = \"\(code)\""
    default: return stated
    }
  }

  /// Whether one column holds both coordinates.
  var isOne: Bool { x == y }

  /// The fields that are read.
  var names: [String] { x == y ? [fields[x].name] : [fields[x].name, fields[y].name] }

  /// The coordinates of a feature; nil where either cell is empty.
  ///
  /// - Throws: `InputFailure` for a cell that is no number.
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
      if commas.columns.isEmpty { commas.first = text }
      if !commas.columns.contains(index) { commas.columns.append(index) }
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

  private func failure(_ feature: Feature, _ index: Int, _ ordinal: Int, _ hint: String) -> InputFailure {
    let place = access.place(of: feature, ordinal: ordinal, lines: lines)
    return access.failure(
      "\(place): \(fields[index].name) = '\(feature.values[index])' is no coordinate; \(hint)")
  }
}

extension LayerAccess {
  /// Where a feature stands, in words: its line in a CSV file, otherwise its id or its place.
  func place(of feature: Feature, ordinal: Int, lines: DelimitedText?) -> String {
    // The driver numbers the rows of a CSV file from 1, whatever a filter leaves out.
    if let lines { return "line \(lines.line(ofRow: feature.id.map { Int($0) - 1 } ?? ordinal))" }
    return feature.id.map { "feature \($0)" } ?? "the feature at place \(ordinal + 1)"
  }
}
