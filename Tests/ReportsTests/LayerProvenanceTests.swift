// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities
import Sites
import Testing

@testable import Reports
@testable import Results

@Suite("Where layers come from, in the manifest and on the page")
struct LayerProvenanceTests {
  let fixture: PlanFixture

  init() throws { fixture = try PlanFixture() }

  private func text(_ name: String, of report: PlanReport) throws -> String {
    let file = try #require(report.files().first { $0.name == name })
    guard case .bytes(let bytes) = file.content else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func manifest(_ report: PlanReport) throws -> JSONValue {
    try JSONReader.value(text("manifest.json", of: report))
  }

  /// A report of a run that may tell times.
  private func timed(day: CalendarDay?, warnings: [String] = [], seconds: Double = 12.3456789) -> PlanReport {
    var report = fixture.report()
    report.context.run = ReportContext.Run(day: day, statesDurations: true, warnings: warnings)
    report.layers[0].elapsedSeconds = seconds
    return report
  }

  @Test("The manifest has everything that was found in a layer")
  func everything() throws {
    let layer = try #require(try manifest(timed(day: nil))["layers"]?.array?.first)
    let wanted: JSONValue = [
      "name": "sites", "source": "sites.csv", "source_name": "Somebody <and> others",
      "source_url": "https://example.org/data", "driver": "CSV", "crs_found": "EPSG:4326",
      "crs_measured": "EPSG:2154", "features_declared": 8, "features_read": 7, "features_used": 6,
      "null_geometries": 1, "null_values": ["area": 2, "power": 3], "repaired_geometries": 4, "remarks": [],
      "sha256": "ab12",
      "vintage": "2026", "refresh_months": 6, "licence": "test <licence>", "attribution": "(c) Nobody & sons",
      "elapsed_seconds": 12.346,
    ]
    #expect(layer == wanted)
  }

  @Test("What a layer does not say is null, not zero or empty")
  func unsaid() throws {
    var report = fixture.report()
    report.layers = [LayerReport(declared: LayerSource(name: "bare", source: "bare.gpkg"))]
    let layer = try #require(try manifest(report)["layers"]?.array?.first)
    #expect(layer["features_declared"]?.isNull == true && layer["refresh_months"]?.isNull == true)
    #expect(layer["elapsed_seconds"]?.isNull == true, "a run that tells no times")
    #expect(layer["null_values"]?.members?.isEmpty == true)
    try XMLCheck.wellFormed(text("report.html", of: report))
  }

  @Test("Times change the manifest and no other file")
  func times() throws {
    let old = timed(day: CalendarDay(year: 2026, month: 11, day: 21), warnings: ["layer 'sites' is old"])
    let new = timed(day: CalendarDay(year: 2026, month: 1, day: 1), seconds: 0.5)
    for (a, b) in zip(old.files(), new.files()) {
      guard case .bytes(let first) = a.content, case .bytes(let second) = b.content else { continue }
      #expect((first == second) == (a.name != "manifest.json"), "\(a.name)")
    }
    let found = try manifest(old)
    #expect(found["date"]?.string == "2026-11-21")
    #expect(found["warnings"]?.array?.contains("layer 'sites' is old") == true)
    #expect(try manifest(fixture.report())["date"]?.isNull == true)
    // Apart from those three members and the digest of the manifest itself the two are the same.
    func rest(_ manifest: JSONValue) -> [JSONValue] {
      (manifest.members ?? []).filter { !["date", "warnings", "layers", "digests"].contains($0.name) }.map(
        \.value)
    }
    #expect(try rest(found) == rest(manifest(new)))
  }

  @Test("The page shows origin and findings of every layer, escaped")
  func page() throws {
    let page = try text("report.html", of: fixture.report())
    try XMLCheck.wellFormed(page)
    for words in [
      "Somebody &lt;and&gt; others", "https://example.org/data", "test &lt;licence&gt;", "6 months",
      "area: 2, power: 3", "EPSG:2154", "sites.csv",
    ] { #expect(page.contains(words), "\(words)") }
    #expect(!page.contains("12.3"), "how long the reading took is not reported")
  }

  @Test("No password reaches a file")
  func credentials() throws {
    var report = timed(
      day: CalendarDay(year: 2026, month: 11, day: 21),
      warnings: ["layer 'a' (https://me:geheim@example.org): is old"])
    var layer = LayerReport(
      declared: LayerSource(
        name: "db", source: "PG:host=db user=me password='geheim oder so' dbname=grid",
        sourceURL: "https://example.org/?token=geheim"))
    report.layers.append(layer)
    // Also where somebody writes the raw source into the report.
    layer.source = "/vsicurl/https://me:geheim@example.org/a.gpkg"
    layer.sourceURL = "https://geheim@example.org"
    report.layers.append(layer)
    report.context.inputs.append(
      .init(role: "layer", path: "WFS:https://example.org/wfs?apikey=geheim", sha256: ""))
    report.context.warnings.append("connections are left off the map: PG:password=geheim: no such host")
    for file in report.files() {
      guard case .bytes(let bytes) = file.content else { continue }
      #expect(!String(decoding: bytes, as: UTF8.self).contains("geheim"), "\(file.name)")
    }
    let sources = try manifest(report)["layers"]?.array?.compactMap { $0["source"]?.string }
    #expect(
      sources == [
        "sites.csv", "PG:host=db user=me password='***' dbname=grid",
        "/vsicurl/https://***@example.org/a.gpkg",
      ])
  }
}
