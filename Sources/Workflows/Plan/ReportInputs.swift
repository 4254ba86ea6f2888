// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Geodata
import Planning
import Quantities
import Results
import Scenarios
import Sites
import Wording

/// What a report says beside the plan, gathered from a prepared scenario.
struct ReportInputs {
  var prepared: PreparedScenario
  var map: MapLayers
  var options = ReportContext.Options()
  var components: [WorkflowContext.Component]
  /// File of a solution that was taken over; nil for a search.
  var solution: String?

  func context() -> ReportContext {
    let scenario = prepared.scenario
    let leaflet = LeafletFiles.installed()
    var libraries =
      components.map { ReportContext.Library($0.name.lowercased(), version: $0.version) }
      + GeodataLibraries.components.map {
        ReportContext.Library($0.name.lowercased(), version: $0.version)
      }
    if let leaflet { libraries.append(ReportContext.Library("leaflet", version: leaflet.version)) }
    var context = ReportContext(
      toolVersion: ArpentVersion.current,
      libraries: libraries,
      inputs: inputs(of: scenario),
      effectiveScenario: scenario.effectiveText,
      changes: prepared.changes.map(\.description),
      seed: options.seed ?? scenario.solve.seed,
      assumptions: assumptions(of: scenario),
      substations: map.substations,
      basemap: map.basemap,
      leaflet: leaflet,
      warnings: prepared.warnings + map.warnings,
      run: prepared.run)
    context.options = options
    return context
  }

  /// SHA-256 of a file of the scenario; standard input was read and is not there a second time.
  private static func digest(of path: String) -> String {
    guard path == FileReader.standardInputPath else { return SourceFile.digest(of: path) }
    return (try? FileReader.disk.read(path)).map { SHA256.hexDigest(of: $0) } ?? ""
  }

  /// Every file that was read: the scenario and its bases, hardware, layer pack, and the layers themselves.
  private func inputs(of scenario: Scenario) -> [ReportContext.Input] {
    let read = scenario.files.enumerated().map { index, path in
      ReportContext.Input(
        role: index == 0 ? "scenario" : "input", path: path, sha256: Self.digest(of: path))
    }
    let derived = prepared.layerReports.map {
      ReportContext.Input(role: "layer", path: $0.source, sha256: $0.sha256)
    }
    let grounds = scenario.layers.filter { !$0.derivations.isEmpty }.flatMap { $0.coverage?.sources ?? [] }
    let covered = Set(grounds).subtracting(derived.map(\.path)).sorted().map {
      ReportContext.Input(role: "layer", path: Credentials.hidden(in: $0), sha256: SourceFile.digest(of: $0))
    }
    let known = Set((derived + covered).map(\.path))
    let drawn = map.sources.filter { !known.contains(Credentials.hidden(in: $0.source)) }.map {
      ReportContext.Input(role: "layer", path: $0.source, sha256: SourceFile.digest(of: $0.source))
    }
    let taken = solution.map {
      [ReportContext.Input(role: "solution", path: $0, sha256: SourceFile.digest(of: $0))]
    }
    return read + derived + covered + drawn + (taken ?? [])
  }

  /// Figures of the scenario that decide costs and capacities, under their keys.
  private func assumptions(of scenario: Scenario) -> [NamedQuantity] {
    let parameters = scenario.parameters
    let grid = parameters.grid
    var named: [NamedQuantity] = [
      NamedQuantity(name: "horizon.discount_rate", figure: parameters.horizon.discountRate),
      NamedQuantity(name: "grid.site_power_factor", figure: grid.usableShare),
      NamedQuantity(name: "grid.route_factor", figure: grid.routeFactor),
      NamedQuantity(name: "grid.zone_radius_km", figure: grid.zoneRadiusKm),
      NamedQuantity(name: "grid.ramp_years", figure: grid.rampYears),
    ]
    for connection in grid.connections {
      let key = "grid.connection_\(connection.voltageKV)kv"
      named += [
        NamedQuantity(name: "\(key).max_mw", figure: connection.maxMW),
        NamedQuantity(name: "\(key).max_km", figure: connection.maxKm),
        NamedQuantity(name: "\(key).fixed_eur", figure: connection.fixedEUR),
        NamedQuantity(name: "\(key).eur_per_km", figure: connection.eurPerKm),
        NamedQuantity(name: "\(key).eur_per_mw", figure: connection.eurPerMW),
        NamedQuantity(name: "\(key).lead_time_years", figure: connection.leadTimeYears),
      ]
    }
    let costs = parameters.costs
    let estimates = parameters.estimates
    named += [
      NamedQuantity(name: "cost.energy_eur_per_mwh", figure: costs.energyEURPerMWh),
      NamedQuantity(name: "cost.excise_eur_per_mwh", figure: costs.exciseEURPerMWh),
      NamedQuantity(name: "cost.fixed_opex_eur_per_it_mw_year", figure: costs.fixedOpexEURPerITMWYear),
      NamedQuantity(name: "estimates.power_mw_per_ha", figure: estimates.powerMWPerHa),
      NamedQuantity(name: "estimates.power_225kv_mw", figure: estimates.power225MW),
      NamedQuantity(name: "estimates.power_400kv_mw", figure: estimates.power400MW),
      NamedQuantity(name: "estimates.power_distribution_mw", figure: estimates.powerDistributionMW),
      NamedQuantity(name: "estimates.beside_km", figure: estimates.besideKm),
      NamedQuantity(name: "estimates.fast_track_year", figure: estimates.fastTrackYear),
      NamedQuantity(name: "estimates.pue_reference", figure: estimates.pueReference),
      NamedQuantity(
        name: "estimates.pue_reference_temperature_c", figure: estimates.pueReferenceTemperatureC),
      NamedQuantity(name: "estimates.pue_per_deg_c", figure: estimates.puePerDegC),
    ]
    named += estimates.derivedInputs.named.map {
      NamedQuantity(name: "estimates.\($0.name)", figure: $0.figure)
    }
    return named
  }
}
