// SPDX-License-Identifier: GPL-3.0-or-later

/// The part of a design that is of one product.
package struct ClusterShare: Sendable, Equatable, Codable {
  /// The product.
  package let skuID: String
  /// Scalable units begun: the last one may be incomplete.
  package let scalableUnits: Int
  /// Purchasable systems.
  package let systems: Int
  /// Racks that hold the systems.
  package let racks: Int
  /// GPUs.
  package let gpus: Int
  /// CPUs.
  package let cpus: Int
  /// Provisioned power of the systems alone, MW.
  package let systemsMW: Double
  /// Provisioned IT power with network and storage, MW.
  package let itMW: Double
  /// Average IT power, MW.
  package let averageITMW: Double
  /// Heat to liquid at provisioned power, kW.
  package let heatToLiquidKW: Double
  /// Network and storage racks that the power of network and storage implies; not rounded.
  package let supportRacks: Double
  /// White space with aisles and support racks, m2.
  package let whiteSpaceM2: Double
  /// Land, ha.
  package let landHa: Double
  /// Load of one rack on its footprint, kg/m2; nil where no weight is published.
  package let floorLoadKgPerM2: Double?
  /// Investment.
  package let capex: ClusterCapex
  /// Peak arithmetic rates and memory.
  package let performance: ClusterPerformance

  /// Heat to air at provisioned power, kW.
  package var heatToAirKW: Double { itMW * 1_000 - heatToLiquidKW }
}
