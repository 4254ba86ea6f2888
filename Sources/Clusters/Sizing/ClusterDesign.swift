// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// A cluster sized for one site. Made by `ClusterSizer` only, so its parts and totals agree.
package struct ClusterDesign: Sendable, Equatable, Codable {
  /// The parts, one a product, sorted by id.
  package let shares: [ClusterShare]
  /// Scalable units begun.
  package let scalableUnits: Int
  /// Purchasable systems.
  package let systems: Int
  /// Racks that hold the systems.
  package let racks: Int
  /// Network and storage racks, rounded up.
  package let supportRacks: Int
  /// GPUs.
  package let gpus: Int
  /// CPUs.
  package let cpus: Int

  /// Provisioned IT power with network and storage, MW.
  package let itMW: Double
  /// Average IT power, MW.
  package let averageITMW: Double
  /// Provisioned IT power times PUE, MW.
  package let facilityMW: Double
  /// Power at the meter, MW: `facilityMW` with the losses up to the meter.
  package let gridMW: Double
  /// Power at the meter, MVA; nil where no power factor is stated.
  package let gridMVA: Double?
  /// What the connection has left, MW; negative where the cluster needs more; nil where no connection is
  /// stated.
  package let remainingMW: Double?
  /// Energy at the meter per year of 8,760 hours, MWh, at average IT power.
  package let energyMWhPerYear: Double

  /// Coolant supply temperature, C; nil where nothing is cooled by liquid.
  package let supplyTemperatureC: Double?
  /// Heat to liquid at provisioned power, kW.
  package let heatToLiquidKW: Double
  /// Heat to air at provisioned power, kW.
  package let heatToAirKW: Double
  /// Coolant flow at provisioned power, l/min; zero where nothing is cooled by liquid.
  package let coolantFlowLPerMin: Double
  /// Coolant distribution units of the assumed size, without spares.
  package let coolantDistributionUnits: Int

  /// White space with aisles and support racks, m2.
  package let whiteSpaceM2: Double
  /// Land, ha, at the reference PUE, so that it equals what the optimiser counted.
  package let landHa: Double
  /// Heaviest load of one rack on its footprint, kg/m2; nil where a product publishes no weight.
  package let floorLoadKgPerM2: Double?

  /// Investment.
  package let capex: ClusterCapex
  /// Peak arithmetic rates and memory.
  package let performance: ClusterPerformance
  /// The price level of `capex`.
  package let priceLevel: PriceLevel
  /// The assumptions that the numbers rest on, sorted as in `SizingAssumptions.named`.
  package let assumptions: [NamedQuantity]
  /// What a reader must know.
  package let notes: [SizingNote]
  /// The worst basis behind each kind of number.
  package let basis: ClusterBasis

  /// Power at the meter per GPU, kW.
  package var gridKWPerGPU: Double { gridMW * 1_000 / Double(gpus) }

  /// Hours of the year that energy is counted over.
  package static let hoursPerYear = 8_760.0
  /// Power at the meter per GPU above which a design is flagged, kW: announced GB200 and GB300 sites need 1.9
  /// to 2.6, and above 2.8 there is headroom or mixed use.
  package static let highKWPerGPU = 2.8
}
