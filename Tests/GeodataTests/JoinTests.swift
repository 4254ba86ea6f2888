// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("Join")
struct JoinTests {
  private func read(_ rows: String, keys: [String], filter: String? = nil) throws -> SiteTableReader.Reading {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let lines = keys.enumerated().map { "s\($0),S,\($1),2.\($0),48\n" }.joined()
    let sites = try folder.layer("sites.csv", "id,name,insee,lon,lat\n" + lines, crs: "EPSG:4326")
    let layer = try folder.layer(
      "communes.csv", rows,
      derivations: [
        LayerDerivation(
          .join(
            JoinIndicator(
              siteKey: "insee", layerKey: "code",
              fields: [
                FieldMapping(field: "people", attribute: "inhabitants", unit: "people"),
                FieldMapping(field: "title", attribute: "commune"),
              ])), filter: filter)
      ])
    return try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
  }

  @Test("Fields come from the row with the same key; a key that is not there is in the reason")
  func byHand() throws {
    let reading = try read(
      "code,people,title\n01001,800,Abergement\n75056,2100000,Paris\n", keys: ["75056", "01001", "99999", ""])
    let table = reading.table
    #expect(table.number("inhabitants", row: 0) == 2_100_000)
    #expect(table.text("commune", row: 0) == "Paris")
    #expect(table.text("commune", row: 1) == "Abergement")
    #expect(table.value("commune", row: 2) == .missing("no row with code '99999' in communes.csv"))
    #expect(table.value("commune", row: 3) == .missing("the site has no insee to look up"))
    #expect(table.value("commune", row: 0).basis == .derived)
    #expect(reading.reports[1].crsMeasured.isEmpty)
  }

  @Test(
    "Two rows with a key that a site asks for are a finding that names both; with one that none asks for they are not"
  )
  func duplicates() throws {
    let rows = "code,people,title\n1,8,x\n2,9,y\n2,10,z\n3,1,u\n3,1,v\n"
    let failure = #expect(throws: InputFailure.self) { try read(rows, keys: ["2", "1"]) }
    let message = try #require(failure?.findings.first?.message)
    #expect(failure?.findings.count == 1)
    #expect(message.contains("feature 2 and feature 3 have the same code '2'"))
    #expect(try read(rows, keys: ["1"]).table.text("commune", row: 0) == "x")
    #expect(try read(rows, keys: ["2"], filter: "people = '9'").table.text("commune", row: 0) == "y")
  }

  @Test("A key of whole numbers meets the same digits as text, and leading zeros count")
  func numbers() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer(
      "sites.geojson", GeoJSON.points([("a", 2, 48, #","insee":75056"#), ("b", 2, 48, #","insee":1"#)]))
    let layer = try folder.layer(
      "communes.csv", "code,title\n75056,Paris\n01,Ain\n",
      derivations: [
        LayerDerivation(
          .join(
            JoinIndicator(
              siteKey: "insee", layerKey: "code", fields: [FieldMapping(field: "title", attribute: "commune")]
            )))
      ])
    let table = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read().table
    #expect(table.text("commune", row: 0) == "Paris")
    #expect(table.value("commune", row: 1).isMissing)
  }

  @Test("A join that matches nothing though keys are all but the same is refused with them")
  func nearKeys() throws {
    let failure = #expect(throws: InputFailure.self) {
      try read("code,people,title\n1004,1,a\n2a004,2,b\n75056 ,3,c\n", keys: ["01004", "2A004", "75056"])
    }
    let message = try #require(failure?.findings.first?.message)
    #expect(message.contains("'1004' for '01004' (leading zero)"))
    #expect(message.contains("'2a004' for '2A004' (case)"))
    #expect(message.contains("'75056 ' for '75056' (blanks)"))
  }

  @Test("Sites that find no row are reported, with the nearest key; so are sites without a key")
  func someMissed() throws {
    let rows = "code,people,title\n1004,1,a\n75056,3,c\n"
    #expect(
      try read(rows, keys: ["01004", "75056", "75056"]).reports[1].remarks == [
        "1 of 3 sites finds no row, for example s0: '01004'; nearest keys: '1004' for '01004' (leading zero)"
      ])
    #expect(
      try read(rows, keys: ["99999", "88888", ""]).reports[1].remarks == [
        "1 of 3 sites have no insee to look up",
        "no site finds a row with its insee, for example s0: '99999'",
      ])
    #expect(try read(rows, keys: ["75056"]).reports[1].remarks.isEmpty)
  }

  @Test("A table without any row, and one without the key, are findings")
  func faults() throws {
    #expect(throws: InputFailure.self) { try read("code,people,title\n", keys: ["1"]) }
    let failure = #expect(throws: InputFailure.self) { try read("kode,people,title\n1,2,3\n", keys: ["1"]) }
    #expect(failure?.findings.first?.message.contains("has no field 'code'; did you mean 'kode'?") == true)
  }
}
