// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
import PlanningModel

/// `connections.geojson`: every chosen grid connection as a straight line from its site to its substation.
/// The line shows which substation is meant; it is no route.
package enum ConnectionsGeoJSON {
  /// The text of the file, and a warning for each connection that is left out because nobody said where its
  /// substation stands.
  package static func text(
    _ plan: Plan, substations: [SubstationPosition]
  ) -> (text: String, warnings: [String]) {
    let routes = ConnectionsTable.routes(plan, substations: substations)
    let drawn = routes.filter { $0.end != nil }
    let text = GeoJSONWriter.text(
      ConnectionsTable.layer(drawn),
      geometries: drawn.map { .line([$0.site.position] + [$0.end].compactMap { $0 }) })
    let warnings = routes.filter { $0.end == nil }.map { route -> String in
      let substation = route.connection.substation
      return substation.isEmpty
        ? "the line from '\(route.site.id)' (\(route.connection.voltageKV) kV) is not drawn: it is not known to which substation it goes"
        : "the line from '\(route.site.id)' to substation '\(substation)' "
          + "(\(route.connection.voltageKV) kV) is not drawn: the substation's position is not known"
    }
    return (text, warnings)
  }
}
