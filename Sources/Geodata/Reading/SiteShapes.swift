// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Sites

/// Where the sites lie and what ground they cover, in table order: what every indicator measures from.
struct SiteShapes: Sendable {
  /// Identifiers, for messages.
  var ids: [String]
  /// Positions in WGS 84 degrees; for a site given as an area, the point inside it.
  var positions: [SiteTable.Position]
  /// The same points in the measuring reference system, in metres.
  var measured: [Coordinate]
  /// Sites given as areas: a valid polygon or multipolygon as two-dimensional well-known binary in the
  /// measuring reference system; nil for a site given as a point.
  var polygonWKB: [[UInt8]?]
  /// Authority code of the projected reference system in which distances and areas are measured, for example
  /// `EPSG:2154`.
  var measuringCRS: String

  /// Whether lengths in the measuring reference system are taken as lengths on the ground, as in a drawing of
  /// a test.
  var isPlane = false

  /// Number of sites.
  var count: Int { measured.count }

  /// The measuring reference system; a new object at every call, since one may not be shared by threads.
  ///
  /// - Throws: `GDALError` when the library does not know the code.
  func makeMeasuringReference() throws -> SpatialReference { try SpatialReference(userInput: measuringCRS) }
}
