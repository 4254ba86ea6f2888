// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
import PlanningModel
package import Sites

/// One row a chosen grid connection.
package enum ConnectionsTable {
  /// A chosen connection with the position of its substation, where that is known.
  package struct Route {
    package var site: PlannedSite
    var connection: ConnectionOption
    package var end: SiteTable.Position?

    /// Identifier that stays the same from run to run: the site has one connection only.
    var id: String { "\(site.id)--\(connection.voltageKV)kv" }
  }

  /// Chosen connections in the order of the sites.
  package static func routes(_ plan: Plan, substations: [SubstationPosition]) -> [Route] {
    plan.chosen.compactMap { site in
      site.connection.map { connection in
        Route(
          site: site, connection: connection,
          end: SubstationPosition.position(of: connection, from: site.position, among: substations))
      }
    }
  }

  /// The fields of a map layer of connections; none is ever missing.
  package static let columns: [Column<Route>] = [
    .text("id") { $0.id }, .text("site_id") { $0.site.id }, .text("site_name") { $0.site.name },
    .text("substation") { $0.connection.substation }, .integer("voltage_kv") { $0.connection.voltageKV },
    .number("distance_km") { $0.connection.distanceKm }, .number("capacity_mw") { $0.connection.capacityMW },
    .number("grid_mw") { $0.site.gridMW }, .integer("opens_year") { $0.site.opensYear ?? 0 },
    .text("kind") { $0.connection.kind.rawValue },
    .integer("first_year") { $0.connection.firstYear },
    .number("contracted_mw") { $0.site.contractedMW ?? 0 },
    .number("cost_eur") { $0.site.costs.connectionEUR },
  ]

  /// A map layer of connections.
  package static func layer(_ routes: [Route]) -> ReportTable {
    ReportTable(name: "connections", columns, rows: routes)
  }
}
