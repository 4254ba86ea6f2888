// SPDX-License-Identifier: GPL-3.0-or-later

/// An upright rectangle in the plane, in the unit of the coordinates.
public struct Bounds: Sendable, Equatable {
  /// Left edge.
  public var minX: Double
  /// Lower edge.
  public var minY: Double
  /// Right edge.
  public var maxX: Double
  /// Upper edge.
  public var maxY: Double

  /// A rectangle by its edges.
  @inlinable
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// A point as a rectangle without extent.
  @inlinable
  public init(x: Double, y: Double) { self.init(minX: x, minY: y, maxX: x, maxY: y) }

  /// Whether two rectangles have a point in common, edges included.
  @inlinable
  public func intersects(_ other: Bounds) -> Bool {
    minX <= other.maxX && maxX >= other.minX && minY <= other.maxY && maxY >= other.minY
  }

  /// The rectangle with every edge moved outwards.
  @inlinable
  public func grown(by distance: Double) -> Bounds {
    Bounds(
      minX: minX - distance, minY: minY - distance, maxX: maxX + distance, maxY: maxY + distance)
  }

  /// The least rectangle that holds both.
  @inlinable
  public func union(_ other: Bounds) -> Bounds {
    Bounds(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  /// Least distance between two rectangles; 0 where they touch. Never more than the distance of what lies in
  /// them.
  @inlinable
  public func distance(to other: Bounds) -> Double {
    let dx = max(0, max(other.minX - maxX, minX - other.maxX))
    let dy = max(0, max(other.minY - maxY, minY - other.maxY))
    return (dx * dx + dy * dy).squareRoot()
  }
}
