// SPDX-License-Identifier: GPL-3.0-or-later

/// Distances to the k nearest features and fields of each, as attributes with the suffixes `_1` to `_k`,
/// nearest first; file order decides ties.
package struct NeighboursIndicator: IndicatorSettings {
  package static let keyword = "k_nearest"

  /// How many neighbours, 1 to 50.
  package var count: Int
  /// Attribute that takes the distances in km, without suffix; nil when they are not wanted.
  package var distanceAttribute: String?
  /// Fields of each neighbour, attributes without suffix, in ascending order of attribute.
  package var fields: [FieldMapping]
  /// Features farther than this, in km, do not count; nil for any distance.
  package var maxKm: Double?

  /// Distances to the k nearest features and fields of each.
  package init(
    count: Int, distanceAttribute: String? = nil, fields: [FieldMapping] = [], maxKm: Double? = nil
  ) {
    self.count = count
    self.distanceAttribute = distanceAttribute
    self.fields = fields
    self.maxKm = maxKm
  }

  /// By neighbour: distance, then fields.
  package var outputs: [DerivedAttribute] {
    (1...max(1, count)).flatMap { rank -> [DerivedAttribute] in
      (distanceAttribute.map { [DerivedAttribute("\($0)_\(rank)", unit: "km")] } ?? [])
        + fields.map { DerivedAttribute("\($0.attribute)_\(rank)", unit: $0.unit) }
    }
  }
  package var fieldsRead: [String] { fields.map(\.field) }
}
