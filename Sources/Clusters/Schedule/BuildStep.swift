// SPDX-License-Identifier: GPL-3.0-or-later

/// What the first operation of a site waits for.
package enum BuildStep: String, Sendable, Codable, CaseIterable {
  /// The grid operator's connection.
  case connection
  /// Delivery of the high-voltage transformers.
  case transformers
  /// Permit and construction.
  case building

  /// The step in plain words.
  package var phrase: String {
    switch self {
    case .connection: "the grid connection"
    case .transformers: "the delivery of the high-voltage transformers"
    case .building: "the permit and construction of the building"
    }
  }
}
