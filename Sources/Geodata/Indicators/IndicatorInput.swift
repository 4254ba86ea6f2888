// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import GDAL
import Siting

/// What every indicator gets: the sites' positions and the layer as declared.
struct IndicatorInput {
  /// Positions of the sites in degrees of longitude and latitude, in table order.
  var positions: [SiteTable.Position]
  /// The layer.
  var access: LayerAccess

  /// The sites' positions in the coordinate reference system in which distances are measured.
  func measuredPositions() throws -> [Coordinate] {
    let transform = try CoordinateTransform(
      from: SpatialReference(epsg: 4326), to: MeasuringReference.make())
    let coordinates = try transform.transform(
      positions.map { Coordinate(x: $0.longitude, y: $0.latitude) })
    return try coordinates.enumerated().map { row, found in
      guard let found else {
        throw access.failure(
          "the site at \(positions[row].longitude), \(positions[row].latitude) cannot be projected to \(MeasuringReference.code)"
        )
      }
      return found
    }
  }

  /// Source of a derived value, in words.
  var sourceText: String {
    let vintage = access.declared.vintage
    return access.declared.title + (vintage.isEmpty ? "" : ", \(vintage)")
  }

  /// A field of a feature as an attribute of a site, derived from the layer.
  ///
  /// - Throws: `GeodataFailure` for a text where a number is wanted: the mapping states a unit, or planning reads the attribute as a
  ///   number.
  func attribute(_ value: FieldValue?, as mapping: LayerDerivation.FieldMapping) throws -> SiteValue {
    guard let value, !value.isMissing, value.text != "" else { return .missing("empty in the layer") }
    let wantsNumber = !mapping.unit.isEmpty || SiteAttribute(rawValue: mapping.attribute)?.isNumber ?? false
    var number = value.number
    if number == nil, wantsNumber, let text = value.text {
      number = Double(text)
      if number == nil {
        throw access.failure(
          "field '\(mapping.field)' holds '\(text)', and \(mapping.attribute) must be a number")
      }
    }
    if let number {
      return number.isFinite
        ? SiteValue(.number(number), basis: .derived, source: sourceText)
        : .missing("not a finite number in the layer")
    }
    return SiteValue(.text(value.text ?? "\(value)"), basis: .derived, source: sourceText)
  }
}

/// What an indicator gives: columns for the table and what was found on the way.
struct IndicatorOutput {
  var columns: [SiteTable.Column] = []
  var driver = ""
  var crsFound = ""
  var featuresDeclared: Int?
  var featuresRead = 0
  var nullGeometries = 0
  var repairedGeometries = 0
  /// Time spent on reading the source, as opposed to deriving from it.
  var readingTime = Duration.zero
}
