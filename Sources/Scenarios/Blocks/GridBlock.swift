// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// `[grid]`: what a connection costs, carries and takes, and what the demand zones have left.
struct GridBlock {
  /// What is stated, without the free power of zones; nil where something that is needed is missing or wrong.
  var parameters: GridParameters?
  /// Free power of zones by year, each with the place where the zone is named.
  var headroom: [(zone: LocatedText, byYear: [YearValue])]

  init(_ table: ConfigTable) {
    var read = GridParameters()
    let isComplete = table.read(GridParameters.fields, into: &read)
    table.refuse("base_year", whichIsNow: "horizon.decision_date")
    let zones = table.table("zone_headroom_mw")
    headroom = zones.keys.compactMap { zone in
      guard let node = zones.node(zone) else { return nil }
      return (LocatedText(text: zone, node: node), zones.byYear(zone, node, .upTo(100_000)))
    }
    let declared = [(225, table.table("connection_225kv")), (400, table.table("connection_400kv"))]
    if declared.allSatisfy({ !$0.1.isPresent }) {
      table.noteMissing("connection_225kv", hint: "or [grid.connection_400kv]: a site needs a way to connect")
    }
    for (voltageKV, connection) in declared where connection.isPresent {
      var option = ConnectionClass(voltageKV: voltageKV)
      if connection.read(ConnectionClass.fields, into: &option) { read.connections.append(option) }
    }
    guard isComplete else { return }
    parameters = read
  }
}
