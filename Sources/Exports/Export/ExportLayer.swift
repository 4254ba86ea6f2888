// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Results

/// A map layer that `arpent export` makes of a plan.
package enum ExportLayer: String, Sendable, CaseIterable {
  /// Chosen sites.
  case sites
  /// Sites that could have been chosen.
  case notChosen = "not_chosen"
  /// Sites left out before the choice, with every reason.
  case screenedOut = "screened_out"
  /// Chosen grid connections, straight from site to substation.
  case connections
  /// Substations with what the plan draws from them.
  case substations
  /// Regions with their totals.
  case regions
  /// Chosen sites, year by year.
  case phases
  /// Sites whose place in the plan changed from another plan.
  case diff

  /// The layers of one plan.
  static let ofOnePlan = allCases.filter { $0 != .diff }

  /// What the layer shows, for the files that carry a description.
  package var description: String {
    switch self {
    case .sites: "Chosen sites of the plan"
    case .notChosen: "Sites that could have been chosen"
    case .screenedOut: "Sites left out before the choice, with every reason"
    case .connections: "Chosen grid connections, straight from site to substation"
    case .substations: "Substations with what the plan draws from them at the end of the horizon"
    case .regions: "Regions with the totals of the plan at the end of the horizon"
    case .phases: "Chosen sites, year by year"
    case .diff: "Sites that either of two plans chose, and what became of them"
    }
  }

  /// The fields, the same for every plan, so that it is known before the work what a format makes of them.
  /// The first is the identifier. Fields that styles use are never missing.
  var columns: [ReportTable.Column] {
    switch self {
    case .sites:
      [
        .init("id", .text), .init("name", .text), .init("region", .text), .init("verdict", .text),
        .init("gpus", .integer), .init("it_mw", .number), .init("grid_mw", .number),
        .init("opens_year", .integer), .init("connection_kv", .integer), .init("substation", .text),
        .init("power_limit_mw", .number), .init("pue", .number), .init("capex_eur", .number),
        .init("discounted_cost_eur", .number), .init("eu_controlled", .flag),
        .init("secnumcloud_class", .flag), .init("basis", .text), .init("reason", .text),
      ]
    case .notChosen:
      [
        .init("id", .text), .init("name", .text), .init("region", .text), .init("verdict", .text),
        .init("power_limit_mw", .number), .init("pue", .number), .init("eu_controlled", .flag),
        .init("secnumcloud_class", .flag), .init("basis", .text), .init("reason", .text),
      ]
    case .screenedOut:
      [
        .init("id", .text), .init("name", .text), .init("region", .text), .init("verdict", .text),
        .init("rule_count", .integer), .init("rules", .text), .init("reason", .text),
      ]
    case .connections:
      [
        .init("id", .text), .init("site_id", .text), .init("site_name", .text), .init("substation", .text),
        .init("voltage_kv", .integer), .init("distance_km", .number), .init("capacity_mw", .number),
        .init("grid_mw", .number), .init("opens_year", .integer), .init("first_year", .integer),
        .init("cost_eur", .number),
      ]
    case .substations:
      [
        .init("id", .text), .init("name", .text), .init("voltages_kv", .text), .init("status", .text),
        .init("site_count", .integer), .init("site_ids", .text), .init("gpus", .integer),
        .init("grid_mw", .number), .init("connected_mw", .number), .init("headroom_mw", .number),
        .init("headroom_used", .number),
      ]
    case .regions:
      [
        .init("id", .text), .init("name", .text), .init("status", .text), .init("candidates", .integer),
        .init("chosen", .integer), .init("gpus", .integer), .init("gpu_share", .number),
        .init("it_mw", .number), .init("grid_mw", .number), .init("capex_eur", .number),
        .init("discounted_cost_eur", .number),
      ]
    case .phases:
      [
        .init("id", .text), .init("site_id", .text), .init("site_name", .text), .init("region", .text),
        .init("year", .integer), .init("status", .text), .init("gpus", .integer),
        .init("new_gpus", .integer), .init("it_mw", .number), .init("grid_mw", .number),
        .init("connection_kv", .integer), .init("substation", .text),
      ]
    case .diff:
      [
        .init("id", .text), .init("name", .text), .init("region", .text), .init("status", .text),
        .init("verdict_before", .text), .init("verdict_after", .text), .init("year", .integer),
        .init("gpus_before", .integer), .init("gpus_after", .integer), .init("gpus_change", .integer),
        .init("it_mw_before", .number), .init("it_mw_after", .number), .init("it_mw_change", .number),
        .init("grid_mw_before", .number), .init("grid_mw_after", .number), .init("grid_mw_change", .number),
        .init("opens_year_before", .integer), .init("opens_year_after", .integer),
        .init("connection_kv_before", .integer), .init("connection_kv_after", .integer),
        .init("discounted_cost_eur_before", .number), .init("discounted_cost_eur_after", .number),
        .init("discounted_cost_eur_change", .number), .init("reason", .text),
      ]
    }
  }

  /// The fields as GDAL takes them.
  var fields: [FieldDefinition] {
    columns.map { column in
      switch column.kind {
      case .text: FieldDefinition(column.name, .text)
      case .integer: FieldDefinition(column.name, .integer64)
      case .number: FieldDefinition(column.name, .real)
      case .flag: FieldDefinition(column.name, .integer, subtype: .boolean)
      }
    }
  }

  /// Type of the geometries; regions whose outlines are not known are points.
  func geometryType(outlines: Bool) -> GeometryType {
    switch self {
    case .sites, .notChosen, .screenedOut, .substations, .phases, .diff: .point
    case .connections: .lineString
    case .regions: outlines ? .multiPolygon : .point
    }
  }
}
