// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
package import Results
import Views

/// Everything that is written about a comparison of two plans.
package struct ComparisonReport: Sendable {
  /// The comparison.
  package var comparison: PlanComparison
  /// Outlines under the map; none where the layers are not at hand.
  package var basemap: Basemap
  /// Version of Arpent.
  package var toolVersion: String
  /// The files that were compared, for the manifest.
  package var inputs: [ReportContext.Input]

  /// Everything that is written about a comparison of two plans.
  package init(
    comparison: PlanComparison, toolVersion: String, basemap: Basemap = Basemap(),
    inputs: [ReportContext.Input] = []
  ) {
    self.comparison = comparison
    self.toolVersion = toolVersion
    self.basemap = basemap
    self.inputs = inputs
  }

  /// For a person, aligned, to paste in a mail.
  package var text: String { ComparisonText(comparison: comparison).text }
  /// For a program.
  package var json: String { JSONWriter.text(ComparisonDocument.json(comparison)) }
  /// For a map.
  package var geoJSON: String { ComparisonGeoJSON.text(comparison) }
  /// For a browser.
  package var page: String {
    ComparisonPage(comparison: comparison, basemap: basemap, toolVersion: toolVersion).text
  }

  /// The files of the result directory. Two comparisons of the same plans have the same bytes.
  package func files() -> [ResultFile] {
    var files = [
      ResultFile("compare.txt", text: text), ResultFile("compare.json", text: json),
      ResultFile("compare.geojson", text: geoJSON), ResultFile("compare.html", text: page),
    ]
    let names = files.map(\.name) + [Manifest.fileName]
    let context = ReportContext(toolVersion: toolVersion, inputs: inputs).withoutCredentials()
    let manifest = Manifest.text(
      of: "A compared with B", states: [("status", comparison.isEqual ? "equal" : "different")],
      context: context, layers: [], files: names)
    files.append(ResultFile(Manifest.fileName, text: manifest))
    return files
  }
}
