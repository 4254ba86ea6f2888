// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities

/// `[resilience]`: what remains in service when any one thing is lost.
struct ResilienceBlock {
  /// What is stated; nil for nothing.
  var rules: ResilienceRules?

  init(_ table: ConfigTable) {
    var rules = ResilienceRules()
    rules.lossOfOneSiteKeepsShare = table.limit(
      "loss_of_one_site_keeps_share", .share, penaltyUnit: "gpu")
    rules.lossOfOneSubstationKeepsShare = table.limit(
      "loss_of_one_substation_keeps_share", .share, penaltyUnit: "gpu")
    rules.lossOfOneZoneKeepsShare = table.limit(
      "loss_of_one_zone_keeps_share", .share, penaltyUnit: "gpu")
    self.rules = rules == ResilienceRules() ? nil : rules
  }
}
