// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Lambert-93 (EPSG:2154), the projection of French maps: a conformal cone through the parallels of 44 and 49
/// degrees north on the ellipsoid GRS 80. Formulas of a secant cone after IGN's note NTG_71; origin at 3
/// degrees east, 46.5 degrees north, false easting 700 km, false northing 6,600 km. Used to draw, not to
/// measure.
enum Lambert93 {
  private static let semiMajorAxisM = 6_378_137.0
  private static let flattening = 1 / 298.257222101
  private static let eccentricity = (2 * flattening - flattening * flattening).squareRoot()
  private static let exponent: Double = {
    (log(radius(44)) - log(radius(49))) / (isometric(49) - isometric(44))
  }()
  private static let scaleM = radius(44) / exponent * exp(exponent * isometric(44))
  private static let originM = scaleM * exp(-exponent * isometric(46.5))

  /// East and north in metres; nil for a place that is not on the Earth or lies at a pole.
  static func project(longitude: Double, latitude: Double) -> (eastM: Double, northM: Double)? {
    guard (-180...180).contains(longitude), latitude > -89.9, latitude < 89.9 else { return nil }
    let distance = scaleM * exp(-exponent * isometric(latitude))
    let angle = exponent * (longitude - 3) * .pi / 180
    return (700_000 + distance * sin(angle), 6_600_000 + originM - distance * cos(angle))
  }

  /// Radius of a parallel in metres.
  private static func radius(_ latitude: Double) -> Double {
    let phi = latitude * .pi / 180
    let e = eccentricity * sin(phi)
    return semiMajorAxisM * cos(phi) / (1 - e * e).squareRoot()
  }

  /// Isometric latitude.
  private static func isometric(_ latitude: Double) -> Double {
    let phi = latitude * .pi / 180
    let e = eccentricity * sin(phi)
    return atanh(sin(phi)) - eccentricity * atanh(e)
  }
}
