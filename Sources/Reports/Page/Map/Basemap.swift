// SPDX-License-Identifier: GPL-3.0-or-later

/// Outlines to draw under the sites.
public struct Basemap: Sendable, Equatable {
  /// In which coordinates the outlines are given.
  public enum Coordinates: Sendable {
    /// Degrees east and north, WGS 84 or RGF93.
    case longitudeLatitude
    /// Lambert-93 (EPSG:2154), metres.
    case lambert93
  }

  /// How an outline is drawn.
  public enum Kind: Sendable, CaseIterable {
    /// Land, filled.
    case land
    /// Border between departements.
    case departement
    /// Border between regions.
    case region
    /// A river.
    case river
  }

  /// A ring or line: x and y alternate by position in the two columns.
  public struct Path: Sendable, Equatable {
    /// East or longitude.
    public var x: [Double]
    /// North or latitude.
    public var y: [Double]

    /// A ring or line; a ring's last point may repeat its first.
    public init(x: [Double], y: [Double]) {
      self.x = x
      self.y = y
    }
  }

  /// Outlines of one kind.
  public struct Outline: Sendable, Equatable {
    /// How it is drawn.
    public var kind: Kind
    /// Its rings or lines.
    public var paths: [Path]

    /// Outlines of one kind.
    public init(_ kind: Kind, paths: [Path]) {
      self.kind = kind
      self.paths = paths
    }
  }

  /// In which coordinates the outlines are given.
  public var coordinates: Coordinates
  /// Outlines, drawn in order.
  public var outlines: [Outline]

  /// Outlines to draw under the sites; none by default.
  public init(coordinates: Coordinates = .longitudeLatitude, outlines: [Outline] = []) {
    self.coordinates = coordinates
    self.outlines = outlines
  }
}
