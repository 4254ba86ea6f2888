// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Ownership and jurisdiction. Shares are of the GPUs in service, between 0 and 1; nil states no rule.
package struct SovereigntyParameters: Sendable, Equatable, Codable {
  /// Smallest share on sites whose named owners and operators are all under EU law.
  package var euControlledShareMin: Double?
  /// Largest share on sites with an owner or operator from outside the EU.
  package var nonEUOwnerShareMax: Double?
  /// Smallest share on sites whose ownership meets the shareholding limits of a SecNumCloud-class service.
  package var secNumCloudClassShareMin: Double?

  /// Ownership and jurisdiction.
  package init(
    euControlledShareMin: Double? = nil, nonEUOwnerShareMax: Double? = nil,
    secNumCloudClassShareMin: Double? = nil
  ) {
    self.euControlledShareMin = euControlledShareMin
    self.nonEUOwnerShareMax = nonEUOwnerShareMax
    self.secNumCloudClassShareMin = secNumCloudClassShareMin
  }
}
