// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

extension InterpolationIndicator: DeclaredIndicator {
  static func read(_ table: ConfigTable) -> LayerIndicator? {
    let fields = table.mappings("fields", .required)
    let settings = InterpolationIndicator(
      fields: fields, power: table.number("power", .positive(upTo: 100)) ?? 2,
      neighbours: table.integer("neighbours", .from(1, to: 1_000)) ?? 8,
      maxKm: table.kilometres("max_km", upTo: 20_000),
      lapse: lapse(in: table, of: fields))
    return fields.isEmpty ? nil : .interpolation(settings)
  }

  /// `{ station_elevation = "alt_m", site_elevation = "elevation_m", per_km = { tmean_c = -6.5 } }`.
  private static func lapse(in indicator: ConfigTable, of fields: [FieldMapping]) -> Lapse? {
    guard indicator.node("lapse") != nil else { return nil }
    let table = indicator.table("lapse")
    guard table.isPresent else { return nil }
    let station = table.text("station_elevation", .required, example: "\"station_alt_m\"")
    let site = table.text("site_elevation", .required, example: "\"elevation_m\"")
    var rates: [String: Double] = [:]
    if let node = table.node("per_km", .required, example: "{ climate_tmean_c = -6.5 }") {
      let perKm = table.table("per_km")
      if node.entries?.isEmpty == true { table.finding("per_km", node, "names no attribute") }
      for attribute in perKm.keys {
        guard let rate = perKm.number(attribute, .from(-1e9, to: 1e9)), let node = perKm.node(attribute)
        else {
          continue
        }
        rates[attribute] = rate
        if !fields.contains(where: { $0.attribute == attribute }) {
          let near = nearestName(to: attribute, among: fields.map(\.attribute))
          perKm.finding(
            attribute, node, "is no attribute of 'fields'", hint: near.map { "did you mean '\($0)'?" } ?? "")
        }
      }
    }
    guard let station, let site, !rates.isEmpty else { return nil }
    return Lapse(stationElevationField: station, siteElevationAttribute: site, perKm: rates)
  }
}
