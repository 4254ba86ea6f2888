// SPDX-License-Identifier: GPL-3.0-or-later

/// A position in the plane: x is east or longitude, y is north or latitude, in the unit of the reference
/// system.
public struct Coordinate: Sendable, Hashable {
  /// East or longitude.
  public var x: Double
  /// North or latitude.
  public var y: Double

  /// Makes a position.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A run of coordinates as two columns: one point, one line, or one ring of a polygon.
public struct CoordinatePath: Sendable, Hashable {
  /// What the run is a part of.
  public enum Role: Sendable, Hashable {
    /// A single point.
    case point
    /// A line string.
    case line
    /// The outer ring of a polygon; the inner rings that follow belong to it.
    case outerRing
    /// A hole of the polygon before it.
    case innerRing
  }

  /// What the run is a part of.
  public let role: Role
  /// East or longitude, one value a point. A ring's last point repeats its first.
  public let x: [Double]
  /// North or latitude, one value a point.
  public let y: [Double]
}
