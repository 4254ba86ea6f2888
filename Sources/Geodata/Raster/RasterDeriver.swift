// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites

/// Derives what is declared for a raster: its value at the site, statistics of a zone, slope.
enum RasterDeriver {
  /// Columns for all sites.
  ///
  /// - Parameters:
  ///   - derivation: What to derive; one of the indicators that read a raster.
  ///   - declared: The layer as declared.
  ///   - access: Turns faults into findings about the layer.
  ///   - shapes: The sites.
  ///   - sourceText: Source of a derived value, in words.
  /// - Throws: `InputFailure` for a raster or settings that cannot be used, and for a raster on which no
  ///   site lies.
  static func derive(
    _ derivation: LayerDerivation, declared: LayerSource, access: LayerAccess, shapes: SiteShapes,
    sourceText: String
  ) throws -> IndicatorOutput {
    if let filter = derivation.filter {
      throw access.failure("where = \"\(filter)\": a raster has no features to choose among; leave it out")
    }
    do {
      switch derivation.indicator {
      case .rasterValue(let settings):
        return try RasterValueDeriver.derive(settings, access: access, shapes: shapes, sourceText: sourceText)
      case .zonal(let settings):
        return try ZonalDeriver.derive(settings, access: access, shapes: shapes, sourceText: sourceText)
      case .slope(let settings):
        return try SlopeDeriver.derive(settings, access: access, shapes: shapes, sourceText: sourceText)
      case .nearest, .neighbours, .count, .within, .cover, .length, .interpolation, .join:
        throw access.failure("this indicator reads features, not cells")
      }
    } catch let error as GDALError {
      throw InputFailure(findings: [access.finding(error)])
    }
  }

  /// Refuses a radius that is none.
  static func check(bufferKm: Double?, access: LayerAccess) throws {
    guard let bufferKm, !(bufferKm.isFinite && bufferKm > 0) else { return }
    throw access.failure("buffer_km = \(bufferKm): wanted a number above 0")
  }

  /// A derived number, or missing where it is not finite.
  static func value(_ number: Double, source: String) -> SiteValue {
    let rounded = SignificantDigits.nine(number)
    guard rounded.isFinite else { return .missing("the number is too large") }
    // No minus before a zero.
    return SiteValue(.number(rounded == 0 ? 0 : rounded), basis: .derived, source: source)
  }

  /// Reasons for a missing value, in the same words everywhere.
  enum Reason {
    static let outside = "outside the raster"
    static let noValue = "the raster has no value there"
    static let unreachable = "the site cannot be brought to the raster's reference system"
    static let zoneOutside = "the zone lies outside the raster"
    static let zoneEmpty = "no cell in the zone has a value"
  }
}
