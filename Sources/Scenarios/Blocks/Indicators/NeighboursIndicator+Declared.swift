// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

extension NeighboursIndicator: DeclaredIndicator {
  static func read(_ table: ConfigTable) -> LayerIndicator? {
    let count = table.node("k", .required, example: "3").flatMap { _ in table.integer("k", .from(1, to: 50)) }
    let distance = table.attribute("distance_km")
    let settings = NeighboursIndicator(
      count: count ?? 1, distanceAttribute: distance,
      fields: table.mappings(fixed: distance.map { [($0, "km")] } ?? []),
      maxKm: table.kilometres("max_km", upTo: 20_000))
    if table.node("distance_km") == nil, table.node("fields") == nil {
      table.noteMissing("distance_km", hint: "or fields: 'k_nearest' must give distances or fields")
    }
    return count == nil || settings.outputs.isEmpty ? nil : .neighbours(settings)
  }
}
