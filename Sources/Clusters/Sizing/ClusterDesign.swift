// SPDX-License-Identifier: GPL-3.0-or-later

/// A cluster sized for one site. Made by `ClusterSizer` only, so its parts and totals agree.
public struct ClusterDesign: Sendable, Equatable, Codable {
  /// The parts, one a product, sorted by id.
  public let shares: [ClusterShare]
  /// Scalable units begun.
  public let scalableUnits: Int
  /// Purchasable systems.
  public let systems: Int
  /// Racks that hold the systems.
  public let racks: Int
  /// Network and storage racks, rounded up.
  public let supportRacks: Int
  /// GPUs.
  public let gpus: Int
  /// CPUs.
  public let cpus: Int

  /// Provisioned IT power with network and storage, MW.
  public let itMW: Double
  /// Average IT power, MW.
  public let averageITMW: Double
  /// Provisioned IT power times PUE, MW.
  public let facilityMW: Double
  /// Power at the meter, MW: `facilityMW` with the losses up to the meter.
  public let gridMW: Double
  /// Power at the meter, MVA; nil where no power factor is stated.
  public let gridMVA: Double?
  /// What the connection has left, MW; negative where the cluster needs more; nil where no connection is
  /// stated.
  public let remainingMW: Double?
  /// Energy at the meter per year of 8,760 hours, MWh, at average IT power.
  public let energyMWhPerYear: Double

  /// Coolant supply temperature, C; nil where nothing is cooled by liquid.
  public let supplyTemperatureC: Double?
  /// Heat to liquid at provisioned power, kW.
  public let heatToLiquidKW: Double
  /// Heat to air at provisioned power, kW.
  public let heatToAirKW: Double
  /// Coolant flow at provisioned power, l/min; zero where nothing is cooled by liquid.
  public let coolantFlowLPerMin: Double
  /// Coolant distribution units of the assumed size, without spares.
  public let coolantDistributionUnits: Int

  /// White space with aisles and support racks, m2.
  public let whiteSpaceM2: Double
  /// Land, ha, at the reference PUE, so that it equals what the optimiser counted.
  public let landHa: Double
  /// Heaviest load of one rack on its footprint, kg/m2; nil where a product publishes no weight.
  public let floorLoadKgPerM2: Double?

  /// Investment.
  public let capex: ClusterCapex
  /// Peak arithmetic rates and memory.
  public let performance: ClusterPerformance
  /// The price level of `capex`.
  public let priceLevel: PriceLevel
  /// The assumptions that the numbers rest on, sorted as in `SizingAssumptions.named`.
  public let assumptions: [NamedFigure]
  /// What a reader must know.
  public let notes: [SizingNote]
  /// The worst basis behind each kind of number.
  public let basis: ClusterBasis

  /// Power at the meter per GPU, kW.
  public var gridKWPerGPU: Double { gridMW * 1_000 / Double(gpus) }

  /// Hours of the year that energy is counted over.
  public static let hoursPerYear = 8_760.0
  /// Power at the meter per GPU above which a design is flagged, kW: announced GB200 and GB300 sites need 1.9
  /// to 2.6, and above 2.8 there is headroom or mixed use.
  public static let highKWPerGPU = 2.8
}
