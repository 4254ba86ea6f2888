// SPDX-License-Identifier: GPL-3.0-or-later

/// A fault in the figures of one product of the hardware catalogue, or in the assumptions beside it.
package struct HardwareFinding: Sendable, Equatable, Codable, CustomStringConvertible {
  /// The id of the product, or `assumptions`.
  package var owner: String
  /// Key path in the product's file, for example `power.provisioning_kw`, or the name of the assumption.
  package var key: String
  /// What is wrong and what is wanted.
  package var message: String

  /// A fault in one set of figures.
  package init(owner: String, key: String, message: String) {
    self.owner = owner
    self.key = key
    self.message = message
  }

  package var description: String { "\(owner): \(key): \(message)" }
}
