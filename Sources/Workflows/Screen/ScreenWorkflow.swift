// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata
import Planning
import PlanningModel
import Quantities
import Reports
import Results
import Scenarios
import Sites
import Views

/// Holds every site against the rules and scores of a scenario, without a plan: which are kept and how they
/// rank, which are excluded and by which rules.
package enum ScreenWorkflow {
  /// The scenario behind `arpent screen` where none is named.
  ///
  /// - Throws: `WorkflowFailure` where the shipped scenarios are not at hand.
  package static func defaultScenario() throws -> String {
    guard let folder = CatalogueFiles.folder(named: "models/scenarios") else {
      throw WorkflowFailure(
        .cannotOpen, "models/scenarios is not here; name a scenario or run arpent inside its repository")
    }
    return folder + "/screening-example.toml"
  }

  /// Screens. A scenario without `[screening]` keeps every site that a plan can choose, and the caller is
  /// shown how to write one.
  ///
  /// - Throws: `WorkflowFailure` for inputs that cannot be used and an output that cannot be written.
  package static func run(_ request: ScreenRequest, context: WorkflowContext) throws -> ScreenResponse {
    let directory = request.outputDirectory.map {
      ResultDirectory($0, kind: .screening, force: request.force)
    }
    // An output that cannot be written must show before the work, not after it.
    if let directory { try WorkflowFailure.writing { try directory.check() } }
    let prepared = try PreparedScenario(request.source, context: context, purpose: .sites)
    var times = prepared.times
    let clock = context.seconds
    let screening = try screening(of: prepared)
    for remark in remarks(prepared, screening, path: request.source.path) { context.tell(remark) }
    let report = times.measure("stability", clock) {
      ScreeningReport(name: prepared.scenario.name, table: prepared.table, screening: screening)
    }
    if let directory {
      let files = try times.measure("map", clock) { try resultFiles(of: report, prepared: prepared) }
      let remarks = try times.measure("write", clock) {
        try WorkflowFailure.writing { try directory.write(files) }
      }
      for remark in remarks { context.warn(remark) }
    }
    return ScreenResponse(text: text(report, request: request, width: context.outputWidth), times: times)
  }

  /// The screening with all else that every plan of the scenario excludes sites by, so that screen and plan
  /// agree on who is out.
  private static func screening(of prepared: PreparedScenario) throws -> Screening {
    let ofScreening = Set((prepared.screening?.exclusions ?? []).map { "\($0.siteID)\n\($0.rule)" })
    let others = prepared.problem.exclusions.filter { !ofScreening.contains("\($0.siteID)\n\($0.rule)") }
    if let screening = prepared.screening, others.isEmpty { return screening }
    return try Screening(
      table: prepared.table, parameters: prepared.screening?.parameters ?? ScreeningParameters(),
      excluded: others)
  }

  private static func text(_ report: ScreeningReport, request: ScreenRequest, width: Int?) -> String {
    switch request.format {
    case .table:
      let end =
        request.outputDirectory.map { "Written to \($0)/ (open report.html, or sites.geojson in QGIS)\n" }
        ?? "Nothing written; add -o DIR for tables, a map layer and a report\n"
      return report.text(width: width) + "* derived, ? estimated by a written rule\n" + end
    case .json: return report.json
    case .csv: return report.csv
    case .geojson: return report.geoJSON
    }
  }

  /// The files of the result directory; outlines and substations come from the layers of the scenario.
  private static func resultFiles(of report: ScreeningReport, prepared: PreparedScenario) throws
    -> [ResultFile]
  {
    do {
      let map = try MapLayers(of: prepared.scenario)
      let seed = Int(clamping: report.screening.parameters.seed)
      let inputs = ReportInputs(
        prepared: prepared, map: map, options: ReportContext.Options(seed: seed), components: [])
      return report.files(layers: prepared.layerReports, context: inputs.context())
    } catch let failure as InputFailure {
      throw WorkflowFailure(failure)
    }
  }

  /// What the planner should know: notes of the screening, sites that a plan could not force in, or that
  /// nothing is screened.
  private static func remarks(_ prepared: PreparedScenario, _ screening: Screening, path: String) -> [Finding]
  {
    guard prepared.screening != nil else { return [Finding(advice(path: path), severity: .note)] }
    let excluded =
      screening.exclusions + prepared.scenario.parameters.families.exclusions(ofSitesIn: prepared.table)
    let forced = prepared.scenario.findings(forScreenedOut: excluded).map { finding in
      var warning = finding
      warning.severity = .warning
      return warning
    }
    return screening.notes + forced
  }

  private static func advice(path: String) -> String {
    """
    \(path) has no [screening], so only what no plan can choose is excluded and no site is ranked. To screen, add for example:

    [[screening.rule]]
    name = "225 kV within 20 km"
    attribute = "substation_225_km"
    max = 20

    [[screening.score]]
    name = "near the 400 kV grid"
    attribute = "substation_400_km"
    better = "lower"

    Every attribute of a site: arpent sites \(path) --format csv. Every key: docs/screening.md. A worked example: models/scenarios/screening-example.toml
    """
  }
}
