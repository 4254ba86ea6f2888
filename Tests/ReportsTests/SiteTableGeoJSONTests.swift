// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import GDAL
import Quantities
import Results
import Sites
import Testing
import Views

@Suite("The site table as files")
struct SiteTableGeoJSONTests {
  let table: SiteTable

  init() throws {
    table = try PlanFixture.sites()
  }

  private func features(_ text: String) throws -> [JSONValue] {
    let root = try JSONReader.value(text)
    #expect(root["type"]?.string == "FeatureCollection" && root["crs"] == nil)
    return try #require(root["features"]?.array)
  }

  @Test(
    "Every site is a point with flat properties, missing ones null, and a basis where planning reads the value"
  )
  func standard() throws {
    var table = table
    try table.set(column("flood_share", [0.25, nil, 0, 1, nil, 0.5]))
    let features = try features(SiteTableGeoJSON.text(table, rows: Array(0..<table.count)))
    #expect(features.compactMap { $0["id"]?.string } == table.ids)
    for (row, feature) in features.enumerated() {
      #expect(feature["geometry"]?["type"]?.string == "Point")
      let place = try #require(feature["geometry"]?["coordinates"]?.array)
      #expect(abs((place[0].double ?? 0) - table.positions[row].longitude) <= 0.51e-7)
      #expect(abs((place[1].double ?? 0) - table.positions[row].latitude) <= 0.51e-7)
      let properties = try #require(feature["properties"]?.members)
      #expect(properties.allSatisfy { $0.value.members == nil && $0.value.array == nil })
      #expect(Set(properties.map(\.name)).count == properties.count)
    }
    let first = try #require(features[0]["properties"])
    #expect(first["id"]?.string == "alpha" && first["name"]?.string == PlanFixture.hostileName)
    #expect(first["power_mw_max"]?.double == 120 && first["power_mw_max_basis"]?.string == "published")
    #expect(first["connection_year_basis"]?.string == "estimated")
    #expect(first["flood_share"]?.double == 0.25 && first["flood_share_basis"] == nil)
    let echo = try #require(features[4]["properties"])
    #expect(echo["owner_country"]?.isNull == true && echo["owner_country_basis"]?.isNull == true)
    #expect(echo["flood_share"]?.isNull == true)
  }

  @Test("GDAL reads the same values")
  func readBack() throws {
    let folder = MemoryFolder()
    let path = try folder.write(
      SiteTableGeoJSON.text(table, rows: Array(0..<table.count)), as: "sites.geojson")
    try Dataset.withOpen(path) { dataset in
      let layer = try dataset.layer()
      #expect(layer.geometryType == .point && layer.spatialReference?.authorityCode == "EPSG:4326")
      for (row, feature) in try layer.features().enumerated() {
        #expect(feature["id"]?.text == table.ids[row])
        #expect(feature["power_mw_max"]?.number == table.number(.powerMaxMW, row: row))
        #expect(feature["region_name"]?.text == table.text(.regionName, row: row))
      }
    }
  }

  @Test("Rows and attributes can be chosen, in an order of one's own")
  func chosen() throws {
    let text = SiteTableGeoJSON.text(table, rows: [3, 1], attributes: ["region_name", "area_ha", "nothing"])
    let features = try features(text)
    #expect(features.compactMap { $0["id"]?.string } == ["delta", "bravo"])
    #expect(
      features[0]["properties"]?.members?.map(\.name)
        == ["id", "name", "region_name", "region_name_basis", "area_ha", "area_ha_basis"])
    #expect(try self.features(SiteTableGeoJSON.text(table, rows: [])).isEmpty)
  }

  @Test("No two columns of a file have the same name, whatever the fields of the site source are called")
  func names() throws {
    var table = try SiteTable(sites: [("a", "A", .init(longitude: 2, latitude: 48))])
    for name in [
      "id", "name", "longitude", "area_ha", "area_ha_basis", "note_basis", "flood", "flood_basis", "id_",
    ] {
      try table.set(column(name, [1]))
    }
    func heads(_ basis: SiteAttributeTable.BasisColumns) -> [String] {
      SiteAttributeTable(table: table, basis: basis).table(rows: [0], withPosition: true).columns.map(\.name)
    }
    for basis in [SiteAttributeTable.BasisColumns.all, .planningAttributes] {
      let names = heads(basis)
      #expect(Set(names).count == names.count, "\(names)")
      #expect(names.contains("note_basis"))
    }
    #expect(heads(.all).filter { $0.hasPrefix("flood") } == ["flood", "flood_basis"])
    #expect(heads(.planningAttributes).filter { $0.hasPrefix("area") } == ["area_ha", "area_ha_basis"])
    let members = try #require(
      try features(SiteTableGeoJSON.text(table, rows: [0]))[0]["properties"]?.members)
    #expect(
      members.first { $0.name == "area_ha_basis" }?.value.string == "derived", "what the value says itself")
  }

  @Test("A table of one's own attributes marks what is not published")
  func terminal() throws {
    let lines = SiteTableText.text(table, attributes: ["pue", "region_name", "owner_country"]).split(
      separator: "\n")
    #expect(lines.count == table.count + 2)
    #expect(
      lines[0].split(separator: " ").map(String.init) == [
        "id", "name", "pue", "region_name", "owner_country",
      ])
    #expect(lines[2].contains("1.1*") && lines[2].contains("Nord*") && lines[2].hasSuffix("FR"))
    #expect(lines[6].hasSuffix("-"))
  }

  private func column(_ name: String, _ numbers: [Double?]) -> SiteTable.Column {
    SiteTable.Column(
      name: name, unit: "",
      values: numbers.map { number in
        number.map { SiteValue(.number($0), basis: .derived, source: "test") } ?? .missing("none")
      })
  }
}
