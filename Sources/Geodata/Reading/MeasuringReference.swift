// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

/// The projected coordinate reference system in which distances are measured: Lambert-93 (EPSG:2154), in metres and true
/// to about one part in a thousand over metropolitan France. Never degrees.
enum MeasuringReference {
  static let code = "EPSG:2154"

  /// A new object, since one may not be shared by threads.
  static func make() throws -> SpatialReference { try SpatialReference(epsg: 2154) }

  /// Where it may be used, in degrees of longitude and latitude (EPSG registry: France, onshore and offshore).
  static let areaOfUse = Envelope(minX: -9.86, minY: 41.15, maxX: 10.38, maxY: 51.56)

  /// A distance in km, to the metre, so that the last digits of a projection library do not show.
  static func kilometres(fromMetres metres: Double) -> Double { (metres).rounded() / 1_000 }
}
