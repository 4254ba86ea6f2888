// SPDX-License-Identifier: GPL-3.0-or-later

/// Everything that gets built for a cluster: fabric, networks, power, cooling, building, in what time, for
/// what money, with what carbon.
///
/// It begins with a design and changes nothing in it: GPUs, IT power, power at the meter, energy, land and
/// investment are those that an optimiser counted. What is counted in more detail here is held against them,
/// and a difference is a note.
package struct ClusterSpecification: Sendable, Equatable {
  /// What was sized.
  package let design: ClusterDesign
  /// Compute fabrics with the networks and storage around them, in the order of the design's products.
  package let pods: [ClusterPod]
  /// From the racks to the meter.
  package let power: PowerChain
  /// Heat and water.
  package let cooling: CoolingPlant
  /// Whether the climate is that of the site; else it is that of Paris.
  package let climateIsStated: Bool
  /// Halls, floor and plot.
  package let space: BuildingSpace
  /// In what time.
  package let schedule: BuildSchedule
  /// For what money.
  package let ledger: Ledger
  /// With what carbon.
  package let carbon: CarbonAccount
  /// Bandwidth totals.
  package let bandwidth: ClusterBandwidth
  /// The figures and choices it rests on beside those of the design.
  package let basis: DesignBasis
  /// Everything that is bought, with money that adds up to the ledger.
  package let bill: BillOfMaterials

  /// The figures and choices of `basis`.
  package var assumptions: DesignAssumptions { basis.assumptions }

  /// Power of the counted networks, storage and management, kW.
  package var supportKW: Double {
    var sum = 0.0
    for pod in pods { sum += pod.supportKW }
    return sum
  }

  /// Power that the design keeps for them, kW.
  package var supportBudgetKW: Double {
    var sum = 0.0
    for share in design.shares { sum += (share.itMW - share.systemsMW) * 1_000 }
    return sum
  }

  /// Switches of all compute fabrics; nil where a product states no fabric.
  package var fabricSwitches: Int? {
    var sum = 0
    for pod in pods {
      guard let fabric = pod.fabric else { return nil }
      sum += pod.count * fabric.switches.total
    }
    return sum
  }
}
