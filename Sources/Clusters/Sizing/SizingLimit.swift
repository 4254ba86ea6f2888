// SPDX-License-Identifier: GPL-3.0-or-later

/// What stops a cluster from being larger.
public enum SizingLimit: String, Sendable, Codable, CaseIterable {
  /// The number of GPUs asked for.
  case requestedGPUs
  /// The power asked for, at the meter.
  case requestedPower
  /// The grid connection of the site.
  case connection
  /// The land of the site.
  case land
}
