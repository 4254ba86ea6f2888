// SPDX-License-Identifier: GPL-3.0-or-later

/// Distance to the nearest feature, and fields of that feature; the first in file order on a tie.
package struct NearestIndicator: IndicatorSettings {
  package static let keyword = "nearest"

  /// Attribute that takes the distance in km; nil when it is not wanted.
  package var distanceAttribute: String?
  /// Fields of the nearest feature, in ascending order of attribute.
  package var fields: [FieldMapping]
  /// Features farther than this, in km, do not count; nil for any distance.
  package var maxKm: Double?

  /// Distance to the nearest feature, and fields of that feature.
  package init(distanceAttribute: String? = nil, fields: [FieldMapping] = [], maxKm: Double? = nil) {
    self.distanceAttribute = distanceAttribute
    self.fields = fields
    self.maxKm = maxKm
  }

  package var outputs: [DerivedAttribute] {
    (distanceAttribute.map { [DerivedAttribute($0, unit: "km")] } ?? []) + fields.map(\.output)
  }
  package var fieldsRead: [String] { fields.map(\.field) }
}
