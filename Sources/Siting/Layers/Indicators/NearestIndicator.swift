// SPDX-License-Identifier: GPL-3.0-or-later

/// Distance to the nearest feature, and fields of that feature; the first in file order on a tie.
public struct NearestIndicator: IndicatorSettings {
  public static let keyword = "nearest"

  /// Attribute that takes the distance in km; nil when it is not wanted.
  public var distanceAttribute: String?
  /// Fields of the nearest feature, in ascending order of attribute.
  public var fields: [FieldMapping]
  /// Features farther than this, in km, do not count; nil for any distance.
  public var maxKm: Double?

  /// Distance to the nearest feature, and fields of that feature.
  public init(distanceAttribute: String? = nil, fields: [FieldMapping] = [], maxKm: Double? = nil) {
    self.distanceAttribute = distanceAttribute
    self.fields = fields
    self.maxKm = maxKm
  }

  public var outputs: [DerivedAttribute] {
    (distanceAttribute.map { [DerivedAttribute($0, unit: "km")] } ?? []) + fields.map(\.output)
  }
  public var fieldsRead: [String] { fields.map(\.field) }
}
