// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import Planning
import Quantities

/// One row a product at a chosen site: the cluster at the end of the horizon.
package enum ClustersTable {
  /// A product at a site.
  private struct Row {
    var site: PlannedSite
    var design: ClusterDesign
    var share: ClusterShare
    /// Power at the meter over IT power.
    var meter: Double
  }

  private static let columns: [Column<Row>] = [
    .text("site_id") { $0.site.id }, .text("site_name") { $0.site.name }, .text("sku") { $0.share.skuID },
    .integer("scalable_units") { $0.share.scalableUnits }, .integer("systems") { $0.share.systems },
    .integer("racks") { $0.share.racks }, .integer("gpus") { $0.share.gpus },
    .integer("cpus") { $0.share.cpus }, .number("it_mw") { $0.share.itMW },
    .number("average_it_mw") { $0.share.averageITMW }, .number("grid_mw") { $0.share.itMW * $0.meter },
    .number("energy_mwh_per_year") { $0.share.averageITMW * $0.meter * ClusterDesign.hoursPerYear },
    .number("heat_to_liquid_kw") { $0.share.heatToLiquidKW },
    .number("heat_to_air_kw") { $0.share.heatToAirKW }, .number("white_space_m2") { $0.share.whiteSpaceM2 },
    .number("land_ha") { $0.share.landHa }, .number("floor_load_kg_per_m2") { $0.share.floorLoadKgPerM2 },
    .number("systems_eur") { $0.share.capex.systemsEUR },
    .number("network_and_storage_eur") { $0.share.capex.networkAndStorageEUR },
    .number("shell_eur") { $0.share.capex.shellEUR },
    .number("fp4_dense_pflops") { $0.share.performance.fp4DensePFLOPS },
    .number("fp8_dense_pflops") { $0.share.performance.fp8DensePFLOPS },
    .number("usable_memory_tb") { $0.share.performance.usableMemoryTB },
    .text("basis_power") { $0.design.basis.power.rawValue },
    .text("basis_cost") { $0.design.basis.cost.rawValue },
  ]

  /// The table. Power at the meter of a product is its IT power times the power usage effectiveness of the
  /// site.
  package static func table(_ plan: Plan) -> ReportTable {
    ReportTable(
      name: "clusters", columns,
      rows: plan.chosen.flatMap { site -> [Row] in
        guard let design = site.design else { return [] }
        let meter = design.itMW > 0 ? design.gridMW / design.itMW : 0
        return design.shares.map { Row(site: site, design: design, share: $0, meter: meter) }
      })
  }
}
