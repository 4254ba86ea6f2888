// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Results
import Sites

/// A layer of a plan with its features.
struct LayerContent: Sendable {
  /// Where a feature lies.
  enum Place: Sendable {
    case point(SiteTable.Position)
    case line(SiteTable.Position, SiteTable.Position)
    /// Polygons in WGS 84 as well-known binary.
    case outline([UInt8])
    case unknown
  }

  /// Which layer.
  let layer: ExportLayer
  /// Type of its geometries.
  let geometryType: GeometryType
  /// One row a feature.
  let table: ReportTable
  /// One place a feature.
  let places: [Place]
  /// What the layer leaves out, for the planner.
  var warnings: [String] = []

  /// A layer without features, or with features whose cells are known.
  init(
    _ layer: ExportLayer, outlines: Bool = false, cells: [[ReportTable.Cell]] = [], places: [Place] = []
  ) {
    self.layer = layer
    geometryType = layer.geometryType(outlines: outlines)
    var table = ReportTable(name: layer.rawValue, columns: layer.columns)
    for row in cells { table.add(row) }
    self.table = table
    self.places = places
  }

  /// A layer of rows, each with its place.
  init<Row>(
    _ layer: ExportLayer, _ columns: [Column<Row>], outlines: Bool = false, _ features: [(Row, Place)]
  ) {
    self.layer = layer
    geometryType = layer.geometryType(outlines: outlines)
    table = ReportTable(name: layer.rawValue, columns, rows: features.map(\.0))
    places = features.map(\.1)
  }

  /// The values of a row as GDAL takes them.
  ///
  /// - Parameter neutral: Makes a text one that the format's readers do not run.
  static func values(
    _ row: [ReportTable.Cell], neutral: (String) -> String = { $0 }
  ) -> [FieldValue] {
    row.map { cell in
      switch cell {
      case .text(let text): .text(neutral(cleaned(text)))
      case .integer(let value): .integer(Int64(value))
      case .number(let value): value.isFinite ? .real(value) : .null
      case .flag(let value): .boolean(value)
      case .missing: .null
      }
    }
  }

  /// A text without what databases end a text at and what XML does not allow: control characters other than
  /// tab and line ends, and code points that are no characters.
  static func cleaned(_ text: String) -> String {
    if isClean(text) { return text }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl =
        scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r"
        || (0x7F...0x9F).contains(scalar.value)
      if !isControl, scalar.value & 0xFFFE != 0xFFFE { kept.append(scalar) }
    }
    return String(kept)
  }

  /// Whether the bytes of a text show at once that there is nothing to take out, as they do for nearly every
  /// text; false where a closer look is needed.
  private static func isClean(_ text: String) -> Bool {
    for byte in text.utf8 {
      switch byte {
      case 0x20...0x7E, 0x09, 0x0A, 0x0D, 0x80...0xC1, 0xC3...0xEE: continue
      // The first bytes of control characters and of code points that are no characters are among the others.
      default: return false
      }
    }
    return true
  }

  /// The geometry of a feature; nil where it is nowhere on the Earth.
  func geometry(_ index: Int) throws -> Geometry? {
    switch places[index] {
    case .point(let position):
      return try Self.coordinate(position).map { try Geometry.point($0) }
    case .line(let start, let end):
      guard let start = Self.coordinate(start), let end = Self.coordinate(end) else { return nil }
      return try Geometry.lineString([start, end])
    case .outline(let bytes): return try Geometry(wkb: bytes)
    case .unknown: return nil
    }
  }

  private static func coordinate(_ position: SiteTable.Position) -> Coordinate? {
    guard (-180...180).contains(position.longitude), (-90...90).contains(position.latitude) else {
      return nil
    }
    return Coordinate(x: position.longitude, y: position.latitude)
  }
}

extension LayerContent {
  /// The greatest whole number of a field, without its sign; zero where there is none.
  func greatestMagnitude(_ field: String) -> Int {
    guard let column = table.columns.firstIndex(where: { $0.name == field }) else { return 0 }
    var greatest = 0
    for row in table.rows {
      if case .integer(let value) = row[column] { greatest = max(greatest, abs(value)) }
    }
    return greatest
  }
}
