// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether a product can be ordered.
package enum HardwareStatus: String, Sendable, Codable, CaseIterable {
  /// On sale; its figures come from published documents.
  case available
  /// Announced by its maker only; figures may change.
  case announced
}
