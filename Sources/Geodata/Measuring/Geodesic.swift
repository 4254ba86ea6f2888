// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Sites

/// Shortest ways on the ellipsoid WGS 84, which that of RGF93 equals to a tenth of a millimetre: T. Vincenty,
/// Direct and inverse solutions of geodesics on the ellipsoid with application of nested equations, Survey
/// Review 23 (1975), good to less than a millimetre.
enum Geodesic {
  static let semiMajorM = 6_378_137.0
  static let flattening = 1 / 298.257_223_563
  private static let semiMinorM = semiMajorM * (1 - flattening)
  private static let radians = Double.pi / 180

  /// Length of the way between two positions in metres and its azimuth at the first one in radians, clockwise
  /// from north.
  static func inverse(
    _ from: SiteTable.Position, _ to: SiteTable.Position
  ) -> (metres: Double, azimuth: Double) {
    var turn = (to.longitude - from.longitude) * radians
    turn -= 2 * Double.pi * (turn / (2 * Double.pi)).rounded()
    let (sinU1, cosU1) = reduced(from.latitude)
    let (sinU2, cosU2) = reduced(to.latitude)
    var lambda = turn
    var sigma = 0.0
    var (sinSigma, cosSigma, cosSquaredAlpha, cosTwiceMiddle) = (0.0, 1.0, 1.0, 0.0)
    for _ in 0..<50 {
      let (sinLambda, cosLambda) = (sin(lambda), cos(lambda))
      let (a, b) = (cosU2 * sinLambda, cosU1 * sinU2 - sinU1 * cosU2 * cosLambda)
      sinSigma = (a * a + b * b).squareRoot()
      guard sinSigma > 0 else { return (0, 0) }
      cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosLambda
      sigma = atan2(sinSigma, cosSigma)
      let sinAlpha = cosU1 * cosU2 * sinLambda / sinSigma
      cosSquaredAlpha = 1 - sinAlpha * sinAlpha
      cosTwiceMiddle = cosSquaredAlpha > 1e-15 ? cosSigma - 2 * sinU1 * sinU2 / cosSquaredAlpha : 0
      let c = flattening / 16 * cosSquaredAlpha * (4 + flattening * (4 - 3 * cosSquaredAlpha))
      let before = lambda
      lambda =
        turn + (1 - c) * flattening * sinAlpha
        * (sigma + c * sinSigma
          * (cosTwiceMiddle + c * cosSigma * (2 * cosTwiceMiddle * cosTwiceMiddle - 1)))
      if (lambda - before).magnitude < 1e-14 { break }
    }
    let (a, b) = series(cosSquaredAlpha)
    let metres = semiMinorM * a * (sigma - correction(b, sinSigma, cosSigma, cosTwiceMiddle))
    let azimuth = atan2(cosU2 * sin(lambda), cosU1 * sinU2 - sinU1 * cosU2 * cos(lambda))
    return (metres, azimuth)
  }

  /// The way between two near positions as metres to the east and to the north.
  static func step(_ from: SiteTable.Position, _ to: SiteTable.Position) -> (east: Double, north: Double) {
    let way = inverse(from, to)
    return (way.metres * sin(way.azimuth), way.metres * cos(way.azimuth))
  }

  /// The position this many metres from another one.
  ///
  /// - Parameter azimuth: In radians, clockwise from north.
  static func direct(_ from: SiteTable.Position, azimuth: Double, metres: Double) -> SiteTable.Position {
    let (sinU, cosU) = reduced(from.latitude)
    let (sinAzimuth, cosAzimuth) = (sin(azimuth), cos(azimuth))
    let start = atan2(sinU, cosU * cosAzimuth)
    let sinAlpha = cosU * sinAzimuth
    let cosSquaredAlpha = 1 - sinAlpha * sinAlpha
    let (a, b) = series(cosSquaredAlpha)
    let first = metres / (semiMinorM * a)
    var sigma = first
    for _ in 0..<50 {
      let before = sigma
      sigma = first + correction(b, sin(sigma), cos(sigma), cos(2 * start + sigma))
      if (sigma - before).magnitude < 1e-15 { break }
    }
    let (sinSigma, cosSigma, middle) = (sin(sigma), cos(sigma), cos(2 * start + sigma))
    let side = sinU * sinSigma - cosU * cosSigma * cosAzimuth
    let latitude = atan2(
      sinU * cosSigma + cosU * sinSigma * cosAzimuth,
      (1 - flattening) * (sinAlpha * sinAlpha + side * side).squareRoot())
    let lambda = atan2(sinSigma * sinAzimuth, cosU * cosSigma - sinU * sinSigma * cosAzimuth)
    let c = flattening / 16 * cosSquaredAlpha * (4 + flattening * (4 - 3 * cosSquaredAlpha))
    let turn =
      lambda - (1 - c) * flattening * sinAlpha
      * (sigma + c * sinSigma * (middle + c * cosSigma * (2 * middle * middle - 1)))
    return SiteTable.Position(
      longitude: from.longitude + turn / radians, latitude: latitude / radians)
  }

  /// Sine and cosine of the reduced latitude.
  private static func reduced(_ latitude: Double) -> (sine: Double, cosine: Double) {
    let (sine, cosine) = (sin(latitude * radians) * (1 - flattening), cos(latitude * radians))
    let length = (sine * sine + cosine * cosine).squareRoot()
    return (sine / length, cosine / length)
  }

  private static func series(_ cosSquaredAlpha: Double) -> (a: Double, b: Double) {
    let square =
      cosSquaredAlpha * (semiMajorM * semiMajorM - semiMinorM * semiMinorM) / (semiMinorM * semiMinorM)
    return (
      1 + square / 16_384 * (4_096 + square * (-768 + square * (320 - 175 * square))),
      square / 1_024 * (256 + square * (-128 + square * (74 - 47 * square)))
    )
  }

  private static func correction(_ b: Double, _ sinSigma: Double, _ cosSigma: Double, _ middle: Double)
    -> Double
  {
    b * sinSigma
      * (middle + b / 4
        * (cosSigma * (2 * middle * middle - 1)
          - b / 6 * middle * (4 * sinSigma * sinSigma - 3) * (4 * middle * middle - 3)))
  }
}
