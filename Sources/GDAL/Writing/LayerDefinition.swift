// SPDX-License-Identifier: GPL-3.0-or-later

/// What a new layer is like.
public struct LayerDefinition {
  /// The name.
  public var name: String
  /// The type of its geometries; `.none` for a plain table.
  public var geometryType: GeometryType
  /// The reference system of its geometries; nil leaves it unsaid.
  public var spatialReference: SpatialReference?
  /// Its fields, in order.
  public var fields: [FieldDefinition]
  /// Options of the driver (its page calls them layer creation options), in order.
  public var options: OptionList

  /// Describes a layer.
  public init(
    _ name: String, geometryType: GeometryType, spatialReference: SpatialReference?,
    fields: [FieldDefinition],
    options: OptionList = [:]
  ) {
    self.name = name
    self.geometryType = geometryType
    self.spatialReference = spatialReference
    self.fields = fields
    self.options = options
  }
}
