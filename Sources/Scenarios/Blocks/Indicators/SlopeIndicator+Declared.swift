// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

extension SlopeIndicator: DeclaredIndicator {
  static func read(_ table: ConfigTable) -> LayerIndicator? {
    let attribute = table.attribute("value", .required, example: "\"slope_percent\"")
    let unit = table.choice("unit", Unit.self) ?? .percent
    let band = table.band()
    let buffer = table.kilometres("buffer_km")
    return attribute.map {
      .slope(SlopeIndicator(valueAttribute: $0, unit: unit, band: band, bufferKm: buffer))
    }
  }
}
