// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Geodata
import Planning
import Quantities
import Reports
import Results
import Scenarios
import Sites
import Views
import Wording

/// Writes the page and the pictures of a plan. The plan is made again from its recorded inputs and its
/// decisions, without a solver, so that page and pictures say what the plan says and nothing else.
package enum ReportWorkflow {
  /// What was made.
  package struct Response: Sendable {
    /// What goes to standard output; nil where files were written.
    package var text: String?
    /// File of the page; nil where there is none.
    package var page: String?
  }

  /// Reports.
  ///
  /// - Throws: `WorkflowFailure` for a plan that cannot be opened or made again, a picture that there is none
  ///   of, and a file that cannot be written; nothing is written then.
  package static func run(_ asked: ReportRequest, context: WorkflowContext) throws -> Response {
    var request = asked
    if let words = request.words {
      request.language = try ReportWords.language(request.language, words: words)
    }
    let folder = PlanFolder(request.plan)
    let source = try RecordedPlan(folder, scenario: request.scenario)
    let targets = try ReportTargets(request, folder: folder)

    let made = try source.made(context)
    for warning in made.map.warnings { context.warn(warning) }
    var about = ReportInputs(
      prepared: made.prepared, map: made.map, components: context.components, solution: nil
    ).context()
    if request.scenario == nil, let recorded = try? folder.manifest() { about.inputs = recorded.inputs }
    var report = PlanReport(
      plan: made.plan, problem: made.prepared.problem, table: made.prepared.table,
      layers: made.prepared.layerReports, context: about)
    do {
      report.search = try folder.manifest().search
    } catch {
      context.warn("the page does not tell how the answer was found: \(error)")
    }
    report.statesSeconds = true
    var files: [(SingleFile, [UInt8])] = []
    var findings: [Finding] = []
    for drawing in targets.drawings {
      if let svg = report.picture(drawing.picture, in: request.language) {
        files.append((drawing.file, try content(of: drawing, svg: svg, width: request.widthPixels)))
      } else {
        findings.append(
          Finding(
            "this plan has nothing to draw as '\(drawing.picture.rawValue)' (\(made.plan.status.rawValue))",
            in: drawing.file.path))
      }
    }
    if !findings.isEmpty { throw WorkflowFailure(.invalidInput, findings) }
    var response = Response()
    if targets.page != nil || request.output == "-" {
      let text = report.page(in: request.language)
      let lacking = report.untranslated(in: request.language)
      if !lacking.isEmpty {
        context.warn(
          "\(lacking.count) phrases have no words in '\(request.language.code)' and stay English, for example '\(lacking[0])'"
        )
      }
      if let page = targets.page { files.append((page, Array(text.utf8))) } else { response.text = text }
    }
    for (file, bytes) in files {
      do {
        try file.write(bytes)
      } catch {
        throw WorkflowFailure(.cannotWrite, "\(error)")
      }
      context.diagnose("written \(file.path)")
    }
    response.page = targets.page?.path
    return response
  }

  private static func content(of drawing: ReportTargets.Drawing, svg: String, width: Int) throws -> [UInt8] {
    guard drawing.isPNG else { return Array(svg.utf8) }
    do {
      return try PlanPicture.png(svg, width: width)
    } catch {
      throw WorkflowFailure(.internalFault, "\(error)", in: drawing.file.path)
    }
  }
}
