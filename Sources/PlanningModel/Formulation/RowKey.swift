// SPDX-License-Identifier: GPL-3.0-or-later

/// Meaning of a row of the model: which rule, where, when.
package struct RowKey: Sendable, Equatable, Hashable, Codable {
  /// Families of rules. `isPolicy` tells apart what a planner may give up from what physics or paper fixes.
  package enum Family: String, Sendable, Codable, CaseIterable {
    case oneConnection = "one_connection"
    case connectionKept = "connection_kept"
    case sitePower = "site_power"
    case siteLand = "site_land"
    case blocksKept = "blocks_kept"
    case blockTotals = "block_totals"
    case campusMinimum = "campus_minimum"
    case demand = "demand"
    case supply = "supply"
    case zoneHeadroom = "zone_headroom"
    case euControlled = "eu_controlled_share"
    case nonEUOwner = "non_eu_owner_share"
    case secNumCloudClass = "secnumcloud_class_share"
    case regionShare = "region_share"
    case siteCount = "sites_max"
    case budget = "budget"
    case forcedSite = "force_in"
    case linear = "linear"
    case connectedAmount = "connected_amount"
    case trainingCampus = "training_campus"
    case goal = "objective"
    case strengthening = "strengthening"
    case wellFormed = "well_formed"

    /// Whether a planner could decide to relax the rule.
    package var isPolicy: Bool {
      switch self {
      case .campusMinimum, .demand, .supply, .zoneHeadroom, .euControlled, .nonEUOwner,
        .secNumCloudClass, .regionShare, .siteCount, .budget, .forcedSite,
        .linear, .trainingCampus:
        true
      case .oneConnection, .connectionKept, .sitePower, .siteLand, .blocksKept, .blockTotals,
        .connectedAmount, .goal, .strengthening, .wellFormed:
        false
      }
    }
  }

  /// Which rule.
  package var family: Family
  /// Site, zone, region or sku it speaks of; empty for the whole plan.
  package var scope: String
  /// Calendar year; nil for the whole horizon.
  package var year: Int?
  /// Family of a linear rule, for example `substation_headroom`; nil for the others.
  package var linearFamily: String?

  /// Stable identifier of the family in files, also for linear rules.
  package var identifier: String { linearFamily ?? family.rawValue }

  /// Meaning of a row.
  package init(_ family: Family, scope: String = "", year: Int? = nil, linearFamily: String? = nil) {
    self.family = family
    self.scope = scope
    self.year = year
    self.linearFamily = linearFamily
  }
}
