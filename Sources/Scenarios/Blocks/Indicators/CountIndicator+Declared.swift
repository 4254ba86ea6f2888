// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

extension CountIndicator: DeclaredIndicator {
  static func read(_ table: ConfigTable) -> LayerIndicator? {
    let radius = table.kilometres("radius_km", .required)
    let count = table.attribute("count")
    let sums = table.mappings("sums", fixed: count.map { [($0, "")] } ?? [])
    if table.node("count") == nil, table.node("sums") == nil {
      table.noteMissing("count", hint: "or sums: 'count_within' must give a count or sums of fields")
    }
    guard let radius, count != nil || !sums.isEmpty else { return nil }
    return .count(CountIndicator(radiusKm: radius, countAttribute: count, sums: sums))
  }
}
