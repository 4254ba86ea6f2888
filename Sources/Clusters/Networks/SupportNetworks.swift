// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Everything around the compute fabric of one cluster of one product: the Ethernet network for storage and
/// in-band traffic, the out-of-band network, the management servers and the storage.
///
/// Little of it is published; what is not is an assumption of `NetworkAssumptions`.
package struct SupportNetworks: Sendable, Equatable, Codable {
  /// The product.
  package let skuID: String
  /// GPUs that are served.
  package let gpus: Int
  /// Ethernet for storage and in-band traffic.
  package let ethernet: EthernetNetwork
  /// Out-of-band network.
  package let outOfBand: OutOfBandNetwork
  /// Management servers.
  package let managementNodes: Int
  /// Storage.
  package let storage: ClusterStorage
  /// Management servers, kW.
  package let managementKW: Double
  /// Height of switches, servers and storage, rack units.
  package let rackUnits: Int
  /// Racks of them at the assumed height and power per rack.
  package let racks: Int
  /// What a reader must know.
  package let notes: [NetworkNote]
  /// Prices, EUR, for weighing the items.
  let prices: NetworkPrices

  /// Networks and storage of a number of systems.
  ///
  /// - Parameters:
  ///   - sku: The product, checked.
  ///   - systems: Systems that are served.
  ///   - fabric: Their compute fabric, whose switches take out-of-band ports; nil where there is none.
  ///   - budgetKW: Power that the sizing keeps for networks, storage and management together with the fabric,
  ///     kW; nil where there is nothing to compare with.
  ///   - assumptions: Checked assumptions.
  /// - Throws: `SizingError` for no systems, too many GPUs or a budget that is no number.
  package init(
    _ sku: borrowing HardwareSKU, systems: Int, fabric: ComputeFabric? = nil, budgetKW: Double? = nil,
    assumptions: borrowing NetworkAssumptions = NetworkAssumptions()
  ) throws {
    try sku.checkSystems(systems)
    if let budgetKW, !budgetKW.isFinite { throw SizingError.notFinite("power for networks in kW") }
    let gpus = systems * Int(sku.system.gpus.value)
    let units = FabricArithmetic.divide(systems, max(1, Int(sku.scalableUnit.systems.value)))
    skuID = sku.id
    self.gpus = gpus
    managementNodes = wholeNumber(
      (assumptions.managementNodesBase.value
        + assumptions.managementNodesPerUnit.value * Double(units)).rounded(.up))
    storage = ClusterStorage(gpus: gpus, assumptions: assumptions)
    ethernet = EthernetNetwork(
      sku, systems: systems, gpus: gpus, managementNodes: managementNodes, assumptions: assumptions)
    outOfBand = OutOfBandNetwork(
      sku, systems: systems,
      others: managementNodes + storage.appliances + ethernet.switches.total
        + (fabric?.switches.total ?? 0), assumptions: assumptions)
    managementKW = Double(managementNodes) * assumptions.managementNodeKW.value
    let servers = Double(managementNodes) * assumptions.managementNodeU.value
    let storageU = Double(storage.appliances) * assumptions.applianceU.value
    // Out-of-band switches of a rack-scale system sit in its own rack.
    rackUnits =
      wholeNumber((servers + storageU).rounded(.up)) + ethernet.switches.total * SwitchModel.sn5600.rackUnits
      + outOfBand.switchesOutsideSystems
    let kW = ethernet.powerKW + outOfBand.powerKW + managementKW + storage.powerKW
    racks = assumptions.racks(rackUnits: rackUnits, kW: kW)
    prices = NetworkPrices(assumptions)
    notes = Self.notes(
      sku, ethernet: ethernet, countedKW: kW + (fabric?.power.totalKW ?? 0), budgetKW: budgetKW)
  }

  /// Networks, storage and management servers of this value, kW, without the compute fabric.
  package var powerKW: Double { ethernet.powerKW + outOfBand.powerKW + managementKW + storage.powerKW }

  private static func notes(
    _ sku: HardwareSKU, ethernet: EthernetNetwork, countedKW: Double, budgetKW: Double?
  ) -> [NetworkNote] {
    var notes: [NetworkNote] = [.mostlyAssumed]
    if ethernet.switches.core > 0 { notes.append(.ethernetThirdTier(core: ethernet.switches.core)) }
    if sku.fabric == nil { notes.append(.fabricNotCounted(skuID: sku.id)) }
    if let budgetKW {
      if countedKW > budgetKW {
        notes.append(.aboveBudget(countedKW: countedKW, budgetKW: budgetKW))
      } else {
        notes.append(.withinBudget(countedKW: countedKW, budgetKW: budgetKW))
      }
    }
    return notes
  }
}
