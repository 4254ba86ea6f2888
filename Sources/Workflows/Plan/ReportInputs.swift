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
      assumptions: scenario.parameters.costFigures + scenario.parameters.estimateFigures,
      substations: map.substations,
      basemap: map.basemap,
      leaflet: leaflet,
      warnings: prepared.warnings.map(\.description) + map.warnings,
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
}
