// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Prices of the parts of a compute fabric, EUR: assumptions that weigh its items against one another.
struct FabricPrices: Sendable, Equatable, Codable {
  var switchEUR: Double
  var twinPortModuleEUR: Double
  var nicModuleEUR: Double
  var copperCableEUR: Double
  var shortCableEUR: Double
  var longCableEUR: Double

  init(_ model: SwitchModel, _ assumptions: borrowing NetworkAssumptions) {
    copperCableEUR = assumptions.copperCableEUR.value
    shortCableEUR = assumptions.shortFibreEUR.value
    longCableEUR = assumptions.longFibreEUR.value
    switch model {
    case .qm9700:
      switchEUR = assumptions.qm9700EUR.value
      twinPortModuleEUR = assumptions.twinPort800GEUR.value
      nicModuleEUR = assumptions.nic400GEUR.value
    case .sn5600:
      switchEUR = assumptions.sn5600EUR.value
      twinPortModuleEUR = assumptions.twinPort800GEUR.value
      nicModuleEUR = assumptions.twinPort800GEUR.value
    case .q3400:
      switchEUR = assumptions.q3400EUR.value
      twinPortModuleEUR = assumptions.twinPort1600GEUR.value
      nicModuleEUR = assumptions.nic800GEUR.value
    }
  }
}
