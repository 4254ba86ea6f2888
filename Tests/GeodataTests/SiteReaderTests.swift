// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata
import Quantities
import Sites
import Testing

@Suite("Reading sites")
struct SiteReaderTests {
  private func read(_ text: String, file: String = "sites.geojson", crs: String? = nil) throws -> SiteTable {
    let folder = try LayerFolder()
    defer { folder.remove() }
    return try SiteReader(declared: folder.layer(file, text, crs: crs)).read().table
  }

  private func findings(_ text: String, file: String = "sites.geojson") throws -> [String] {
    do {
      _ = try read(text, file: file)
      return []
    } catch let failure as InputFailure {
      return failure.findings.map(\.message)
    }
  }

  @Test("Sites come in order of identifier with typed values; absence stays absence")
  func values() throws {
    let table = try read(
      GeoJSON.points([
        (
          "b", 2.35, 48.85,
          #","area_ha":12.5,"owner_country":"FR","power_mw_max":null,"source":"https://example.org/b""#
        ),
        (
          "a", 5.37, 43.3,
          #","area_ha":null,"owner_country":"","power_mw_max":100,"source":"https://example.org/a""#
        ),
      ]))
    #expect(table.ids == ["a", "b"])
    #expect(table.number(.areaHa, row: 1) == 12.5)
    #expect(table.value("area_ha", row: 0).isMissing)
    #expect(table.value("owner_country", row: 0).isMissing)
    #expect(table.number(.powerMaxMW, row: 0) == 100)
    #expect(table.value("power_mw_max", row: 0).basis == .published)
    #expect(table.value("power_mw_max", row: 0).source == "https://example.org/a")
  }

  @Test("A basis column says what the values beside it rest on")
  func basis() throws {
    let table = try read(GeoJSON.points([("a", 2, 48, #","grid_kv":400,"grid_kv_basis":"derived""#)]))
    #expect(table.value("grid_kv", row: 0).basis == .derived)
  }

  @Test("CSV with coordinates is a site source too, and codes keep their zeros")
  func csv() throws {
    let table = try read(
      "id,name,departement,power_mw_max,WKT\nx,Ixe,01,50,POINT (5.2 46.2)\n", file: "sites.csv",
      crs: "EPSG:4326")
    #expect(table.text("departement", row: 0) == "01")
    #expect(table.number(.powerMaxMW, row: 0) == 50)
    #expect((table.positions[0].longitude - 5.2).magnitude < 1e-6)
  }

  @Test("Every site that cannot be used is named, all at once")
  func faults() throws {
    let found = try findings(
      GeoJSON.points([
        ("a", 2, 48, #","power_mw_max":-5"#), ("a", 3, 48, ""), ("", 3, 48, ""),
        ("far", -74, 40.7, ""), ("swapped", 48.85, 2.35, ""), ("bad", 2, 47, #","area_ha":"much""#),
      ]))
    #expect(found.contains { $0.contains("'a'") && $0.contains("power_mw_max is -5") })
    #expect(found.contains { $0.contains("'a' appears more than once") })
    #expect(found.contains { $0.contains("has no 'id'") })
    #expect(found.contains { $0.contains("'far'") && $0.contains("outside France") })
    #expect(found.contains { $0.contains("'swapped'") && $0.contains("outside France") })
    #expect(found.contains { $0.contains("'bad'") && $0.contains("is not a number") })
    #expect(found.count == 6)
  }

  @Test("NaN is no power")
  func notANumber() throws {
    let found = try findings(
      "id,name,power_mw_max,WKT\nx,X,nan,POINT (5.2 46.2)\ny,Y,inf,POINT (5.2 46.2)\n", file: "sites.csv")
    // Without a stated system a CSV has none, and that comes first.
    #expect(found.contains { $0.contains("no coordinate reference system") })
    let folder = try LayerFolder()
    defer { folder.remove() }
    let declared = try folder.layer(
      "sites.csv", "id,name,power_mw_max,WKT\nx,X,nan,POINT (5.2 46.2)\ny,Y,inf,POINT (5.2 46.2)\n",
      crs: "EPSG:4326")
    let failure = #expect(throws: InputFailure.self) { try SiteReader(declared: declared).read() }
    #expect(failure?.findings.count == 2)
  }

  @Test("Lambert-93 coordinates are brought to degrees")
  func projected() throws {
    let table = try read(
      "id,name,WKT\nparis,Paris,POINT (652469.02 6862035.26)\n", file: "sites.csv", crs: "EPSG:2154")
    // Paris town hall, 2.3522 E 48.8566 N, by IGN's own conversion.
    #expect((table.positions[0].longitude - 2.3522).magnitude < 1e-4)
    #expect((table.positions[0].latitude - 48.8566).magnitude < 1e-4)
  }

  @Test("A file that is not there is distinguished from one that cannot be used")
  func missingFile() throws {
    let failure = #expect(throws: InputFailure.self) {
      try SiteReader(declared: LayerSource(name: "sites", source: "no/such/file.geojson")).read()
    }
    #expect(failure?.findings.allSatisfy { $0.kind == .unreadableFile } == true)
  }

  @Test(
    "A CSV with longitude and latitude columns needs only its coordinate system stated; empty cells are missing"
  )
  func csvWithColumns() throws {
    let table = try read(
      "id,name,lon,lat,area_ha,owner_country\nx,X,5.2,46.2,,FR\n", file: "sites.csv", crs: "EPSG:4326")
    #expect((table.positions[0].longitude - 5.2).magnitude < 1e-9)
    #expect((table.positions[0].latitude - 46.2).magnitude < 1e-9)
    #expect(table.value("area_ha", row: 0).isMissing)
    #expect(table.text(.ownerCountry, row: 0) == "FR")
  }
}
