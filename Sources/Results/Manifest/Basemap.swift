// SPDX-License-Identifier: GPL-3.0-or-later

/// Outlines to draw under the sites.
package struct Basemap: Sendable, Equatable {
  /// In which coordinates the outlines are given.
  package enum Coordinates: Sendable {
    /// Degrees east and north, WGS 84 or RGF93.
    case longitudeLatitude
    /// Lambert-93 (EPSG:2154), metres.
    case lambert93
  }

  /// How an outline is drawn.
  package enum Kind: Sendable, CaseIterable {
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
  package struct Path: Sendable, Equatable {
    /// East or longitude.
    package var x: [Double]
    /// North or latitude.
    package var y: [Double]

    /// A ring or line; a ring's last point may repeat its first.
    package init(x: [Double], y: [Double]) {
      self.x = x
      self.y = y
    }
  }

  /// Outlines of one kind.
  package struct Outline: Sendable, Equatable {
    /// How it is drawn.
    package var kind: Kind
    /// Its rings or lines.
    package var paths: [Path]

    /// Outlines of one kind.
    package init(_ kind: Kind, paths: [Path]) {
      self.kind = kind
      self.paths = paths
    }
  }

  /// In which coordinates the outlines are given.
  package var coordinates: Coordinates
  /// Outlines, drawn in order.
  package var outlines: [Outline]

  /// Outlines to draw under the sites; none by default.
  package init(coordinates: Coordinates = .longitudeLatitude, outlines: [Outline] = []) {
    self.coordinates = coordinates
    self.outlines = outlines
  }
}
