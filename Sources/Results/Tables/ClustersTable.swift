// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import Planning
import Quantities

/// One row a product at a chosen site: the cluster at the end of the horizon.
package enum ClustersTable {
  /// The table. Power at the meter of a product is its IT power times the power usage effectiveness of the
  /// site.
  package static func table(_ plan: Plan) -> ReportTable {
    var table = ReportTable(
      name: "clusters",
      columns: [
        .init("site_id", .text), .init("site_name", .text), .init("sku", .text),
        .init("scalable_units", .integer), .init("systems", .integer), .init("racks", .integer),
        .init("gpus", .integer), .init("cpus", .integer), .init("it_mw", .number),
        .init("average_it_mw", .number), .init("grid_mw", .number), .init("energy_mwh_per_year", .number),
        .init("heat_to_liquid_kw", .number), .init("heat_to_air_kw", .number),
        .init("white_space_m2", .number), .init("land_ha", .number),
        .init("floor_load_kg_per_m2", .number), .init("systems_eur", .number),
        .init("network_and_storage_eur", .number), .init("shell_eur", .number),
        .init("fp4_dense_pflops", .number), .init("fp8_dense_pflops", .number),
        .init("usable_memory_tb", .number), .init("basis_power", .text), .init("basis_cost", .text),
      ])
    for site in plan.chosen {
      guard let design = site.design else { continue }
      let meter = design.itMW > 0 ? design.gridMW / design.itMW : 0
      for share in design.shares {
        table.add([
          .text(site.id), .text(site.name), .text(share.skuID), .integer(share.scalableUnits),
          .integer(share.systems), .integer(share.racks), .integer(share.gpus), .integer(share.cpus),
          .number(share.itMW), .number(share.averageITMW), .number(share.itMW * meter),
          .number(share.averageITMW * meter * ClusterDesign.hoursPerYear),
          .number(share.heatToLiquidKW), .number(share.heatToAirKW), .number(share.whiteSpaceM2),
          .number(share.landHa), .optional(share.floorLoadKgPerM2), .number(share.capex.systemsEUR),
          .number(share.capex.networkAndStorageEUR), .number(share.capex.shellEUR),
          .optional(share.performance.fp4DensePFLOPS), .optional(share.performance.fp8DensePFLOPS),
          .optional(share.performance.usableMemoryTB), .text(design.basis.power.rawValue),
          .text(design.basis.cost.rawValue),
        ])
      }
    }
    return table
  }
}
