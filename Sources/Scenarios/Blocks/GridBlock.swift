// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// `[grid]`: what a connection costs, carries and takes, and what the demand zones have left.
struct GridBlock {
  var usableShare: Quantity?
  var routeFactor: Quantity?
  var baseYear: Int?
  var rampYears: Quantity?
  var zoneRadiusKm: Quantity?
  /// Free power of zones by year, each with the place where the zone is named.
  var headroom: [(zone: LocatedText, byYear: [YearValue])]
  var connections: [ConnectionClass]

  init(_ table: ConfigTable) {
    usableShare = table.figure("site_power_factor", unit: "", .positive(upTo: 1))
    routeFactor = table.figure("route_factor", unit: "", .from(1, to: 10))
    baseYear = table.integer("base_year", .year, .required)
    rampYears = table.figure("ramp_years", unit: "years", .upTo(30))
    zoneRadiusKm = table.figure("zone_radius_km", unit: "km", .upTo(500))
    let zones = table.table("zone_headroom_mw")
    headroom = zones.keys.compactMap { zone in
      guard let node = zones.node(zone) else { return nil }
      return (LocatedText(text: zone, node: node), zones.byYear(zone, node, .upTo(100_000)))
    }
    connections = []
    let declared = [(225, table.table("connection_225kv")), (400, table.table("connection_400kv"))]
    if declared.allSatisfy({ !$0.1.isPresent }) {
      table.noteMissing("connection_225kv", hint: "or [grid.connection_400kv]: a site needs a way to connect")
    }
    for (voltageKV, connection) in declared where connection.isPresent {
      if let option = Self.connection(voltageKV, connection) { connections.append(option) }
    }
  }

  private static func connection(_ voltageKV: Int, _ table: ConfigTable) -> ConnectionClass? {
    let maxMW = table.figure("max_mw", unit: "MW", .positive(upTo: 20_000))
    let maxKm = table.figure("max_km", unit: "km", .upTo(1_000))
    let fixed = table.figure("fixed_eur", unit: "EUR", .upTo(1e11))
    let perKm = table.figure("eur_per_km", unit: "EUR/km", .upTo(1e9))
    let perMW = table.figure("eur_per_mw", unit: "EUR/MW", .upTo(1e9))
    let leadTime = table.figure("lead_time_years", unit: "years", .upTo(30))
    guard let maxMW, let maxKm, let fixed, let perKm, let perMW, let leadTime else { return nil }
    return ConnectionClass(
      voltageKV: voltageKV, maxMW: maxMW, maxKm: maxKm, fixedEUR: fixed, eurPerKm: perKm,
      eurPerMW: perMW, leadTimeYears: leadTime)
  }
}
