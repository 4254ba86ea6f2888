// SPDX-License-Identifier: GPL-3.0-or-later

/// Fields of the row whose key equals an attribute of the site; the layer needs no geometry. Keys are
/// compared as texts. Two rows with the same key are an error, since either could be meant.
public struct JoinIndicator: IndicatorSettings {
  public static let keyword = "join"

  /// Attribute of the site.
  public var siteKey: String
  /// Field of the layer.
  public var layerKey: String
  /// Fields of the row, in ascending order of attribute.
  public var fields: [FieldMapping]

  /// Fields of the row whose key equals an attribute of the site.
  public init(siteKey: String, layerKey: String, fields: [FieldMapping]) {
    self.siteKey = siteKey
    self.layerKey = layerKey
    self.fields = fields
  }

  public var outputs: [DerivedAttribute] { fields.map(\.output) }
  public var inputs: [String] { [siteKey] }
  public var fieldsRead: [String] { [layerKey] + fields.map(\.field) }
}
