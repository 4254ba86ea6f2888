// SPDX-License-Identifier: GPL-3.0-or-later

/// Distances to the k nearest features and fields of each, as attributes with the suffixes `_1` to `_k`,
/// nearest first; file order decides ties.
public struct NeighboursIndicator: IndicatorSettings {
  public static let keyword = "k_nearest"

  /// How many neighbours, 1 to 50.
  public var count: Int
  /// Attribute that takes the distances in km, without suffix; nil when they are not wanted.
  public var distanceAttribute: String?
  /// Fields of each neighbour, attributes without suffix, in ascending order of attribute.
  public var fields: [FieldMapping]
  /// Features farther than this, in km, do not count; nil for any distance.
  public var maxKm: Double?

  /// Distances to the k nearest features and fields of each.
  public init(
    count: Int, distanceAttribute: String? = nil, fields: [FieldMapping] = [], maxKm: Double? = nil
  ) {
    self.count = count
    self.distanceAttribute = distanceAttribute
    self.fields = fields
    self.maxKm = maxKm
  }

  /// By neighbour: distance, then fields.
  public var outputs: [DerivedAttribute] {
    (1...max(1, count)).flatMap { rank -> [DerivedAttribute] in
      (distanceAttribute.map { [DerivedAttribute("\($0)_\(rank)", unit: "km")] } ?? [])
        + fields.map { DerivedAttribute("\($0.attribute)_\(rank)", unit: $0.unit) }
    }
  }
  public var fieldsRead: [String] { fields.map(\.field) }
}
