// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import GDAL
import Planning
import Sites
import Testing

@testable import Exports
@testable import Results

@Suite struct GeoPackageTests {
  let fixture: PlanFixture

  init() throws { fixture = try PlanFixture() }

  private func write(_ plan: Plan, in folder: MemoryFolder, as name: String = "plan.gpkg") throws -> String {
    let path = folder.file(name)
    try PlanGeoPackage.write(plan, substations: PlanFixture.context.substations, to: path)
    return path
  }

  @Test func holdsLayersTablesAndStyles() throws {
    let folder = MemoryFolder()
    let path = try write(fixture.plan, in: folder)
    try Dataset.withOpen(path) { dataset in
      let names = try dataset.layers().map(\.name)
      #expect(
        names == [
          "sites", "connections", "clusters", "bom", "costs", "constraints", "excluded", "layer_styles",
        ])
      let sites = try dataset.layer(named: "sites")
      #expect(sites.geometryType == .point)
      let features = try sites.features()
      #expect(features.map { $0["id"]?.text } == fixture.table.ids.map { Optional($0) })
      #expect(features.map { $0["name"]?.text } == fixture.plan.sites.map { Optional($0.name) })
      #expect(features.map { $0["gpus"]?.wholeNumber } == fixture.plan.sites.map { Int64($0.gpus) })
      #expect(features[4]["pue"]?.isMissing == true)
      let place = try #require(try features[3].geometry?.coordinate())
      #expect(place == Coordinate(x: 2.0, y: 48.5))
      let connections = try dataset.layer(named: "connections").features()
      #expect(connections.count == 2)
      #expect(connections[0].geometry != nil && connections[1].geometry == nil)
      for table in PlanTables.all(fixture.plan) where table.name != "sites" {
        #expect(try dataset.layer(named: table.name).count() == table.rows.count, "\(table.name)")
      }
    }
  }

  @Test func stylesAreDefaultsOfTheirLayersAndWellFormed() throws {
    let folder = MemoryFolder()
    let path = try write(fixture.plan, in: folder)
    try Dataset.withOpen(path) { dataset in
      let styles = try dataset.layer(named: "layer_styles").features()
      #expect(styles.map { $0["f_table_name"]?.text } == ["sites", "connections"])
      for style in styles {
        let table = try #require(style["f_table_name"]?.text)
        let column = try dataset.layer(named: table).geometryColumn
        #expect(style["f_geometry_column"]?.text == column)
        #expect(style["useAsDefault"]?.number == 1)
        let qml = try #require(style["styleQML"]?.text)
        try XMLCheck.wellFormed(String(qml.drop { $0 != "\n" }))
        #expect(qml.contains("categorizedSymbol"))
      }
      let statuses = Set(try dataset.layer(named: "sites").features().compactMap { $0["status"]?.text })
      for status in statuses {
        #expect(styles[0]["styleQML"]?.text?.contains("value=\"\(status)\"") == true)
      }
    }
  }

  @Test func samePlanSameBytes() throws {
    let folder = MemoryFolder()
    let first = try VirtualFile.read(try write(fixture.plan, in: folder, as: "a.gpkg"))
    let again = try VirtualFile.read(try write(try PlanFixture().plan, in: folder, as: "b.gpkg"))
    #expect(first == again)
    let other = try PlanFixture(blocks: [[4, 15], [0, 2]]).plan
    #expect(try VirtualFile.read(try write(other, in: folder, as: "c.gpkg")) != first)
  }

  @Test func anEmptyPlanIsStillAFile() throws {
    let folder = MemoryFolder()
    let path = try write(try fixture.infeasible(nil), in: folder)
    try Dataset.withOpen(path) { dataset in
      let sites = try dataset.layer(named: "sites").count()
      let connections = try dataset.layer(named: "connections").count()
      #expect(sites == 6 && connections == 0)
    }
  }

  @Test func aFolderThatIsNotThereIsAnError() {
    #expect(throws: GDALError.self) {
      try PlanGeoPackage.write(fixture.plan, substations: [], to: "/nonexistent-folder/plan.gpkg")
    }
  }
}
