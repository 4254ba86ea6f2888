// SPDX-License-Identifier: GPL-3.0-or-later

/// A step from the decision to build to the first operation, in the order in which they are listed.
package enum BuildStep: String, Sendable, Codable, CaseIterable {
  /// Design, environmental opinion and permits.
  case permits
  /// Construction of the first building.
  case construction
  /// Order and delivery of the high-voltage transformers.
  case transformers
  /// The grid operator's connection.
  case connection
  /// Delivery of the first systems.
  case systems
  /// Commissioning of a finished building with power and systems.
  case commissioning

  /// The step in plain words.
  package var phrase: String {
    switch self {
    case .permits: "permits"
    case .construction: "construction of the building"
    case .transformers: "delivery of the high-voltage transformers"
    case .connection: "the grid connection"
    case .systems: "delivery of the systems"
    case .commissioning: "commissioning"
    }
  }
}
