// SPDX-License-Identifier: GPL-3.0-or-later

/// Fields of the row whose key equals an attribute of the site; the layer needs no geometry. Keys are
/// compared as texts. Two rows with the same key are an error, since either could be meant.
package struct JoinIndicator: IndicatorSettings {
  package static let keyword = "join"

  /// Attribute of the site.
  package var siteKey: String
  /// Field of the layer.
  package var layerKey: String
  /// Fields of the row, in ascending order of attribute.
  package var fields: [FieldMapping]

  /// Fields of the row whose key equals an attribute of the site.
  package init(siteKey: String, layerKey: String, fields: [FieldMapping]) {
    self.siteKey = siteKey
    self.layerKey = layerKey
    self.fields = fields
  }

  package var outputs: [DerivedAttribute] { fields.map(\.output) }
  package var inputs: [String] { [siteKey] }
  package var fieldsRead: [String] { [layerKey] + fields.map(\.field) }
}
