// SPDX-License-Identifier: GPL-3.0-or-later

/// The part of a design that is of one product.
public struct ClusterShare: Sendable, Equatable, Codable {
  /// The product.
  public let skuID: String
  /// Scalable units begun: the last one may be incomplete.
  public let scalableUnits: Int
  /// Purchasable systems.
  public let systems: Int
  /// Racks that hold the systems.
  public let racks: Int
  /// GPUs.
  public let gpus: Int
  /// CPUs.
  public let cpus: Int
  /// Provisioned power of the systems alone, MW.
  public let systemsMW: Double
  /// Provisioned IT power with network and storage, MW.
  public let itMW: Double
  /// Average IT power, MW.
  public let averageITMW: Double
  /// Heat to liquid at provisioned power, kW.
  public let heatToLiquidKW: Double
  /// Network and storage racks that the power of network and storage implies; not rounded.
  public let supportRacks: Double
  /// White space with aisles and support racks, m2.
  public let whiteSpaceM2: Double
  /// Land, ha.
  public let landHa: Double
  /// Load of one rack on its footprint, kg/m2; nil where no weight is published.
  public let floorLoadKgPerM2: Double?
  /// Investment.
  public let capex: ClusterCapex
  /// Peak arithmetic rates and memory.
  public let performance: ClusterPerformance

  /// Heat to air at provisioned power, kW.
  public var heatToAirKW: Double { itMW * 1_000 - heatToLiquidKW }
}
