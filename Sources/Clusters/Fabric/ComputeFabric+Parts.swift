// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension ComputeFabric {
  static func origin(_ design: FabricDesign, systems: Int) -> FabricOrigin {
    guard let first = design.published.first, let last = design.published.last else { return .noRows }
    if systems < first.systems { return .belowRows }
    return systems > last.systems ? .beyondRows : .betweenRows
  }

  /// Cables as printed; what is not printed is counted: one cable per endpoint to the leaves, as many from
  /// the leaves of all units begun to the spines, as many again to the cores.
  static func cables(
    _ arithmetic: FabricArithmetic, systems: Int, units: Int, tiers: Int, row: PublishedFabricRow?
  ) -> FabricCables {
    let connected = systems * arithmetic.endpointsPerSystem
    let built = units * arithmetic.endpointsPerUnit
    // Rail-aligned leaves stand beside their racks: an incomplete unit has no idle leaf, but all its spines.
    let fromLeaves = arithmetic.design.rule == .railAligned ? connected : built
    return FabricCables(
      nodeLeaf: row?.nodeLeafCables ?? connected, leafSpine: row?.leafSpineCables ?? fromLeaves,
      spineCore: tiers == 3 ? row?.spineCoreCables ?? built : 0)
  }

  static func power(
    _ model: SwitchModel, switches: Int, optics: FabricOptics, assumptions: NetworkAssumptions
  ) -> FabricPower {
    let twinPorts = Double(optics.twinPortModules)
    let cards = Double(optics.nicModules)
    let count = Double(switches)
    switch model {
    case .qm9700:
      return FabricPower(
        switchesKW: count * assumptions.qm9700KW.value,
        switchModulesKW: twinPorts * assumptions.twinPort800GW.value / 1_000,
        nicModulesKW: cards * assumptions.nic400GW.value / 1_000,
        basis: max(assumptions.qm9700KW.basis, assumptions.twinPort800GW.basis))
    case .sn5600:
      // The card of a twin plane holds a module with both links: a twin-port one.
      return FabricPower(
        switchesKW: count * assumptions.sn5600KW.value,
        switchModulesKW: twinPorts * assumptions.twinPort800GW.value / 1_000,
        nicModulesKW: cards * assumptions.twinPort800GW.value / 1_000,
        basis: max(assumptions.sn5600KW.basis, assumptions.twinPort800GW.basis))
    case .q3400:
      return FabricPower(
        switchesKW: count * assumptions.q3400KW.value, switchModulesKW: 0,
        nicModulesKW: cards * assumptions.nic800GW.value / 1_000, basis: assumptions.q3400KW.basis)
    }
  }

  static func notes(
    _ design: FabricDesign, row: PublishedFabricRow?, systems: Int, units: Int, perUnit: Int
  ) -> [FabricNote] {
    var notes: [FabricNote] = []
    let rest = systems % perUnit
    if rest != 0 { notes.append(.lastUnitIncomplete(systems: rest, of: perUnit)) }
    if let row, let text = row.note { notes.append(.rowNote(units: row.units, text: text)) }
    if let text = design.note { notes.append(.tableNote(text: text)) }
    switch design.switchModel {
    case .qm9700, .sn5600: notes.append(.switchPowerAssumed(model: design.switchModel))
    case .q3400: notes.append(.modulesInSwitchPower(model: design.switchModel))
    }
    return notes
  }
}

extension HardwareSKU {
  /// Racks of a number of systems: whole units as published, the rest filled rack by rack.
  func racks(systems: Int) -> Int {
    let perRack = max(1, Int(system.systemsPerRack.value))
    let perUnit = max(1, Int(scalableUnit.systems.value))
    return systems / perUnit * Int(scalableUnit.racks.value)
      + FabricArithmetic.divide(systems % perUnit, perRack)
  }
}
