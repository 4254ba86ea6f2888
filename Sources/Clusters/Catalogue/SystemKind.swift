// SPDX-License-Identifier: GPL-3.0-or-later

/// What one purchasable system is.
package enum SystemKind: String, Sendable, Codable, CaseIterable {
  /// A whole rack sold as one machine, for example an NVL72.
  case rack
  /// A server, of which one or more stand in a rack.
  case node
}
