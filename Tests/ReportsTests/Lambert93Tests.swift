// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Testing

@testable import Views

@Suite struct Lambert93Tests {
  /// PROJ is the oracle, through GDAL.
  @Test(arguments: [
    (2.3488, 48.8534), (-4.79, 48.40), (7.75, 48.58), (9.15, 42.05), (3.0, 46.5), (1.87, 50.95), (-1.5, 43.4),
  ])
  func agreesWithPROJ(longitude: Double, latitude: Double) throws {
    let transform = try CoordinateTransform(
      from: SpatialReference(epsg: 4171), to: SpatialReference(epsg: 2154))
    let expected = try transform.transform(Coordinate(x: longitude, y: latitude))
    let found = try #require(Lambert93.project(longitude: longitude, latitude: latitude))
    #expect(abs(found.eastM - expected.x) < 0.01)
    #expect(abs(found.northM - expected.y) < 0.01)
  }

  static let nowhere: [(Double, Double)] = [(.nan, 0), (0, 90), (200, 0), (0, -.infinity)]

  @Test(arguments: nowhere)
  func whatIsNotOnTheEarthHasNoPlace(longitude: Double, latitude: Double) {
    #expect(Lambert93.project(longitude: longitude, latitude: latitude) == nil)
  }
}
