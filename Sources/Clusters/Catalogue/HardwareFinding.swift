// SPDX-License-Identifier: GPL-3.0-or-later

/// A fault in the figures of one product of the hardware catalogue, or in the assumptions beside it.
public struct HardwareFinding: Sendable, Equatable, Codable, CustomStringConvertible {
  /// The id of the product, or `assumptions`.
  public var owner: String
  /// Key path in the product's file, for example `power.provisioning_kw`, or the name of the assumption.
  public var key: String
  /// What is wrong and what is wanted.
  public var message: String

  /// A fault in one set of figures.
  public init(owner: String, key: String, message: String) {
    self.owner = owner
    self.key = key
    self.message = message
  }

  public var description: String { "\(owner): \(key): \(message)" }
}
