// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Exports
package import Results
import Views

extension StudyReport {
  /// The files in the order in which they are written.
  package func files() -> [ResultFile] {
    var files = tables.map { ResultFile("\($0.name).csv", text: CSVWriter.text($0)) }
    files += [
      ResultFile("summary.json", text: JSONWriter.text(json)),
      record,
      ResultFile("study.gpkg", StudyGeoPackage.content(self)),
      ResultFile("report.html", text: StudyPage(report: self).text),
    ]
    return files
  }

  /// What the command says at its end.
  ///
  /// - Parameter width: Columns of the terminal; nil where the output is none.
  package func text(width: Int? = nil) -> String { StudyText.text(result, regret: regret, width: width) }
}
