// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// Exports of two real plans in the hands of programs that nobody here wrote: validators of GeoJSON, QGIS,
/// and MapLibre in a browser.
@Suite("Exports as others read them", .serialized)
struct ExportOracleTests {
  private static let scenario = "Tests/ArpentTests/Scenarios/mistral-18000.toml"
  static let layers = [
    "sites", "not_chosen", "screened_out", "connections", "substations", "regions", "phases", "diff",
  ]
  private let folder: TemporaryFolder
  private let plan: String
  private let before: String

  init() throws {
    folder = try TemporaryFolder()
    plan = folder.path + "/plan"
    before = folder.path + "/before"
    let second = ["--set", "sites.force_out=[\"mougins-evroc\"]"]
    for (path, changes) in [(before, []), (plan, second)] {
      let run = try ArpentBinary.run(["plan", Self.scenario, "-o", path, "--quiet"] + changes)
      try #require(run.code == 0, "\(run.diagnostics)")
    }
  }

  /// Exports all layers, `diff` with them.
  private func export(to name: String, _ more: String...) throws {
    let names = Self.layers.flatMap { ["--layer", $0] }
    let run = try ArpentBinary.run(
      ["export", plan, "--against", before, "-o", "\(folder.path)/\(name)"] + names + more)
    try #require(run.code == 0, "\(run.diagnostics)")
  }

  private func paths(_ ending: String) -> [String] {
    Self.layers.map { "\(folder.path)/m_\($0)\(ending)" }
  }

  @Test("Every layer and the plan's own files are GeoJSON by RFC 7946, and each of many faults is found")
  func geoJSON() throws {
    defer { folder.remove() }
    try export(to: "m.geojson", "--styles")
    let own = ["sites", "connections"].map { "\(plan)/\($0).geojson" }
    let report = try Report(
      Python.run(["scripts/oracles/export_geojson.py", "check"] + paths(".geojson") + own))
    #expect(report.faults == [] && report.files == Self.layers.count + own.count)
    // Every candidate twice, in the plan's own file and in one of three layers, and more of everything else.
    #expect(report.features > 2 * 65)

    let seeds = try TemporaryFolder()
    defer { seeds.remove() }
    let names = try Python.run([
      "scripts/oracles/export_geojson.py", "seed", folder.path + "/m_regions.geojson", seeds.path,
    ]).split(separator: "\n")
    #expect(names.count > 10)
    for name in names {
      let report = try Report(
        Python.run(["scripts/oracles/export_geojson.py", "check", "\(seeds.path)/\(name).geojson"]))
      #expect(!report.faults.isEmpty, "\(name) was not found")
    }
  }

  private struct Report: Decodable {
    var files: Int
    var features: Int
    var faults: [String]

    init(_ text: String) throws {
      let line = try #require(text.split(separator: "\n").last, "\(text)")
      self = try JSONDecoder().decode(Report.self, from: Data(line.utf8))
    }
  }

  @Test(
    "QGIS takes every style, from the GeoPackages and from the files, and every feature falls in a class",
    .enabled(if: QGIS.isThere, "python3-qgis is not installed"))
  func qgis() throws {
    defer { folder.remove() }
    try export(to: "m.geojson", "--styles")
    try export(to: "all.gpkg")
    let files = [plan + "/plan.gpkg", folder.path + "/all.gpkg"] + paths(".geojson")
    let layers = try QGIS.layers(of: files)
    let attributes = [
      "sites": "status", "not_chosen": "status", "screened_out": "status", "connections": "voltage_kv",
      "substations": "status", "regions": "status", "phases": "status", "diff": "CASE WHEN",
    ]
    #expect(layers.count == 2 + 2 * Self.layers.count)
    for layer in layers {
      let name = layer.layer.hasPrefix("m_") ? String(layer.layer.dropFirst(2)) : layer.layer
      let place = Comment("\(layer.file) \(layer.layer)")
      #expect(layer.valid && layer.loaded && layer.labels && layer.faults == [], place)
      #expect(layer.renderer == "categorizedSymbol", place)
      #expect(try layer.attribute.hasPrefix(#require(attributes[name])), place)
      #expect(layer.unclassed == 0 && layer.classes.values.reduce(0, +) == layer.features, place)
      #expect(layer.features > 0 || name == "connections", place)
    }
    let diff = try #require(layers.first { $0.layer == "diff" })
    #expect(diff.classes["left"] == 1 && (diff.classes["joined"] ?? 0) > 0)
    #expect(
      Set(diff.categories) == [
        "as before", "chosen in neither, for another reason", "changed, as many GPUs", "fewer GPUs",
        "more GPUs", "left", "joined",
      ])
  }

  @Test(
    "MapLibre finds no fault in the style, and draws every feature from the files that it names",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium"), "there is no chromium"))
  func mapLibre() throws {
    defer { folder.remove() }
    try export(to: "m.geojson", "--styles")
    let style = folder.path + "/m.style.json"
    let good = try drawn(style)
    #expect(good.errors == [] && good.missing == [] && good.late != true)
    for layer in Self.layers {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/m_\(layer).geojson"))
      let collection = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
      let features = try #require(collection["features"] as? [Any])
      #expect(good.drawn?[layer] == features.count, "\(layer)")
    }
    // The same validator refuses a property that is not there and a file that is not there.
    let text = try String(contentsOfFile: style, encoding: .utf8)
    try text.replacingOccurrences(of: "circle-radius", with: "circle-radios").replacingOccurrences(
      of: "m_sites.geojson", with: "m_none.geojson"
    ).write(toFile: style, atomically: true, encoding: .utf8)
    let bad = try drawn(style)
    #expect(bad.errors.contains { $0.contains("unknown property") })
  }

  private struct Drawing: Decodable {
    var errors: [String]
    var missing: [String]
    var drawn: [String: Int]?
    var late: Bool?
  }

  private func drawn(_ style: String) throws -> Drawing {
    let text = try Python.run(["scripts/oracles/export_maplibre.py", style])
    let line = try #require(text.split(separator: "\n").last, "\(text)")
    return try JSONDecoder().decode(Drawing.self, from: Data(line.utf8))
  }
}
