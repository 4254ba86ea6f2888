// SPDX-License-Identifier: GPL-3.0-or-later

/// One feature of a layer, copied out: it stays valid when the layer moves on or is closed.
public struct Feature {
  /// The id in the source; nil when it has none.
  public var id: Int64?
  /// The fields of the layer, in order.
  public let fields: [FieldDefinition]
  /// One value a field, in order; `.unset` for fields that the query left out.
  public var values: [FieldValue]
  /// The geometry; nil when the feature has none or the query left it out. An empty geometry is not nil.
  public var geometry: Geometry?

  /// Makes a feature, mostly for tests.
  public init(id: Int64? = nil, fields: [FieldDefinition], values: [FieldValue], geometry: Geometry? = nil) {
    self.id = id
    self.fields = fields
    self.values = values
    self.geometry = geometry
  }

  /// The value of a field by its exact name; nil when the layer has no such field.
  public subscript(name: String) -> FieldValue? {
    guard let index = fields.firstIndex(where: { $0.name == name }), index < values.count else { return nil }
    return values[index]
  }
}
