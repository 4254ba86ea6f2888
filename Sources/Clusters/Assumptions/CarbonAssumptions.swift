// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Greenhouse gases of making a cluster and of the electricity it runs on.
/// What each figure is, and where it is from, stands in `Defaults/carbon.toml`.
package struct CarbonAssumptions: AssumptionSet {
  package var embodiedKgPerGPU = Quantity.unread
  package var systemOverGPUBoards = Quantity.unread
  package var networkAndStorageOverSystems = Quantity.unread
  package var buildingKgPerM2 = Quantity.unread
  package var electricalKgPerKW = Quantity.unread
  package var coolingKgPerKW = Quantity.unread
  package var gridGPerKWh = Quantity.unread

  package init(unread: Void) {}

  package static let file = AssumptionFile<CarbonAssumptions>(
    "carbon", PackageResources.carbon_toml,
    [
      "embodied_kg_per_gpu": \.embodiedKgPerGPU,
      "system_over_gpu_boards": \.systemOverGPUBoards,
      "network_and_storage_over_systems": \.networkAndStorageOverSystems,
      "building_kg_per_m2": \.buildingKgPerM2,
      "electrical_kg_per_kw": \.electricalKgPerKW,
      "cooling_kg_per_kw": \.coolingKgPerKW,
      "grid_g_per_kwh": \.gridGPerKWh,
    ])
}
