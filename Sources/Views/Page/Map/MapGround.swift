// SPDX-License-Identifier: GPL-3.0-or-later

import Results
import Wording

/// What lies under the sites of a map: land, departements, regions, rivers.
struct MapGround {
  var basemap: Basemap
  var frame: MapFrame

  /// The outlines as one group, which the map that moves takes over.
  var markup: Markup {
    .element(
      "g", ["id": "map-ground"],
      basemap.outlines.map { outline in
        .element(
          "path",
          [
            "class": Self.style(outline.kind),
            "d": frame.pathData(outline, coordinates: basemap.coordinates),
          ])
      })
  }

  static func style(_ kind: Basemap.Kind) -> String {
    switch kind {
    case .land: "land"
    case .departement: "departement"
    case .region: "region"
    case .river: "river"
    }
  }

  /// A hundred kilometres.
  static func scaleBar(_ frame: MapFrame) -> Markup {
    let length = frame.pixels(km: 100)
    let y = frame.height - 14
    return .element(
      "g", ["class": "scale"],
      [
        .element(
          "path",
          ["d": "M14 \(MapFrame.pixel(y - 5))V\(MapFrame.pixel(y))H\(MapFrame.pixel(14 + length))v-5"]),
        ChartParts.text("scale-length", x: 20 + length, y: y + 1, "100 km"),
      ])
  }
}
