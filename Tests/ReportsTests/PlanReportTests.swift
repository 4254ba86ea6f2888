// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Planning
import Reports
import Sites
import Testing

@testable import Results

@Suite struct PlanReportTests {
  let fixture: PlanFixture

  init() throws { fixture = try PlanFixture() }

  private func bytes(_ file: ResultFile) -> [UInt8]? {
    if case .bytes(let bytes) = file.content { bytes } else { nil }
  }

  @Test func hasEveryPromisedFile() {
    #expect(
      Set(fixture.report().files().map(\.name)) == [
        "plan.json", "designs.json", "sites.geojson", "connections.geojson", "plan.gpkg", "sites.csv",
        "clusters.csv",
        "bom.csv",
        "costs.csv", "constraints.csv", "excluded.csv", "report.html", "manifest.json",
      ])
  }

  @Test func sameInputSameBytes() throws {
    let first = fixture.report().files()
    let again = try PlanFixture().report().files()
    #expect(first.map(\.name) == again.map(\.name))
    for (a, b) in zip(first, again) { #expect(bytes(a) == bytes(b), "\(a.name)") }
  }

  @Test func theManifestNamesInputsVersionsAndFiles() throws {
    let file = try #require(fixture.report().files().first { $0.name == "manifest.json" })
    let manifest = try JSONReader.value(try #require(bytes(file)))
    #expect(manifest["tool"] == ["name": "arpent", "version": "0.1.0"])
    #expect(manifest["libraries"] == ["gdal": "3.6.2", "proj": "9.1.1", "glpk": "5.0"])
    #expect(manifest["seed"]?.int == 7 && manifest["status"]?.string == "gap")
    #expect(manifest["inputs"]?.array?.first?["sha256"]?.string == "0011")
    #expect(manifest["layers"]?.array?.first?["attribution"]?.string == "(c) Nobody & sons")
    #expect(manifest["scenario"]?["effective"]?.string == PlanFixture.context.effectiveScenario)
    #expect(manifest["warnings"]?.array?.count == 2, "the run's and the missing substation's")
    let names = try #require(Manifest.files(of: manifest))
    #expect(names == fixture.report().files().map(\.name).sorted())
  }

  @Test func theManifestSaysWhatChangesMatched() throws {
    func manifest(_ changes: [String]) throws -> JSONValue {
      var context = PlanFixture.context
      context.changes = changes
      let file = try #require(fixture.report(context).files().first { $0.name == "manifest.json" })
      return try JSONReader.value(try #require(bytes(file)))
    }
    #expect(try manifest([])["changes"] == nil)
    let reported = try manifest([
      "--set demand.gpus.2027*=2 changes 1 value: demand.gpus.2027: 9000 -> 18000",
      "--set layers.x.source=\"postgres://me:hush@host/db\" changes 1 value: layers.x.source: nothing -> \"x\"",
    ])
    let changes = try #require(reported["changes"]?.array).compactMap(\.string)
    #expect(changes.count == 2 && changes[0].hasSuffix("9000 -> 18000"))
    #expect(!changes[1].contains("hush") && changes[1].contains("layers.x.source"))
    let names = try #require(reported.members).map(\.name)
    #expect(names.firstIndex(of: "changes") == names.firstIndex(of: "scenario").map { $0 + 1 })
  }

  @Test func theWholeDirectoryIsWrittenAndReplaced() throws {
    let folder = try TemporaryFolder()
    let target = ResultDirectory(folder.file("out"), kind: .plan)
    for _ in 0..<2 {
      try target.check()
      try target.write(fixture.report().files())
      #expect(folder.names("out") == fixture.report().files().map(\.name).sorted())
      #expect(folder.names() == ["out"])
    }
    let plan = try JSONReader.value(try #require(folder.read("out/plan.json")))
    #expect(try PlanFile(plan).placement(in: fixture.problem) == fixture.plan.placement)
  }
}
