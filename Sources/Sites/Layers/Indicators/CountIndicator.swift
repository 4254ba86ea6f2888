// SPDX-License-Identifier: GPL-3.0-or-later

/// Number of features within a radius of the site, and sums of their fields. A feature counts when any part
/// of it lies within; a feature without a value adds nothing to a sum.
package struct CountIndicator: IndicatorSettings {
  package static let keyword = "count_within"

  /// Radius in km, the rim included.
  package var radiusKm: Double
  /// Attribute that takes the number of features; nil when it is not wanted.
  package var countAttribute: String?
  /// Fields to add up, in ascending order of attribute.
  package var sums: [FieldMapping]

  /// Number of features within a radius of the site, and sums of their fields.
  package init(radiusKm: Double, countAttribute: String? = nil, sums: [FieldMapping] = []) {
    self.radiusKm = radiusKm
    self.countAttribute = countAttribute
    self.sums = sums
  }

  package var outputs: [DerivedAttribute] {
    (countAttribute.map { [DerivedAttribute($0)] } ?? []) + sums.map(\.output)
  }
  package var fieldsRead: [String] { sums.map(\.field) }
}
