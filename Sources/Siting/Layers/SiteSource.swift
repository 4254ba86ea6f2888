// SPDX-License-Identifier: GPL-3.0-or-later

/// A table of candidate sites as a planner declares it: where it is, and which column means what.
public struct SiteSource: Sendable, Equatable, Codable {
  /// Where it is.
  public var declared: LayerSource
  /// Column that holds the identifier.
  public var idField: String
  /// Column that holds the name.
  public var nameField: String
  /// Columns by the attribute that they hold, where it has another name than the column.
  public var columns: [String: String]

  /// A table of candidate sites.
  public init(
    declared: LayerSource, idField: String = "id", nameField: String = "name", columns: [String: String] = [:]
  ) {
    self.declared = declared
    self.idField = idField
    self.nameField = nameField
    self.columns = columns
  }
}
