// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("Sites from anywhere")
struct SitesSourceTests {
  /// A format for the sites and the keys that declare it.
  struct Source: Sendable, CustomTestStringConvertible {
    var file: String
    var driver: String
    var system = "EPSG:4326"
    var options: [String] = []
    var keys = ""
    var testDescription: String { file }
  }

  private static let sources = [
    Source(file: "plots.gpkg", driver: "GPKG", system: "EPSG:2154"),
    Source(file: "plots.shp", driver: "ESRI Shapefile", system: "EPSG:27572"),
    Source(file: "plots.fgb", driver: "FlatGeobuf"),
    Source(file: "plots.gml", driver: "GML", options: ["-dsco", "FORMAT=GML3.2"]),
    Source(
      file: "plots.csv", driver: "CSV", system: "EPSG:2154", options: ["-lco", "GEOMETRY=AS_WKT"],
      keys: "crs = \"EPSG:2154\""),
  ]

  /// Plots of 400 m by 400 m around the three sites, with an identifier that begins with a zero.
  private func plots(in folder: TemporaryFolder) throws {
    let rows = [
      ("01", "Alpha", 650_000, 6_860_000), ("2A", "Beta", 660_000, 6_860_000),
      ("03", "Gamma", 650_000, 6_870_000),
    ]
    .map { id, name, x, y in
      let (w, s, e, n) = (x - 200, y - 200, x + 200, y + 200)
      return "\(id),\(name),16,\"POLYGON ((\(w) \(s),\(e) \(s),\(e) \(n),\(w) \(n),\(w) \(s)))\""
    }
    try folder.write("source.csv", "ref,label,area_ha,WKT\n" + rows.joined(separator: "\n") + "\n")
  }

  @Test("Polygons of any format and system are sites, measured from their edge", arguments: sources)
  func polygons(_ source: Source) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    _ = try Posts.geojson(in: folder)
    try plots(in: folder)
    try Tool.run(
      [
        "ogr2ogr", "-f", source.driver, source.file, "source.csv", "-select", "ref,label,area_ha", "-s_srs",
        "EPSG:2154",
        "-t_srs", source.system,
      ] + source.options, in: folder.path)
    var scenario = SourceScenario(folder: folder, layers: Posts.layer("source = \"posts.geojson\""))
    scenario.sites = """
      source = "\(source.file)"
      id_field = "ref"
      name_field = "label"
      \(source.keys)
      """
    let table = try scenario.table()
    #expect(table.ids == ["01", "03", "2A"])
    // From the corner of the plot to the post: 2.8 km east and 3.8 km north; straight on from the edge for
    // the others.
    for (site, wanted) in ["01": 22.28.squareRoot(), "2A": 6.8, "03": 1.8] {
      #expect(abs((table.number(site, "post_km") ?? -1) - wanted) <= 0.001, "\(source.file) \(site)")
      #expect(table.number(site, "area_ha") == 16)
    }
  }

  @Test("A sites table without the columns of id and name is refused with the nearest ones that it has")
  func missingColumns() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try plots(in: folder)
    var scenario = SourceScenario(folder: folder, layers: "")
    scenario.sites =
      "source = \"source.csv\"\ncrs = \"EPSG:2154\"\nid_field = \"reff\"\nname_field = \"labell\""
    let run = try scenario.run()
    #expect(run.code == 65, "\(run.diagnostics)")
    for word in ["'reff'", "'ref'", "'labell'", "'label'"] {
      #expect(run.diagnostics.contains(word), "\(run.diagnostics)")
    }
  }

  @Test("Rows that cannot be sites are all named at once")
  func badRows() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(
      "source.csv",
      """
      id,name,lon,lat,area_ha
      good,Good,2.3,48.8,10
      ,No id,2.4,48.8,10
      good,Twice,2.5,48.8,10
      nowhere,No place,,,10
      comma,Decimal comma,2.6,48.8,"12,5"

      """)
    var scenario = SourceScenario(folder: folder, layers: "")
    scenario.sites = "source = \"source.csv\"\ncrs = \"EPSG:4326\""
    let run = try scenario.run()
    #expect(run.code == 65, "\(run.diagnostics)")
    for word in ["'id'", "'good'", "'nowhere'", "'comma'", "12,5"] {
      #expect(run.diagnostics.contains(word), "\(word)\n\(run.diagnostics)")
    }
  }
}
