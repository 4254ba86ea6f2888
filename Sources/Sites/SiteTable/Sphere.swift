// SPDX-License-Identifier: GPL-3.0-or-later

/// Distances on a sphere of the Earth's mean radius, compared by chords: the chord of an arc a on a sphere of
/// radius R is 2 R sin(a / 2 R), which grows with a, so that no arc has to be computed. Within 0.6 % of
/// geodesics on the ellipsoid.
///
/// Mean radius R1 of GRS 80: H. Moritz, Geodetic Reference System 1980, Journal of Geodesy 74 (2000),
/// 128-133. The haversine formula is the same relation of chord and arc: R. W. Sinnott, Virtues of the
/// Haversine, Sky and Telescope 68 (1984), 159.
package enum Sphere {
  /// Mean radius of the Earth, in km.
  static let radiusKm = 6_371.0088
  /// Arc of a degree of latitude, in km.
  package static let kmPerDegree = radiusKm * .pi / 180

  /// A point of the unit sphere.
  package static func point(_ position: SiteTable.Position) -> SIMD3<Double> {
    let (latitude, longitude) = (position.latitude * .pi / 180, position.longitude * .pi / 180)
    let circle = cosine(latitude)
    return SIMD3(circle * cosine(longitude), circle * sine(longitude), sine(latitude))
  }

  /// Squared chord between two points of the unit sphere.
  package static func squaredChord(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double {
    let difference = a - b
    return (difference * difference).sum()
  }

  /// Squared chord on the unit sphere of an arc, in km of the Earth's surface.
  package static func chordSquared(km: Double) -> Double {
    let chord = 2 * sine(min(km / radiusKm, .pi) / 2)
    return chord * chord
  }

  /// Sine of an angle in radians, by its series after reduction to an eighth of a turn; within 1e-15.
  static func sine(_ angle: Double) -> Double {
    let quarters = (angle / (.pi / 2)).rounded()
    let rest = angle - quarters * (.pi / 2)
    switch Int(quarters) & 3 {
    case 0: return sineSeries(rest)
    case 1: return cosineSeries(rest)
    case 2: return -sineSeries(rest)
    default: return -cosineSeries(rest)
    }
  }

  /// Cosine of an angle in radians; within 1e-15.
  static func cosine(_ angle: Double) -> Double { sine(angle + .pi / 2) }

  private static func sineSeries(_ x: Double) -> Double {
    var (term, sum, n) = (x, x, 1.0)
    while n < 19 {
      term *= -x * x / ((n + 1) * (n + 2))
      sum += term
      n += 2
    }
    return sum
  }

  private static func cosineSeries(_ x: Double) -> Double {
    var (term, sum, n) = (1.0, 1.0, 0.0)
    while n < 18 {
      term *= -x * x / ((n + 1) * (n + 2))
      sum += term
      n += 2
    }
    return sum
  }
}
