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
  package static func layer(_ routes: [Route]) -> ReportTable {
    var table = ReportTable(
      name: "connections",
      columns: [
        .init("id", .text), .init("site_id", .text), .init("site_name", .text),
        .init("substation", .text), .init("voltage_kv", .integer), .init("distance_km", .number),
        .init("capacity_mw", .number), .init("grid_mw", .number), .init("opens_year", .integer),
        .init("first_year", .integer), .init("cost_eur", .number),
      ])
    for route in routes {
      table.add([
        .text(route.id), .text(route.site.id), .text(route.site.name),
        .text(route.connection.substation), .integer(route.connection.voltageKV),
        .number(route.connection.distanceKm), .number(route.connection.capacityMW),
        .number(route.site.gridMW), .integer(route.site.opensYear ?? 0),
        .integer(route.connection.firstYear), .number(route.connection.costEUR),
      ])
    }
    return table
  }
}
