// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Glibc

/// Width and height in metres of the cells of an upright raster.
///
/// In a projected system they are those of the geotransform times the unit's length. In longitude and
/// latitude they depend on the latitude p of the cell's middle: with the WGS 84 ellipsoid's half axis a =
/// 6378137 m and e^2 = f (2 - f), f = 1 / 298.257223563, a radian of longitude is a cos p / sqrt(1 - e^2
/// sin^2 p) and a radian of latitude a (1 - e^2) / (1 - e^2 sin^2 p)^(3/2).
struct CellSize {
  private let transform: GeoTransform
  private let metresPerUnit: Double
  private let radiansPerUnit: Double?

  /// - Returns: nil when the raster is turned, or when its units are neither lengths nor angles.
  init?(_ transform: GeoTransform, reference: SpatialReference) {
    guard transform.isUpright else { return nil }
    self.transform = transform
    radiansPerUnit = reference.radiansPerUnit
    guard let metres = radiansPerUnit == nil ? reference.metresPerUnit : 1 else { return nil }
    metresPerUnit = metres
  }

  /// Width and height in metres of the cells of a row.
  func metres(row: Int) -> (width: Double, height: Double) {
    let (width, height) = (transform.columnX.magnitude, transform.rowY.magnitude)
    guard let radiansPerUnit else { return (width * metresPerUnit, height * metresPerUnit) }
    let latitude = (transform.originY + (Double(row) + 0.5) * transform.rowY) * radiansPerUnit
    let metres = Self.metresPerRadian(latitude: latitude)
    return (width * radiansPerUnit * metres.east, height * radiansPerUnit * metres.north)
  }

  /// Metres for a radian of longitude and of latitude, at a latitude in radians.
  static func metresPerRadian(latitude: Double) -> (east: Double, north: Double) {
    let flattening = 1 / 298.257223563
    let squaredEccentricity = flattening * (2 - flattening)
    let root = (1 - squaredEccentricity * sin(latitude) * sin(latitude)).squareRoot()
    return (
      6_378_137 * cos(latitude).magnitude / root,
      6_378_137 * (1 - squaredEccentricity) / (root * root * root)
    )
  }
}
