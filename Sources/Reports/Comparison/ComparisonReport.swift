// SPDX-License-Identifier: GPL-3.0-or-later

/// Everything that is written about a comparison of two plans.
public struct ComparisonReport: Sendable {
  /// The comparison.
  public var comparison: PlanComparison
  /// Outlines under the map; none where the layers are not at hand.
  public var basemap: Basemap
  /// Version of Arpent.
  public var toolVersion: String
  /// The files that were compared, for the manifest.
  public var inputs: [ReportContext.Input]

  /// Everything that is written about a comparison of two plans.
  public init(
    comparison: PlanComparison, toolVersion: String, basemap: Basemap = Basemap(),
    inputs: [ReportContext.Input] = []
  ) {
    self.comparison = comparison
    self.toolVersion = toolVersion
    self.basemap = basemap
    self.inputs = inputs
  }

  /// For a person, aligned, to paste in a mail.
  public var text: String { ComparisonText(comparison: comparison).text }
  /// For a program.
  public var json: String { JSONWriter.text(ComparisonDocument.json(comparison)) }
  /// For a map.
  public var geoJSON: String { ComparisonGeoJSON.text(comparison) }
  /// For a browser.
  public var page: String {
    ComparisonPage(comparison: comparison, basemap: basemap, toolVersion: toolVersion).text
  }

  /// The files of the result directory. Two comparisons of the same plans have the same bytes.
  public func files() -> [ResultFile] {
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
