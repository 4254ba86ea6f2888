// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The Ethernet network for storage and in-band traffic, of SN5600 (or SN5600D) switches used as 128 ports of
/// 400 Gbit/s.
///
/// Leaves on the side of the systems have more ports down than up, leaves on the side of the storage as many
/// down as up; spines take all uplinks. Every tier has at least two switches.
package struct EthernetNetwork: Sendable, Equatable, Codable {
  /// Ports of 400 Gbit/s of the systems.
  package var systemPorts: Int
  /// Ports of 400 Gbit/s of the storage.
  package var storagePorts: Int
  /// Ports of 400 Gbit/s of management servers, out-of-band uplinks and the customer's edge.
  package var otherPorts: Int
  /// Leaves on the side of the systems.
  package var systemLeaf: Int
  /// Leaves on the side of the storage, the management servers and the edge.
  package var storageLeaf: Int
  /// Switches of all tiers; `leaf` is the sum of the two kinds.
  package var switches: FabricSwitches
  /// Cables: one a port in use, and one an uplink.
  package var cables: Int
  /// Switches with their modules, kW.
  package var powerKW: Double

  /// Ports of a switch at 400 Gbit/s.
  static let ports = SwitchModel.sn5600.ports
  /// Ports of 400 Gbit/s towards the customer's network: at least 2 x 100 Gbit/s are published; one port for
  /// each of two leaves.
  static let edgePorts = 2

  init(
    _ sku: borrowing HardwareSKU, systems: Int, gpus: Int, managementNodes: Int,
    assumptions: borrowing NetworkAssumptions
  ) {
    let perSystem: Double
    switch sku.system.kind {
    case .rack: perSystem = assumptions.storagePortsPerRackSystem.value
    case .node: perSystem = assumptions.storagePortsPerNode.value
    }
    systemPorts = systems * wholeNumber(perSystem)
    storagePorts = wholeNumber((Double(gpus) * assumptions.storageSidePortsPerGPU.value).rounded(.up))
    // Two ports a server, and one for every four out-of-band uplinks of 100 Gbit/s, of which a rack has two.
    let racks = sku.racks(systems: systems)
    otherPorts = 2 * managementNodes + FabricArithmetic.divide(racks, 2) + Self.edgePorts
    // Ports up are rounded up, so that the blocking is never worse than assumed; the tolerance keeps 5:3 at
    // 80 and 48.
    let share = Double(Self.ports) / (1 + assumptions.nodeSideBlocking.value) * (1 - 1e-12)
    let up = min(Self.ports - 1, max(1, wholeNumber(share.rounded(.up))))
    let down = Self.ports - up
    systemLeaf = max(2, FabricArithmetic.divide(systemPorts, down))
    storageLeaf = max(2, FabricArithmetic.divide(storagePorts + otherPorts, Self.ports / 2))
    let leaf = systemLeaf + storageLeaf
    let uplinks = systemLeaf * up + storageLeaf * (Self.ports / 2)
    // A spine has one port for every leaf; more leaves need a third tier.
    let isThreeTier = leaf > Self.ports
    let spine = max(2, FabricArithmetic.divide(uplinks, isThreeTier ? Self.ports / 2 : Self.ports))
    let core = isThreeTier ? FabricArithmetic.divide(spine * Self.ports / 2, Self.ports) : 0
    switches = FabricSwitches(leaf: leaf, spine: spine, core: core)
    let betweenSpines = isThreeTier ? spine * Self.ports / 2 : 0
    cables = systemPorts + storagePorts + otherPorts + uplinks + betweenSpines
    let portsInUse = systemPorts + storagePorts + otherPorts + 2 * (uplinks + betweenSpines)
    let modules = FabricArithmetic.divide(portsInUse, 2)
    powerKW =
      Double(switches.total) * assumptions.sn5600KW.value
      + Double(modules) * assumptions.twinPort800GW.value / 1_000
  }

  /// Twin-port modules in the switches: one for two ports in use.
  package var twinPortModules: Int {
    // Every cable has one end in a switch; those between switches have two.
    let toHosts = systemPorts + storagePorts + otherPorts
    return FabricArithmetic.divide(toHosts + 2 * (cables - toHosts), 2)
  }
}
