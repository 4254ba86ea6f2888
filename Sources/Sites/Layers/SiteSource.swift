// SPDX-License-Identifier: GPL-3.0-or-later

/// A table of candidate sites as a planner declares it: where it is, and which column means what.
package struct SiteSource: Sendable, Equatable, Codable {
  /// Where it is.
  package var declared: LayerSource
  /// Column that holds the identifier.
  package var idField: String
  /// Column that holds the name.
  package var nameField: String
  /// Columns by the attribute that they hold, where it has another name than the column.
  package var columns: [String: String]

  /// A table of candidate sites.
  package init(
    declared: LayerSource, idField: String = "id", nameField: String = "name", columns: [String: String] = [:]
  ) {
    self.declared = declared
    self.idField = idField
    self.nameField = nameField
    self.columns = columns
  }
}
