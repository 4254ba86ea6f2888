// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a layer is complete: near or inside the features of other layers. Elsewhere it holds only a part of
/// what there is, so that a distance to the nearest feature is an upper bound and a number of features a
/// lower one.
package struct LayerCoverage: Sendable, Equatable, Codable {
  /// Sources of the features that say where, each with one layer.
  package var sources: [String]
  /// Distance in km from any of these features up to which the layer is complete; 0 for inside of polygons
  /// only.
  package var km: Double

  /// Whether the layer holds the nearest features of every place on that ground wherever they lie, as an
  /// extract made around sites does; otherwise it holds what lies on that ground, and a feature beyond its
  /// rim may lie nearer than those that it has.
  package var holdsNearest: Bool

  /// Where a layer is complete.
  package init(sources: [String], km: Double, holdsNearest: Bool = false) {
    self.sources = sources
    self.km = km
    self.holdsNearest = holdsNearest
  }
}
