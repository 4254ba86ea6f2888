// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities
package import Sites

extension SitingParameters {
  /// The table of a scenario that holds a way to connect.
  package static func table(of connection: ConnectionClass) -> String {
    "grid.connection_\(connection.voltageKV)kv"
  }

  /// Discounting, connections and running costs, each figure under the key path that a scenario has for it.
  package var costFigures: [NamedQuantity] {
    var figures = horizon.named(in: "horizon") + grid.named(in: "grid")
    for connection in grid.connections { figures += connection.named(in: Self.table(of: connection)) }
    return figures + costs.named(in: "cost")
  }

  /// What stands behind estimates of sites, each figure under the key path that a scenario has for it.
  package var estimateFigures: [NamedQuantity] { estimates.named(in: "estimates") }

  /// The parameters with their prices at a level, so that the figures a plan is made of are the figures that
  /// it states.
  package func priced(at level: PriceLevel) -> SitingParameters {
    var priced = self
    priced.horizon = horizon.priced(at: level)
    priced.grid = grid.priced(at: level)
    priced.grid.connections = grid.connections.map { $0.priced(at: level) }
    priced.costs = costs.priced(at: level)
    priced.estimates = estimates.priced(at: level)
    return priced
  }
}
