// SPDX-License-Identifier: GPL-3.0-or-later

/// Fields of the polygon that contains the site, the first in file order where polygons overlap. Where none
/// does, those of the nearest polygon within the tolerance, since borders and coasts are drawn coarsely; the
/// source of the value then says so.
package struct WithinIndicator: IndicatorSettings {
  package static let keyword = "within"

  /// Fields of the polygon, in ascending order of attribute.
  package var fields: [FieldMapping]
  /// Attribute that says `yes` or `no`; nil when it is not wanted.
  package var insideAttribute: String?
  /// How far outside every polygon a site may lie and still take the nearest one, in km.
  package var toleranceKm: Double

  /// Fields of the polygon that contains the site.
  package init(fields: [FieldMapping] = [], insideAttribute: String? = nil, toleranceKm: Double = 0) {
    self.fields = fields
    self.insideAttribute = insideAttribute
    self.toleranceKm = toleranceKm
  }

  package var outputs: [DerivedAttribute] {
    (insideAttribute.map { [DerivedAttribute($0)] } ?? []) + fields.map(\.output)
  }
  package var fieldsRead: [String] { fields.map(\.field) }
}
