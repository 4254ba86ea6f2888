// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
import Glibc
import Sites

/// Measures on the ellipsoid from the points of the sites. Search and overlay stay in the measuring reference
/// system, which is a plane; what they find is measured here, so that no distortion of the plane shows in a
/// distance, in the size of a circle or in a count at its rim.
final class GroundMeasure {
  private let shapes: SiteShapes
  private let toDegrees: CoordinateTransform
  private let fromDegrees: CoordinateTransform
  private var ratios: [Int: ClosedRange<Double>] = [:]

  /// Prepares for the sites; for one thread.
  ///
  /// - Throws: `GDALError` when no way leads from the measuring reference system to degrees.
  init(_ shapes: SiteShapes) throws {
    self.shapes = shapes
    let measuring = try shapes.makeMeasuringReference()
    let degrees = try SpatialReference(epsg: 4326)
    toDegrees = try CoordinateTransform(from: measuring, to: degrees)
    fromDegrees = try CoordinateTransform(from: degrees, to: measuring)
  }

  /// Length of the way from the point of a site to a place of the plane, in metres; the length in the plane
  /// where the place is none on Earth.
  func metres(from site: Int, toX x: Double, y: Double) -> Double {
    let here = shapes.measured[site]
    if x == here.x, y == here.y { return 0 }
    guard let place = degrees([Coordinate(x: x, y: y)])[0] else { return hypot(x - here.x, y - here.y) }
    return Geodesic.inverse(shapes.positions[site], place).metres
  }

  /// Length of the way between two places of the plane, in metres.
  func metres(_ one: Coordinate, _ other: Coordinate) -> Double {
    if one == other { return 0 }
    let places = degrees([one, other])
    guard let from = places[0], let to = places[1] else { return hypot(one.x - other.x, one.y - other.y) }
    return Geodesic.inverse(from, to).metres
  }

  /// Least and largest ratio of lengths in the plane to lengths on the ground, over ways from a site that are
  /// up to this many metres long in the plane.
  ///
  /// Ways of the next power of two of a kilometre and of half of it are measured in sixteen directions, and
  /// what they differ is doubled: distortion grows evenly with the distance, so that nothing between them
  /// lies outside.
  func ratio(from site: Int, upTo planeMetres: Double) -> ClosedRange<Double> {
    let exponent = max(0, min(14, Int(log2(max(1, planeMetres / 1_000)).rounded(.up))))
    if let known = ratios[site * 16 + exponent] { return known }
    let here = shapes.measured[site]
    var places: [Coordinate] = []
    let reach = 1_000 * Double(1 << exponent)
    for direction in 0..<16 {
      let angle = Double(direction) * (Double.pi / 8)
      for metres in [reach, reach / 2] {
        places.append(Coordinate(x: here.x + metres * cos(angle), y: here.y + metres * sin(angle)))
      }
    }
    var (low, high) = (Double.infinity, 0.0)
    for (number, place) in degrees(places).enumerated() {
      guard let place else { continue }
      let ground = Geodesic.inverse(shapes.positions[site], place).metres
      guard ground > 0 else { continue }
      let found = (number.isMultiple(of: 2) ? reach : reach / 2) / ground
      (low, high) = (min(low, found), max(high, found))
    }
    if low > high { (low, high) = (1, 1) }
    let margin = (high - low) / 2 + 1e-6
    let found = max(0.01, low - margin)...(high + margin)
    ratios[site * 16 + exponent] = found
    return found
  }

  /// Corners of a circle around the point of a site, closed, in metres from the point on the ground, brought
  /// to the plane.
  func circle(of site: Int, radius: Double) -> WKBRuns {
    let unit = Zone.unitCircle
    var runs = WKBRuns()
    runs.append(.outerRing, unit.x.map { $0 * radius }[...], unit.y.map { $0 * radius }[...])
    return toPlane(runs, site: site)
  }

  /// A polygon of the plane grown by a distance on the ground, in the plane.
  ///
  /// - Throws: `GEOSError`.
  func buffered(_ polygon: WKBRuns, site: Int, by metres: Double, in context: GEOSContext) throws -> WKBRuns {
    var batch = FeatureBatch()
    batch.append(id: nil, ordinal: 0, toGround(polygon, site: site))
    let shape = try Shape(wkb: batch.wkb(of: 0), in: context)
      .buffer(metres * Zone.equalAreaFactor, quadrantSegments: Zone.quadrantSegments)
    return toPlane(try WKBRuns(shape.wkb()), site: site)
  }

  /// A polygon of the plane as seen from the point of a site: each corner at its true distance and in its
  /// true direction, x east and y north.
  func toGround(_ polygon: WKBRuns, site: Int) -> WKBRuns {
    var runs = polygon
    let here = shapes.measured[site]
    let places = degrees(polygon.x.indices.map { Coordinate(x: polygon.x[$0], y: polygon.y[$0]) })
    for (corner, place) in places.enumerated() {
      guard let place else {
        (runs.x[corner], runs.y[corner]) = (polygon.x[corner] - here.x, polygon.y[corner] - here.y)
        continue
      }
      let way = Geodesic.inverse(shapes.positions[site], place)
      (runs.x[corner], runs.y[corner]) = (way.metres * sin(way.azimuth), way.metres * cos(way.azimuth))
    }
    return runs
  }

  /// The way back; a corner that the plane cannot show stays at its distance from the site.
  private func toPlane(_ ground: WKBRuns, site: Int) -> WKBRuns {
    var runs = ground
    let places = ground.x.indices.map { corner -> Coordinate in
      let (x, y) = (ground.x[corner], ground.y[corner])
      let place = Geodesic.direct(shapes.positions[site], azimuth: atan2(x, y), metres: hypot(x, y))
      return Coordinate(x: place.longitude, y: place.latitude)
    }
    let found = (try? fromDegrees.transform(places)) ?? []
    let here = shapes.measured[site]
    for corner in ground.x.indices {
      let place = corner < found.count ? found[corner] : nil
      runs.x[corner] = place?.x ?? here.x + ground.x[corner]
      runs.y[corner] = place?.y ?? here.y + ground.y[corner]
    }
    // Rings end where they begin, to the last digit.
    for run in runs.starts.indices {
      let range = runs.coordinates(of: run)
      if let last = range.last {
        (runs.x[last], runs.y[last]) = (runs.x[range.lowerBound], runs.y[range.lowerBound])
      }
    }
    return runs
  }

  private func degrees(_ places: [Coordinate]) -> [SiteTable.Position?] {
    guard let found = try? toDegrees.transform(places) else { return places.map { _ in nil } }
    return found.map { place in place.map { SiteTable.Position(longitude: $0.x, latitude: $0.y) } }
  }
}
