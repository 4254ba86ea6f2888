// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

extension RasterValueIndicator: DeclaredIndicator {
  static func read(_ table: ConfigTable) -> LayerIndicator? {
    let attribute = table.attribute("value", .required, example: "\"elevation_m\"")
    let unit = table.text("unit") ?? ""
    let band = table.band()
    let method = table.choice("method", Method.self) ?? .nearest
    return attribute.map {
      .rasterValue(RasterValueIndicator(valueAttribute: $0, unit: unit, band: band, method: method))
    }
  }
}
