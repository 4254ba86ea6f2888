// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import Planning
import PlanningModel
import Quantities
import Sites

/// One row a candidate site, chosen or not.
package enum SitesTable {
  /// A column of sites, and where it is shown beside `sites.csv`.
  private struct Shown {
    var column: Column<PlannedSite>
    /// What a map layer holds where nothing was decided; styles know no missing value. nil for what stays
    /// missing.
    var neutral: ReportTable.Cell?
    /// Whether map layers hold it.
    var isOnMap = true
    /// Whether it tells what was decided, so that layers of sites that were not chosen leave it out.
    var isDecision = false
  }

  private static let shown: [Shown] = [
    Shown(column: .text("id") { $0.id }),
    Shown(column: .text("name") { $0.name }),
    Shown(column: .number("lon") { $0.position.longitude }, isOnMap: false),
    Shown(column: .number("lat") { $0.position.latitude }, isOnMap: false),
    Shown(column: .text("region") { $0.region }),
    Shown(column: .text("status") { $0.status.rawValue }),
    Shown(column: .flag("selected") { $0.status == .chosen }, isDecision: true),
    Shown(column: .integer("gpus") { $0.gpus }, isDecision: true),
    Shown(column: .number("it_mw") { $0.itMW }, isDecision: true),
    Shown(column: .number("grid_mw") { $0.gridMW }, isDecision: true),
    Shown(column: .number("power_limit_mw") { $0.powerLimitMW }),
    Shown(column: .number("pue") { $0.pue }),
    Shown(column: .integer("opens_year") { $0.opensYear }, neutral: .integer(0), isDecision: true),
    Shown(
      column: .integer("connection_kv") { $0.connection?.voltageKV }, neutral: .integer(0), isDecision: true),
    Shown(
      column: .text("connection_kind") { $0.connection?.kind.rawValue }, neutral: .text(""), isDecision: true),
    Shown(column: .text("decide_by") { $0.decideBy?.description }, neutral: .text(""), isDecision: true),
    Shown(
      column: .text("critical_path") {
        $0.connection?.calendar.criticalPath.map(\.rawValue).joined(separator: " > ")
      }, isOnMap: false),
    Shown(column: .number("contracted_mw") { $0.contractedMW }, isOnMap: false),
    Shown(column: .text("substation") { $0.connection?.substation }, neutral: .text(""), isDecision: true),
    Shown(column: .number("connection_km") { $0.connection?.distanceKm }, isOnMap: false),
    Shown(column: .number("connection_mw") { $0.connection?.capacityMW }, isOnMap: false),
    Shown(column: .number("capex_eur") { $0.chosenCosts?.capexEUR }, neutral: .number(0), isDecision: true),
    Shown(
      column: .number("discounted_cost_eur") { $0.chosenCosts?.discountedEUR }, neutral: .number(0),
      isDecision: true),
    Shown(column: .flag("eu_controlled") { $0.isEUControlled }, neutral: .flag(false)),
    Shown(column: .flag("secnumcloud_class") { $0.isEUControlled }, neutral: .flag(false)),
    Shown(column: .text("basis") { $0.basis?.rawValue }, neutral: .text("")),
    Shown(column: .text("reason") { $0.reasons.joined(separator: "; ") }),
  ]

  /// The fields that a map layer of sites carries. Fields that styles use have a value for every site: zero,
  /// "" or false where nothing was decided, and for jurisdiction false where EU control is not shown, which
  /// is how the planning rules count it. `power_limit_mw` and `pue` are missing where they are not known.
  package static let layerColumns: [Column<PlannedSite>] = shown.filter(\.isOnMap).map { shown in
    shown.neutral.map { shown.column.filled($0) } ?? shown.column
  }

  /// The same without what tells what was decided.
  package static let undecidedColumns: [Column<PlannedSite>] = {
    let decisions = Set(shown.filter(\.isDecision).map(\.column.name))
    return layerColumns.filter { !decisions.contains($0.name) }
  }()

  /// The map layer of all sites.
  package static func layer(_ plan: Plan) -> ReportTable {
    ReportTable(name: "sites", layerColumns, rows: plan.sites)
  }

  /// The same with position, where what is not known or was not decided is missing; one column a year for
  /// GPUs.
  package static func table(_ plan: Plan) -> ReportTable {
    let years = plan.years.enumerated().map { index, year in
      Column<PlannedSite>.integer("gpus_\(year)") { $0.gpusByYear[index] }
    }
    return ReportTable(name: "sites", shown.map(\.column) + years, rows: plan.sites)
  }
}

extension PlannedSite {
  /// What a chosen site costs; nil for any other.
  fileprivate var chosenCosts: PlanCosts? { status == .chosen ? costs : nil }
}
