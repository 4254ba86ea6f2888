// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

extension LengthIndicator: DeclaredIndicator {
  static func read(_ table: ConfigTable) -> LayerIndicator? {
    let radius = table.kilometres("radius_km", .required)
    let attribute = table.attribute("length_km", .required, example: "\"lines_within_10_km\"")
    guard let radius, let attribute else { return nil }
    return .length(LengthIndicator(radiusKm: radius, lengthAttribute: attribute))
  }
}
