// SPDX-License-Identifier: GPL-3.0-or-later

/// One stage of the power chain, seen from the racks towards the meter.
package struct PowerStage: Sendable, Equatable, Codable {
  /// Where the power is counted.
  package enum Place: String, Sendable, Codable, CaseIterable {
    /// At the racks.
    case rack
    /// Into the low-voltage distribution and busways.
    case distribution
    /// Into the uninterruptible supplies.
    case ups
    /// Low voltage in all: uninterruptible supplies with cooling and the other needs of the site.
    case lowVoltage = "low-voltage"
    /// Into the transformers from medium to low voltage.
    case mediumVoltage = "medium-voltage"
    /// At the meter, into the high-voltage transformers.
    case meter
  }

  /// Where the power is counted.
  package var place: Place
  /// Provisioned power, MW.
  package var provisionedMW: Double
  /// Average power, MW.
  package var averageMW: Double
  /// What this stage adds to the one before, MW, at provisioned power: losses, and for low voltage the
  /// cooling and other needs.
  package var addedMW: Double
}
