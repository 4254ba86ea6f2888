// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata
import Quantities
import Results
import Scenarios
import Sites

/// Outlines and substations for the maps of a result, from the scenario's own layers where it declares them.
/// Read before the search for a plan, so that a layer that cannot be read never costs a finished plan.
struct MapLayers: Sendable {
  /// Outlines under the map; a layer that the scenario does not declare is left out.
  var basemap: Basemap
  /// Positions of the substations.
  var substations: [SubstationPosition]
  /// Layers that were read here, for the list of inputs.
  var sources: [LayerSource]
  /// What could not be drawn, for the planner.
  var warnings: [String]

  private static let outlines: [(layer: String, kind: Basemap.Kind)] = [
    ("land", .land), ("departements", .departement), ("rivers", .river), ("regions", .region),
  ]

  /// Reads the layers of a scenario.
  ///
  /// - Throws: `InputFailure` with the findings of the layers that cannot be read.
  init(of scenario: Scenario) throws {
    var found: [Basemap.Outline] = []
    var findings: [Finding] = []
    sources = []
    for (name, kind) in Self.outlines {
      guard let layer = scenario.layers.first(where: { $0.name == name }) else { continue }
      sources.append(layer)
      do {
        let paths = try OutlineReader.paths(of: layer)
        found.append(
          Basemap.Outline(kind, paths: paths.map { Basemap.Path(x: $0.longitude, y: $0.latitude) }))
      } catch let failure as InputFailure {
        findings += failure.findings
      }
    }
    if !findings.isEmpty { throw InputFailure(findings: findings) }
    basemap = Basemap(coordinates: .longitudeLatitude, outlines: found)
    (substations, warnings) = Self.substations(of: scenario)
    if let layer = scenario.layers.first(where: { $0.name == "substations" }) { sources.append(layer) }
  }

  /// Positions by name and voltage. A planner's own layer may lack the fields: the plan stands without lines
  /// on its map.
  private static func substations(of scenario: Scenario) -> ([SubstationPosition], [String]) {
    guard let layer = scenario.layers.first(where: { $0.name == "substations" }) else { return ([], []) }
    do {
      let points = try PointReader.points(of: layer, nameField: "name", textField: "levels_kv")
      return (
        points.map { point in
          SubstationPosition(
            name: point.name, voltagesKV: point.text.split(separator: ";").compactMap { Int($0) },
            position: point.position)
        }, []
      )
    } catch {
      return ([], ["connections are left off the map: \(error)"])
    }
  }
}
