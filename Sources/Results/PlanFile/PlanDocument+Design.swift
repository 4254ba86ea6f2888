// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents
import Quantities
import Sites

extension PlanDocument {
  /// The cluster of a site at the end of the horizon.
  static func design(_ design: ClusterDesign) -> JSONValue {
    [
      "scalable_units": .integer(design.scalableUnits),
      "systems": .integer(design.systems),
      "racks": .integer(design.racks),
      "support_racks": .integer(design.supportRacks),
      "gpus": .integer(design.gpus),
      "cpus": .integer(design.cpus),
      "it_mw": .number(design.itMW),
      "average_it_mw": .number(design.averageITMW),
      "facility_mw": .number(design.facilityMW),
      "grid_mw": .number(design.gridMW),
      "grid_mva": .optional(design.gridMVA),
      "remaining_mw": .optional(design.remainingMW),
      "energy_mwh_per_year": .number(design.energyMWhPerYear),
      "supply_temperature_c": .optional(design.supplyTemperatureC),
      "heat_to_liquid_kw": .number(design.heatToLiquidKW),
      "heat_to_air_kw": .number(design.heatToAirKW),
      "coolant_flow_l_per_min": .number(design.coolantFlowLPerMin),
      "coolant_distribution_units": .integer(design.coolantDistributionUnits),
      "white_space_m2": .number(design.whiteSpaceM2),
      "land_ha": .number(design.landHa),
      "floor_load_kg_per_m2": .optional(design.floorLoadKgPerM2),
      "price_level": .string(design.priceLevel.rawValue),
      "capex": capex(design.capex),
      "performance": performance(design.performance),
      "shares": .array(design.shares.map(share)),
      "notes": .array(design.notes.map { .string(SizingNoteText.sentence($0)) }),
      "basis": [
        "capacity": .string(design.basis.capacity.rawValue),
        "power": .string(design.basis.power.rawValue),
        "energy": .string(design.basis.energy.rawValue),
        "space": .string(design.basis.space.rawValue),
        "cost": .string(design.basis.cost.rawValue),
      ],
    ]
  }

  private static func share(_ share: ClusterShare) -> JSONValue {
    [
      "sku": .string(share.skuID),
      "scalable_units": .integer(share.scalableUnits),
      "systems": .integer(share.systems),
      "racks": .integer(share.racks),
      "gpus": .integer(share.gpus),
      "cpus": .integer(share.cpus),
      "systems_mw": .number(share.systemsMW),
      "it_mw": .number(share.itMW),
      "average_it_mw": .number(share.averageITMW),
      "heat_to_liquid_kw": .number(share.heatToLiquidKW),
      "heat_to_air_kw": .number(share.heatToAirKW),
      "white_space_m2": .number(share.whiteSpaceM2),
      "land_ha": .number(share.landHa),
      "floor_load_kg_per_m2": .optional(share.floorLoadKgPerM2),
      "capex": capex(share.capex),
    ]
  }

  private static func capex(_ capex: ClusterCapex) -> JSONValue {
    [
      "systems_eur": .number(capex.systemsEUR),
      "network_and_storage_eur": .number(capex.networkAndStorageEUR),
      "shell_eur": .number(capex.shellEUR),
      "total_eur": .number(capex.totalEUR),
    ]
  }

  private static func performance(_ performance: ClusterPerformance) -> JSONValue {
    [
      "fp4_dense_pflops": .optional(performance.fp4DensePFLOPS),
      "fp4_sparse_pflops": .optional(performance.fp4SparsePFLOPS),
      "fp8_dense_pflops": .optional(performance.fp8DensePFLOPS),
      "fp8_sparse_pflops": .optional(performance.fp8SparsePFLOPS),
      "bf16_dense_pflops": .optional(performance.bf16DensePFLOPS),
      "bf16_sparse_pflops": .optional(performance.bf16SparsePFLOPS),
      "fp64_tflops": .optional(performance.fp64TFLOPS),
      "usable_memory_tb": .optional(performance.usableMemoryTB),
      "marketed_memory_tb": .optional(performance.marketedMemoryTB),
      "memory_bandwidth_tb_per_s": .optional(performance.memoryBandwidthTBPerS),
    ]
  }
}
