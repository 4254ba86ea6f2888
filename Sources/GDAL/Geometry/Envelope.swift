// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// An upright rectangle, in the unit of a reference system. Edges belong to it.
public struct Envelope: Sendable, Hashable {
  /// West edge.
  public var minX: Double
  /// South edge.
  public var minY: Double
  /// East edge.
  public var maxX: Double
  /// North edge.
  public var maxY: Double

  /// Makes an envelope; the smaller values are expected first and are exchanged when they are not.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = Swift.min(minX, maxX)
    self.minY = Swift.min(minY, maxY)
    self.maxX = Swift.max(minX, maxX)
    self.maxY = Swift.max(minY, maxY)
  }

  init(_ c: OGREnvelope) { self.init(minX: c.MinX, minY: c.MinY, maxX: c.MaxX, maxY: c.MaxY) }

  /// East-west extent.
  public var width: Double { maxX - minX }

  /// North-south extent.
  public var height: Double { maxY - minY }

  /// The middle.
  public var center: Coordinate { Coordinate(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }

  /// Whether no edge is infinite or NaN.
  public var isFinite: Bool { minX.isFinite && minY.isFinite && maxX.isFinite && maxY.isFinite }

  /// Whether the coordinate lies inside or on an edge.
  public func contains(_ c: Coordinate) -> Bool { c.x >= minX && c.x <= maxX && c.y >= minY && c.y <= maxY }

  /// Whether the two have a point in common, be it on an edge.
  public func intersects(_ other: Envelope) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  /// The smallest envelope around both.
  public func union(_ other: Envelope) -> Envelope {
    Envelope(
      minX: Swift.min(minX, other.minX), minY: Swift.min(minY, other.minY), maxX: Swift.max(maxX, other.maxX),
      maxY: Swift.max(maxY, other.maxY))
  }

  /// The envelope moved outwards by `distance` on every side.
  public func expanded(by distance: Double) -> Envelope {
    Envelope(minX: minX - distance, minY: minY - distance, maxX: maxX + distance, maxY: maxY + distance)
  }

  /// The distance between the nearest points of the two, 0 when they touch; a lower bound for what lies
  /// inside them.
  public func distance(to other: Envelope) -> Double {
    let dx = Swift.max(0, Swift.max(minX - other.maxX, other.minX - maxX))
    let dy = Swift.max(0, Swift.max(minY - other.maxY, other.minY - maxY))
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The same rectangle with x and y exchanged.
  var swapped: Envelope { Envelope(minX: minY, minY: minX, maxX: maxY, maxY: maxX) }
}

extension Envelope: CustomStringConvertible {
  /// The four edges: west, south, east, north.
  public var description: String { "[\(minX), \(minY), \(maxX), \(maxY)]" }
}
