// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Glibc
import Quantities
import Sites

extension MeasuringReference {
  /// Lengths in a stated system may be wrong by this share at a site; Lambert-93 is true to 0.1 %, web
  /// mercator wrong by half.
  private static let tolerance = 0.02

  /// A stated system, once it is sure that lengths can be measured in it where the sites lie.
  static func checked(
    _ stated: String, positions: [SiteTable.Position], ids: [String], access: LayerAccess
  ) throws -> MeasuringReference {
    let reference: SpatialReference
    do {
      reference = try SpatialReference(userInput: stated)
    } catch {
      throw access.failure("measure_crs = \"\(stated)\" is not a coordinate reference system: \(error)")
    }
    guard reference.isProjected, let metres = reference.metresPerUnit else {
      throw access.failure(
        "measure_crs = \"\(stated)\" (\(reference.name)) is not projected, and distances are never measured in degrees; state a "
          + "projected system in metres, for example \"EPSG:2154\" or \"EPSG:3035\"")
    }
    guard (metres - 1).magnitude < 1e-9 else {
      throw access.failure(
        "measure_crs = \"\(stated)\" has the unit \(reference.unitName); state a projected system in metres")
    }
    let transform = try access.transform(from: SpatialReference(epsg: 4326), to: reference)
    let findings = try positions.indices.compactMap { site -> Finding? in
      guard let ratio = try lengthRatio(at: positions[site], transform) else {
        return access.finding(
          "site '\(ids[site])' cannot be brought to measure_crs = \"\(stated)\"; state a system made for the place"
        )
      }
      guard (ratio - 1).magnitude > tolerance else { return nil }
      let percent = SignificantDigits.nine(((ratio - 1) * 1_000).rounded() / 10)
      return access.finding(
        "lengths in measure_crs = \"\(stated)\" are wrong by \(percent) % at site '\(ids[site])'; state a system made for the place, for "
          + "example a UTM zone")
    }
    if !findings.isEmpty {
      let more = findings.count > 5 ? [access.finding("and \(findings.count - 5) more sites like these")] : []
      throw InputFailure(findings: Array(findings.prefix(5)) + more)
    }
    return MeasuringReference(code: reference.authorityCode ?? stated)
  }

  /// Length in the system over length on the ground, whichever of north and east is worse; nil where there is
  /// none.
  private static func lengthRatio(
    at position: SiteTable.Position, _ transform: CoordinateTransform
  ) throws -> Double? {
    let step = 0.01
    let side = position.latitude > 0 ? -step : step
    let found = try transform.transform([
      Coordinate(x: position.longitude, y: position.latitude),
      Coordinate(x: position.longitude, y: position.latitude + side),
      Coordinate(x: position.longitude + step, y: position.latitude),
    ])
    guard let here = found[0], let north = found[1], let east = found[2] else { return nil }
    // Radii of curvature of the GRS 80 ellipsoid.
    let radians = Double.pi / 180
    let (semiMajor, squaredEccentricity) = (6_378_137.0, 0.006_694_380_022_9)
    let sine = sin((position.latitude + side / 2) * radians)
    let root = (1 - squaredEccentricity * sine * sine).squareRoot()
    let meridian = semiMajor * (1 - squaredEccentricity) / (root * root * root) * step * radians
    let parallel = semiMajor / root * cos(position.latitude * radians) * step * radians
    let ratios = [
      hypot(north.x - here.x, north.y - here.y) / meridian,
      hypot(east.x - here.x, east.y - here.y) / parallel,
    ]
    return ratios.max { ($0 - 1).magnitude < ($1 - 1).magnitude }
  }
}
