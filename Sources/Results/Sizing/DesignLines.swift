// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
import Quantities

/// What a design is, as the optimiser counted it. What the specification says in more detail is for files
/// only.
extension ClusterDesign {
  package var lines: [SpecificationLine] {
    [
      .count("scalable_units", scalableUnits, "scalable units"),
      .count("systems", systems, "systems", "", .summary, basis: basis.capacity),
      .count("racks", racks, "racks of systems"),
      .count("support_racks", supportRacks, "racks for network and storage, at an assumed power"),
      .count("gpus", gpus, "GPUs", "", .summary, basis: basis.capacity),
      .count("cpus", cpus, "CPUs"),
      .number("it_mw", itMW, 2, "IT power", "MW", .summary, basis: basis.power),
      .number("average_it_mw", averageITMW, 2, "IT power at average load", "MW"),
      .number("facility_mw", facilityMW),
      .number("grid_mw", gridMW),
      .number("grid_mva", gridMVA),
      .number("remaining_mw", remainingMW, 2, "left of the connection", "MW"),
      .number("energy_mwh_per_year", energyMWhPerYear, 0, "energy at average load", "MWh a year"),
      .number("supply_temperature_c", supplyTemperatureC),
      .number("heat_to_liquid_kw", heatToLiquidKW),
      .number("heat_to_air_kw", heatToAirKW),
      .number("coolant_flow_l_per_min", coolantFlowLPerMin),
      .count("coolant_distribution_units", coolantDistributionUnits),
      .number("white_space_m2", whiteSpaceM2),
      .number("land_ha", landHa),
      .number("floor_load_kg_per_m2", floorLoadKgPerM2),
      .text("price_level", priceLevel.rawValue, "price level"),
      .group("capex", capex.lines),
      .group("performance", performance.lines, "Performance, peak: published per GPU x GPUs"),
      .rows("shares", shares) { $0.lines },
      .sentences("notes", notes.map(SizingNoteText.sentence)),
      .group(
        "basis",
        [
          .text("capacity", basis.capacity.rawValue),
          .text("power", basis.power.rawValue),
          .text("energy", basis.energy.rawValue),
          .text("space", basis.space.rawValue),
          .text("cost", basis.cost.rawValue),
        ]),
    ]
  }
}

extension ClusterShare {
  fileprivate var lines: [SpecificationLine] {
    [
      .text("sku", skuID),
      .count("scalable_units", scalableUnits),
      .count("systems", systems),
      .count("racks", racks),
      .count("gpus", gpus),
      .count("cpus", cpus),
      .number("systems_mw", systemsMW),
      .number("it_mw", itMW),
      .number("average_it_mw", averageITMW),
      .number("heat_to_liquid_kw", heatToLiquidKW),
      .number("heat_to_air_kw", heatToAirKW),
      .number("white_space_m2", whiteSpaceM2),
      .number("land_ha", landHa),
      .number("floor_load_kg_per_m2", floorLoadKgPerM2),
      .group("capex", capex.lines),
    ]
  }
}

extension ClusterCapex {
  fileprivate var lines: [SpecificationLine] {
    [
      .number("systems_eur", systemsEUR),
      .number("network_and_storage_eur", networkAndStorageEUR),
      .number("shell_eur", shellEUR),
      .number("total_eur", totalEUR),
    ]
  }
}

extension ClusterPerformance {
  fileprivate var lines: [SpecificationLine] {
    [
      .number("fp4_dense_pflops", fp4DensePFLOPS, 0, "FP4, dense", "PFLOPS"),
      .number("fp4_sparse_pflops", fp4SparsePFLOPS, 0, "FP4, with 2:4 sparsity", "PFLOPS"),
      .number("fp8_dense_pflops", fp8DensePFLOPS, 0, "FP8, dense", "PFLOPS"),
      .number("fp8_sparse_pflops", fp8SparsePFLOPS, 0, "FP8, with 2:4 sparsity", "PFLOPS"),
      .number("bf16_dense_pflops", bf16DensePFLOPS, 0, "BF16, dense", "PFLOPS"),
      .number("bf16_sparse_pflops", bf16SparsePFLOPS, 0, "BF16, with 2:4 sparsity", "PFLOPS"),
      .number("fp64_tflops", fp64TFLOPS, 0, "FP64", "TFLOPS"),
      .number("usable_memory_tb", usableMemoryTB, 0, "GPU memory, usable", "TB"),
      .number("marketed_memory_tb", marketedMemoryTB, 0, "GPU memory, as advertised", "TB"),
      .number("memory_bandwidth_tb_per_s", memoryBandwidthTBPerS, 0, "GPU memory bandwidth", "TB/s"),
    ]
  }
}

extension ClusterBandwidth {
  var lines: [SpecificationLine] {
    [
      .number("nvlink_tb_per_s", nvlinkTBPerS, 0, "NVLink, both directions", "TB/s"),
      .number(
        "injection_tbit_per_s", injectionTbitPerS, 0, "into the compute fabric, each direction", "Tbit/s"),
      .number("memory_tb_per_s", memoryTBPerS),
    ]
  }
}
