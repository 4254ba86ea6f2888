// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata
import Reports
import Scenarios
import Siting

/// Outlines and substations for the maps of a result, from the scenario's own layers where it declares them.
enum MapLayers {
  private static let outlines: [(layer: String, kind: Basemap.Kind)] = [
    ("land", .land), ("rivers", .river), ("departements", .departement), ("regions", .region),
  ]

  /// Outlines under the map; a layer that the scenario does not declare is left out.
  static func basemap(of scenario: Scenario) throws -> Basemap {
    var found: [Basemap.Outline] = []
    for (name, kind) in outlines {
      guard let layer = scenario.layers.first(where: { $0.name == name }) else { continue }
      let paths = try OutlineReader.paths(of: layer)
      found.append(Basemap.Outline(kind, paths: paths.map { Basemap.Path(x: $0.longitude, y: $0.latitude) }))
    }
    return Basemap(coordinates: .longitudeLatitude, outlines: found)
  }

  /// Positions of the substations.
  static func substations(of scenario: Scenario) throws -> [SubstationPosition] {
    guard let layer = scenario.layers.first(where: { $0.name == "substations" }) else { return [] }
    return try PointReader.points(of: layer, nameField: "name", textField: "levels_kv").map { point in
      SubstationPosition(
        name: point.name, voltagesKV: point.text.split(separator: ";").compactMap { Int($0) },
        position: point.position)
    }
  }
}
