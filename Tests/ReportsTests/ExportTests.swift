// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import GDAL
import Planning
import Results
import Sites
import Testing

@testable import Exports

@Suite("Export of map layers")
struct ExportTests {
  let export: ExportFixture

  init() throws { export = try ExportFixture() }

  private func text(_ name: String) throws -> String {
    String(
      decoding: try #require(FileManager.default.contents(atPath: "\(export.folder.path)/\(name)")),
      as: UTF8.self)
  }

  private func json(_ text: String) throws -> JSONValue { try JSONReader.value(Array(text.utf8)) }

  @Test("GeoJSON is RFC 7946: no crs, ids, flat values, one geometry type, seven decimals, right-hand rule")
  func geoJSON() throws {
    try export.export("geojson", to: "p.geojson", layers: ExportLayer.allCases)
    #expect(
      export.folder.names()
        == ExportLayer.allCases.map { "p_\($0.rawValue).geojson" }.sorted())
    for layer in ExportLayer.allCases {
      let text = try text("p_\(layer.rawValue).geojson")
      let collection = try json(text)
      #expect(collection["type"]?.string == "FeatureCollection" && collection["crs"] == nil)
      let features = try #require(collection["features"]?.array)
      let content = try #require(try export.layers([layer]).contents.first)
      #expect(features.map { $0["id"] } == content.table.rows.map { Optional($0[0].json) })
      #expect(Set(features.compactMap { $0["geometry"]?["type"]?.string }).count == 1)
      for feature in features {
        let members = try #require(feature["properties"]?.members)
        for member in members { #expect(member.value.array == nil && member.value.members == nil) }
      }
    }
    // Counterclockwise outside, clockwise inside, though the outlines come the other way round.
    let regions = try json(try text("p_regions.geojson"))
    let nord = try #require(regions["features"]?.array?.first { $0["id"]?.string == "Nord" })
    let rings = try #require(nord["geometry"]?["coordinates"]?.array?.first?.array)
    #expect(rings.count == 2)
    #expect(try area(rings[0]) > 0)
    #expect(try area(rings[1]) < 0)
    let bravo = try text("p_not_chosen.geojson")
    #expect(bravo.contains("45.1234568") && !bravo.contains("45.12345678"))
  }

  private func area(_ ring: JSONValue) throws -> Double {
    let points = try #require(ring.array).map { ($0.array?[0].double ?? 0, $0.array?[1].double ?? 0) }
    var sum = 0.0
    for (a, b) in zip(points, points.dropFirst()) { sum += a.0 * b.1 - b.0 * a.1 }
    return sum / 2
  }

  @Test(
    "Layers say what the plan says: totals of regions and phases, substations with what is drawn from them")
  func figures() throws {
    let plan = export.fixture.plan
    func column(_ content: LayerContent, _ name: String) throws -> [JSONValue] {
      let index = try #require(content.table.columns.firstIndex { $0.name == name })
      return content.table.rows.map { $0[index].json }
    }
    let contents = try export.layers().contents
    let byName = Dictionary(uniqueKeysWithValues: contents.map { ($0.layer, $0) })
    let regions = try #require(byName[.regions])
    #expect(try column(regions, "gpus").compactMap(\.int).reduce(0, +) == plan.totals.gpusByYear.last)
    #expect(try column(regions, "candidates").compactMap(\.int).reduce(0, +) == plan.sites.count)
    let phases = try #require(byName[.phases])
    #expect(phases.table.rows.count == plan.chosen.count * plan.years.count)
    for (index, year) in plan.years.enumerated() {
      let years = try column(phases, "year").map(\.int)
      let gpus = try column(phases, "gpus").compactMap(\.int)
      #expect(zip(years, gpus).filter { $0.0 == year }.map(\.1).reduce(0, +) == plan.totals.gpusByYear[index])
    }
    let substations = try #require(byName[.substations])
    #expect(try column(substations, "id").map(\.string) == ["North", "North--2"])
    #expect(try column(substations, "site_ids").map(\.string) == ["alpha", ""])
    #expect(try column(substations, "grid_mw")[0].double == plan.chosen.first { $0.id == "alpha" }?.gridMW)
    #expect(try export.layers().warnings.contains { $0.contains("Big & \"South\"") })
    let counts = [ExportLayer.sites, .notChosen, .screenedOut].compactMap { byName[$0]?.table.rows.count }
    #expect(counts.reduce(0, +) == plan.sites.count && counts[0] == plan.chosen.count)
    let reasons = try column(try #require(byName[.screenedOut]), "reason")
    #expect(reasons.allSatisfy { !($0.string ?? "").isEmpty })
  }

  @Test("Where no outline is known, regions are points amid their sites")
  func centroids() throws {
    let layers = PlanLayers([.regions], of: export.fixture.plan, substations: [], regions: [])
    let content = try #require(layers.contents.first)
    #expect(content.geometryType == .point && content.table.rows.count == 5)
    let sud = try #require(content.table.rows.firstIndex { $0[0] == .text("Sud") })
    let point = try #require(try content.geometry(sud)).coordinate()
    #expect(abs(point.x - (0.000_031_25 + 5.4) / 2) < 1e-12)
  }

  @Test("A GeoPackage holds every layer and a style that QGIS takes for each, of fields that are there")
  func geoPackage() throws {
    try export.export(nil, to: "p.gpkg", layers: ExportLayer.allCases)
    try Dataset.withOpen("\(export.folder.path)/p.gpkg") { dataset in
      #expect(try dataset.layers().map(\.name) == ExportLayer.allCases.map(\.rawValue) + ["layer_styles"])
      let styles = try dataset.layer(named: "layer_styles").features()
      #expect(styles.compactMap { $0["f_table_name"]?.text } == ExportLayer.allCases.map(\.rawValue))
      for layer in ExportLayer.allCases {
        let names = try dataset.layer(named: layer.rawValue).fields.map(\.name)
        let qml = LayerStyles.qml(layer, outlines: true)
        #expect(throws: Never.self) { try XMLCheck.wellFormed(qml) }
        for quoted in qml.split(separator: "&quot;").enumerated() where quoted.offset % 2 == 1 {
          #expect(names.contains(String(quoted.element)), "\(layer): \(quoted.element)")
        }
      }
    }
  }

  @Test("Style files beside GeoJSON name files and fields that are there and nothing on a network")
  func styles() throws {
    try export.export(
      "geojson", to: "my plan.geojson", layers: ExportLayer.allCases, styles: true)
    let text = try text("my plan.style.json")
    let style = try json(text)
    #expect(style["version"]?.int == 8 && !text.contains("://"))
    for source in try #require(style["sources"]?.members) {
      let data = try #require(source.value["data"]?.string)
      #expect(try export.folder.names().contains(#require(data.removingPercentEncoding)))
    }
    #expect(style["layers"]?.array?.count == ExportLayer.allCases.count + 1)
    for layer in ExportLayer.allCases {
      #expect(try self.text("my plan_\(layer.rawValue).qml").hasPrefix("<!DOCTYPE qgis"))
    }
    #expect(
      export.fault("gpkg", to: "x.gpkg", styles: true)?.findings.first?.contains("holds its own") == true)
  }

  @Test("One layer to standard output, and the same bytes twice")
  func stream() throws {
    for format in ["geojson", "csv", "kml", "geojsonseq"] {
      let first = try export.export(format, to: "-", layers: [.sites]).outcome.text
      let second = try export.export(format, to: "-", layers: [.sites]).outcome.text
      #expect(first == second && first?.contains("alpha") == true, "\(format)")
    }
    #expect(export.folder.names().isEmpty)
    for format in ["gpkg", "fgb", "geojson", "csv"] {
      let one = try export.export(format, to: "a.\(format)").outcome.files
      let two = try export.export(format, to: "b.\(format)").outcome.files
      for (a, b) in zip(one, two) {
        #expect(FileManager.default.contents(atPath: a) == FileManager.default.contents(atPath: b), "\(a)")
      }
    }
  }

  @Test("Hostile names pass through every text format whole and become no markup")
  func hostile() throws {
    try export.export("libkml", to: "p.kml")
    let kml = try text("p.kml")
    // The library keeps the name apart as character data, which ends where it should.
    #expect(!kml.replacing(/<!\[CDATA\[(.|\n)*?\]\]>/, with: "").contains("<img"))
    let old = try #require(try export.export("kml", to: "-").outcome.text)
    #expect(throws: Never.self) { try XMLCheck.wellFormed(String(old.drop { $0 != "\n" })) }
    #expect(!old.contains("<img"))
    #expect(LayerContent.cleaned("a\0b\u{1}\u{85}\u{FFFE}\u{202E}\n") == "ab\u{202E}\n")
    // Texts of one character, against the rule written out.
    for value in Array(UInt32(0)...0x3FF) + Array(0x2020...0x2030) + Array(0xFDC0...0x1_0010) + [0x1_FFFE] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "\u{E9}" + String(scalar)
      let isKept =
        ![0xFFFE, 0xFFFF].contains(value & 0xFFFF) && !(0x7F...0x9F).contains(value)
        && (value >= 0x20 || [9, 10, 13].contains(value))
      #expect(
        LayerContent.cleaned(text).unicodeScalars.elementsEqual(
          isKept ? text.unicodeScalars : "\u{E9}".unicodeScalars), "\(value)")
    }
  }
}
