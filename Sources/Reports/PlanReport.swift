// SPDX-License-Identifier: GPL-3.0-or-later

import Exports
package import Optimization
package import Planning
package import PlanningModel
package import Results
package import Sites
import Views
package import Wording

/// All files of a result directory, made from a plan and the inputs it came from. The same inputs give the
/// same bytes.
package struct PlanReport: Sendable {
  /// The plan.
  package var plan: Plan
  /// The problem it answers.
  package var problem: SitingProblem
  /// The site table behind it.
  package var table: SiteTable
  /// What was found when the layers were read.
  package var layers: [LayerReport]
  /// Who made it, from what, on which map.
  package var context: ReportContext
  /// Proof of a bound; nil where there is none.
  package var certificate: BoundCertificate?
  /// How the search went; nil where it was not watched.
  package var search: SearchTrace?
  /// Whether the page tells the seconds of the search; a page made with its plan does not, so that it is the
  /// same for the same inputs.
  package var statesSeconds = false
  /// Language of the page.
  package var language = Language.english

  /// All files of a result directory.
  package init(
    plan: Plan, problem: SitingProblem, table: SiteTable, layers: [LayerReport], context: ReportContext
  ) {
    self.plan = plan
    self.problem = problem
    self.table = table
    self.layers = layers
    self.context = context
  }

  /// Warnings about what the files leave out, for standard error; they are also in `manifest.json` and
  /// `report.html`.
  package var warnings: [String] {
    ConnectionsGeoJSON.text(plan, substations: context.substations).warnings
  }

  /// The page in a language.
  package func page(in language: Language) -> String { reportPage(in: language).text }

  /// Words of the page that a language lacks and that stay English, each once.
  package func untranslated(in language: Language) -> [String] {
    language.untranslated(reportPage(in: language).page.phrases)
  }

  private func reportPage(in language: Language) -> ReportPage {
    var full = context.withoutCredentials()
    full.warnings += plan.warnings + warnings
    return ReportPage(
      plan: plan, problem: problem, table: table, layers: layers, context: full, language: language,
      search: shownSearch)
  }

  /// The search as page and pictures tell it.
  var shownSearch: SearchTrace? { statesSeconds ? search : search?.withoutSeconds }

  /// The files in the order in which they are written.
  package func files() -> [ResultFile] {
    var files = [
      ResultFile("plan.json", text: PlanFile(plan, problem: problem, table: table).text),
      ResultFile("designs.json", text: DesignsDocument.text(plan)),
      ResultFile("sites.geojson", text: SitesGeoJSON.text(plan)),
      ResultFile(
        "connections.geojson", text: ConnectionsGeoJSON.text(plan, substations: context.substations).text),
      ResultFile("plan.gpkg", PlanGeoPackage.content(plan, substations: context.substations)),
      ResultFile("report.html", text: page(in: language)),
    ]
    if let certificate { files.append(certificate.file) }
    files += PlanTables.all(plan).map { ResultFile("\($0.name).csv", text: CSVWriter.text($0)) }
    var full = context.withoutCredentials()
    full.warnings += plan.warnings + warnings
    files.append(
      ResultFile(
        Manifest.fileName,
        text: Manifest.text(
          plan: plan, search: search, context: full, layers: layers, files: files)))
    return files
  }

}
