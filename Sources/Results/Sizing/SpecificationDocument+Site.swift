// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents

extension SpecificationDocument {
  /// Halls, floor and plot.
  static func space(_ space: BuildingSpace) -> JSONValue {
    [
      "racks": .integer(space.racks),
      "support_racks": .integer(space.supportRacks),
      "rows": .integer(space.rows),
      "support_rows": .integer(space.supportRows),
      "row_kw": .number(space.rowKW),
      "white_space_m2": .number(space.whiteSpaceM2),
      "halls": .integer(space.halls),
      "gross_floor_m2": .number(space.grossFloorM2),
      "land_ha": .number(space.landHa),
      "site_mw_per_ha": .number(space.siteMWPerHa),
      "site_kw_per_m2": .number(space.siteKWPerM2),
      "it_kw_per_m2": .number(space.itKWPerM2),
      "point_load_kg_per_m2": .optional(space.pointLoadKgPerM2),
      "distributed_load_kg_per_m2": .optional(space.distributedLoadKgPerM2),
      "floor_limit_kg_per_m2": .number(space.floorLimitKgPerM2),
    ]
  }

  /// In what time; years count from the decision to build.
  static func schedule(_ schedule: BuildSchedule) -> JSONValue {
    [
      "uses_fast_track": .bool(schedule.usesFastTrack),
      "connection_years": .number(schedule.connectionYears),
      "transformer_years": .number(schedule.transformerYears),
      "building_years": .number(schedule.buildingYears),
      "first_power_years": .number(schedule.firstPowerYears),
      "first_operation_years": .number(schedule.firstOperationYears),
      "full_operation_years": .number(schedule.fullOperationYears),
      "critical_step": .string(schedule.criticalStep.rawValue),
      "sentence": .string(schedule.sentence),
      "phases": .array(
        schedule.phases.map {
          [
            "years_after_decision": .number($0.yearsAfterDecision), "available_mw": .number($0.availableMW),
            "used_mw": .number($0.usedMW), "scalable_units": .integer($0.scalableUnits),
            "gpus": .integer($0.gpus),
          ]
        }),
    ]
  }
}
