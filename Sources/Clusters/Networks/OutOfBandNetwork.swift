// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// The network that reaches every controller even when the systems are down, of SN2201 switches: 48 ports of
/// 1 Gbit/s.
package struct OutOfBandNetwork: Sendable, Equatable, Codable {
  /// Ports of systems, servers, storage and switches.
  package var ports: Int
  /// Switches inside rack-scale systems, as published.
  package var switchesInSystems: Int
  /// Switches in racks of nodes and of the networks.
  package var switchesOutsideSystems: Int
  /// What `switchesInSystems` rests on.
  package var inSystemsBasis: Basis
  /// Where `switchesInSystems` comes from.
  package var inSystemsSource: String
  /// All switches, kW.
  package var powerKW: Double

  /// Ports of 1 Gbit/s of a switch.
  static let portsPerSwitch = 48

  init(_ sku: borrowing HardwareSKU, systems: Int, others: Int, assumptions: borrowing NetworkAssumptions) {
    switch sku.system.kind {
    case .rack:
      let perSystem = wholeNumber(assumptions.oobPortsPerRackSystem.value)
      ports = systems * perSystem + others
      let published = wholeNumber(assumptions.oobSwitchesPerRackSystem.value)
      switchesInSystems = systems * max(published, FabricArithmetic.divide(perSystem, Self.portsPerSwitch))
      switchesOutsideSystems = FabricArithmetic.divide(others, Self.portsPerSwitch)
    case .node:
      ports = systems * wholeNumber(assumptions.oobPortsPerNode.value) + others
      switchesInSystems = 0
      switchesOutsideSystems = FabricArithmetic.divide(ports, Self.portsPerSwitch)
    }
    inSystemsBasis = assumptions.oobSwitchesPerRackSystem.basis
    inSystemsSource = assumptions.oobSwitchesPerRackSystem.source
    powerKW = Double(switchesInSystems + switchesOutsideSystems) * assumptions.sn2201KW.value
  }

  /// All switches.
  package var switches: Int { switchesInSystems + switchesOutsideSystems }
}
