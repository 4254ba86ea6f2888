// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Greenhouse gases of making a cluster and of the electricity it runs on.
package struct CarbonAssumptions: AssumptionSet {
  // 1,312 kg for eight H100 on their board, 2.3 times the throughput at 0.50 against 0.66 g per exaflop:
  // 2,286 kg for eight B200.
  package var embodiedKgPerGPU = Quantity(
    286, unit: "kg", basis: .estimated,
    source:
      "eight B200 on their board: 1,312 kg of eight H100 (NVIDIA's product carbon footprint, a known figure, not read "
      + "again) times 2.3 and 0.50 over 0.66 of https://developer.nvidia.com/blog/?p=106112; nothing published for GB200, "
      + "GB300 or Rubin was found",
    low: 164, high: 430)
  package var systemOverGPUBoards = Quantity(
    2.0, unit: "", basis: .estimated,
    source:
      "a whole system over its GPU boards; studies say that the rest of a server can outweigh its GPUs: "
      + "https://carbon-llm.com/blog/gpu-embodied-carbon-scope-3-reporting; no figure for a rack was found",
    low: 1.3, high: 3.0)
  package var networkAndStorageOverSystems = Quantity(
    0.15, unit: "", basis: .estimated,
    source: "near the share of network and storage in price and power, 0.12 to 0.14; no figure was found",
    low: 0.05, high: 0.40)
  package var buildingKgPerM2 = Quantity(
    1_000, unit: "kg/m2", basis: .estimated,
    source:
      "structure and envelope of a heavy concrete and steel hall, per m2 of built floor; no published value for a data "
      + "centre was found",
    low: 500, high: 1_500)
  // Services are up to 60 % of the upfront carbon; at 3.6 kW of site power per m2, 278 kg of building per kW
  // give 417 kg of plant.
  package var electricalKgPerKW = Quantity(
    250, unit: "kg/kW", basis: .estimated,
    source: "per kW of site power: services are up to 60 % of the upfront carbon of a data centre "
      + "(https://hvacrnews.com.au/features/mecla-highlights-the-true-carbon-cost-of-data/), some 420 kg per kW beside "
      + "the building; three fifths of it taken as electrical",
    low: 100, high: 400)
  package var coolingKgPerKW = Quantity(
    170, unit: "kg/kW", basis: .estimated,
    source: "per kW of site power: the other two fifths of the services, see electrical_kg_per_kw", low: 70,
    high: 300)
  package var gridGPerKWh = Quantity(
    21.7, unit: "g/kWh", basis: .published,
    source: "production in France in 2024, CO2 equivalent: "
      + "https://analysesetdonnees.rte-france.com/index.php/bilan-electrique-2024/emissions")

  /// The defaults.
  package init() {}

  package static let name = "carbon"
  package static let fields: [Field<CarbonAssumptions>] = [
    Field("embodied_kg_per_gpu", \.embodiedKgPerGPU, 0...1e6),
    Field("system_over_gpu_boards", \.systemOverGPUBoards, 1...100),
    Field("network_and_storage_over_systems", \.networkAndStorageOverSystems, 0...10),
    Field("building_kg_per_m2", \.buildingKgPerM2, 0...100_000),
    Field("electrical_kg_per_kw", \.electricalKgPerKW, 0...100_000),
    Field("cooling_kg_per_kw", \.coolingKgPerKW, 0...100_000),
    Field("grid_g_per_kwh", \.gridGPerKWh, 0...2_000),
  ]
}
