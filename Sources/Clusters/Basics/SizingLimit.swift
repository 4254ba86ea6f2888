// SPDX-License-Identifier: GPL-3.0-or-later

/// What stops a cluster from being larger.
package enum SizingLimit: String, Sendable, Codable, CaseIterable {
  /// The number of GPUs asked for.
  case requestedGPUs
  /// The power asked for, at the meter.
  case requestedPower
  /// The grid connection of the site.
  case connection
  /// The heat that the site's liquid cooling can take.
  case liquidCooling
  /// The land of the site.
  case land
  /// The white space of the building.
  case whiteSpace
  /// The load that the floor bears under one rack.
  case floorLoad
  /// The largest number of systems that one compute fabric of the tiers asked for can connect.
  case networkTier
  /// Whole scalable units were asked for, and the next one does not fit.
  case scalableUnit

  /// Unit in which the need of one system is stated against this limit.
  package var unit: String {
    switch self {
    case .requestedGPUs, .requestedPower, .connection: "MW at the meter"
    case .liquidCooling: "MW of heat to liquid"
    case .land: "ha of land"
    case .whiteSpace: "m2 of white space"
    case .floorLoad: "kg/m2 under a rack"
    case .networkTier: "systems on the compute fabric"
    case .scalableUnit: "systems in a scalable unit"
    }
  }
}
