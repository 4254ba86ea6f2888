// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Prices of the parts of networks and storage, EUR: assumptions that weigh items against one another.
struct NetworkPrices: Sendable, Equatable, Codable {
  var sn5600EUR: Double
  var sn2201EUR: Double
  var twinPortModuleEUR: Double
  var fibreEUR: Double
  var applianceEUR: Double
  var managementNodeEUR: Double

  init(_ assumptions: borrowing NetworkAssumptions) {
    sn5600EUR = assumptions.sn5600EUR.value
    sn2201EUR = assumptions.sn2201EUR.value
    twinPortModuleEUR = assumptions.twinPort800GEUR.value
    fibreEUR = assumptions.shortFibreEUR.value
    applianceEUR = assumptions.applianceEUR.value
    managementNodeEUR = assumptions.managementNodeEUR.value
  }
}
