// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

extension NearestIndicator: DeclaredIndicator {
  static func read(_ table: ConfigTable) -> LayerIndicator? {
    let distance = table.attribute("distance_km")
    let settings = NearestIndicator(
      distanceAttribute: distance,
      fields: table.mappings(fixed: distance.map { [($0, "km")] } ?? []),
      maxKm: table.kilometres("max_km", upTo: 20_000))
    if table.node("distance_km") == nil, table.node("fields") == nil {
      table.noteMissing("distance_km", hint: "or fields: 'nearest' must give a distance or fields")
    }
    return settings.outputs.isEmpty ? nil : .nearest(settings)
  }
}
