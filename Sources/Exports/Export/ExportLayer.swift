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
  var columns: [ReportTable.Head] {
    switch self {
    case .sites: PlanLayers.chosenColumns.map(\.head)
    case .notChosen: SitesTable.undecidedColumns.map(\.head)
    case .screenedOut: PlanLayers.screenedOutColumns.map(\.head)
    case .connections: ConnectionsTable.columns.map(\.head)
    case .substations: PlanLayers.substationColumns.map(\.head)
    case .regions: PlanLayers.regionColumns.map(\.head)
    case .phases: PlanLayers.phaseColumns.map(\.head)
    case .diff: PlanLayers.diffColumns.map(\.head)
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
