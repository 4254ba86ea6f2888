// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

extension WithinIndicator: DeclaredIndicator {
  static func read(_ table: ConfigTable) -> LayerIndicator? {
    let inside = table.attribute("inside")
    let settings = WithinIndicator(
      fields: table.mappings(fixed: inside.map { [($0, "")] } ?? []), insideAttribute: inside,
      toleranceKm: table.number("tolerance_km", .upTo(500)) ?? 0)
    if table.node("fields") == nil, table.node("inside") == nil {
      table.noteMissing("fields", hint: "or inside: 'within' gives fields of the polygon, or yes and no")
    }
    return settings.outputs.isEmpty ? nil : .within(settings)
  }
}
