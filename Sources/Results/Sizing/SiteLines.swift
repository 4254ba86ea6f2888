// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// Halls, floor and plot.
extension BuildingSpace {
  /// - Parameters:
  ///   - trust: What the space of the design rests on.
  ///   - floorLimit: The load that a floor bears where a site states none.
  func lines(trust: Basis, assumed floorLimit: Quantity) -> [SpecificationLine] {
    [
      .count("racks", racks),
      .count("support_racks", supportRacks),
      .count("rows", rows, "rows of racks of systems"),
      .count("support_rows", supportRows, "rows of network and storage"),
      .number("row_kw", rowKW, 0, "power of a row, at most", "kW"),
      .number("white_space_m2", whiteSpaceM2, 0, "white space", "m2", .summary, basis: trust),
      .count("halls", halls, "halls"),
      .number("gross_floor_m2", grossFloorM2, 0, "gross floor", "m2"),
      .number("land_ha", landHa, 2, "land", "ha", .summary, basis: trust),
      .number("site_mw_per_ha", siteMWPerHa, 1, "power of the site over the land", "MW/ha"),
      .number("site_kw_per_m2", siteKWPerM2),
      .number("it_kw_per_m2", itKWPerM2, 1, "IT power over the white space", "kW/m2"),
      .number("point_load_kg_per_m2", pointLoadKgPerM2, 0, "floor load under a rack", "kg/m2"),
      .number(
        "distributed_load_kg_per_m2", distributedLoadKgPerM2, 0, "floor load over the white space", "kg/m2"),
      .number(
        "floor_limit_kg_per_m2", floorLimitKgPerM2, 0, "load that the floor bears", "kg/m2",
        basis: floorLimit.value == floorLimitKgPerM2 ? floorLimit.basis : nil),
    ]
  }
}

/// In what time; years count from the decision to build.
extension BuildSchedule {
  var lines: [SpecificationLine] {
    [
      .number("connection_years", calendar.endYears(of: .connection), 1, "to the grid connection", "years"),
      .number(
        "transformer_years", calendar.endYears(of: .transformers), 1, "to the high-voltage transformers",
        "years"),
      .number("building_years", calendar.buildingYears, 1, "to the first building", "years"),
      .number("systems_years", calendar.endYears(of: .systems), 1, "to the first systems", "years"),
      .number("first_power_years", calendar.firstPowerYears),
      .number(
        "earliest_operation_years", calendar.firstOperationYears, 1, "first systems can run after", "years"),
      .number("first_operation_years", firstOperationYears, 1, "first systems run after", "years", .summary),
      .number("full_operation_years", fullOperationYears, 1, "all systems run after", "years", .summary),
      .text(
        "critical_path", calendar.criticalPath.map(\.rawValue).joined(separator: " > "), "critical path",
        .summary,
        shown: .joined(calendar.criticalPath.map { Phrase(word: $0.phrase) }, separator: ", ")),
      .sentence("sentence", sentence),
      .rows("phases", phases, "Phases") {
        [
          .number("years_after_decision", $0.yearsAfterDecision, 1, "years after the decision"),
          .number("available_mw", $0.availableMW, 1, "MW may be drawn"),
          .number("used_mw", $0.usedMW, 1, "MW used"),
          .count("scalable_units", $0.scalableUnits, "units"),
          .count("gpus", $0.gpus, "GPUs"),
        ]
      },
    ]
  }
}
