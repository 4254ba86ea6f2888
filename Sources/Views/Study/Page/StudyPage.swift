// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
package import Results
import Studies
import Wording

/// `report.html` of a study: one page that works offline, on paper and with a screen reader. It runs no
/// script and loads nothing.
package struct StudyPage {
  var report: StudyReport

  /// The page of a study.
  package init(report: StudyReport) {
    self.report = report
  }

  /// Rows of a table beyond which the page points to the CSV file instead.
  static let rowsShown = 500

  var result: StudyResult { report.result }
  var reading: StudyReading { report.reading }

  /// The text of the file.
  package var text: String {
    let parts = parts
    let navigation = Markup.element(
      "nav", ["aria-label": "Sections"],
      [.list(parts.map { .element("a", ["href": "#\($0.id)"], [.verbatim($0.title)]) })])
    return PageShell(
      title: "\(result.name) - Arpent study", subject: "study", toolVersion: report.context.toolVersion
    ).text(
      header: header, navigation: [navigation],
      sections: parts.map { part in
        .element(
          "section", ["id": part.id, "aria-labelledby": "\(part.id)-title"],
          [.element("h2", ["id": "\(part.id)-title"], [.verbatim(part.title)])] + part.content)
      })
  }

  /// Sections that this study has, in order.
  private var parts: [(id: String, title: String, content: [Markup])] {
    var all: [(id: String, title: String, content: [Markup])] = [("question", "What was asked", question)]
    if let tornado = reading.tornado, let objective = reading.objective {
      all.append(("tornado", "What each factor alone does", tornadoContent(tornado, objective)))
    }
    if let curve = CurveChart(reading) {
      all.append(
        ("curve", "\(curve.objective.title) against \(curve.factor)", [curve.markup, curve.table.markup]))
    }
    if reading.tornado == nil, result.factors.count > 1,
      !reading.correlations.isEmpty || reading.correlationRefusal != nil
    {
      all.append(("correlations", "Which factors matter", correlations))
    }
    let fans = fans
    if !fans.isEmpty { all.append(("years", "Year by year", fans)) }
    if let parallel = ParallelChart(reading) {
      all.append(
        (
          "parallel", "Factors and results together",
          [parallel.markup, .paragraph("The same numbers are in the table of cases below.")]
        ))
    }
    if !reading.sites.isEmpty { all.append(("sites", "Which sites stand whatever comes", sites)) }
    if !reading.portfolios.isEmpty { all.append(("regret", "Which siting to choose now", choice)) }
    if !result.rows.isEmpty { all.append(("cases", "All cases", cases)) }
    if result.count(.infeasible) > 0 { all.append(("infeasible", "Cases without a plan", infeasible)) }
    if result.count(.failed) > 0 { all.append(("failures", "Cases that failed", failures)) }
    all.append(("limits", "How to read this", limits))
    return all
  }

  /// Where the rows are that the page leaves out.
  static func rest(_ count: Int, of file: String) -> [Markup] {
    guard count > rowsShown else { return [] }
    return [.paragraph("\(NumberText.grouped(count - rowsShown)) more rows are in \(file).")]
  }
}
