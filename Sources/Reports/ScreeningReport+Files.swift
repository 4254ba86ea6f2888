// SPDX-License-Identifier: GPL-3.0-or-later

package import Results
package import Sites
import Views

extension ScreeningReport {
  /// The files of a result directory in the order in which they are written.
  ///
  /// - Parameters:
  ///   - layers: What was found when the layers were read.
  ///   - context: Who made it, from what, on which map.
  package func files(layers: [LayerReport], context: ReportContext) -> [ResultFile] {
    let context = context.withoutCredentials()
    var files = [
      ResultFile("screening.json", text: json), ResultFile("sites.geojson", text: geoJSON),
      ResultFile(
        "report.html", text: ScreeningPage(report: self, layers: layers, context: context).text),
    ]
    let tables: [ReportTable] = [rankingTable, excludedTable, stabilityTable]
    files += tables.map {
      ResultFile("\($0.name).csv", text: CSVWriter.text($0))
    }
    let names = files.map(\.name) + [Manifest.fileName]
    files.append(
      ResultFile(
        Manifest.fileName,
        text: Manifest.text(screening: self, context: context, layers: layers, files: names)))
    return files
  }
}
