// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import GDAL
import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("Texts and numbers of sources that are not what they seem")
struct SourceTextTests {
  private func reading(
    _ folder: LayerFolder, _ name: String, bytes: [UInt8], field: String = "n",
    options: [String: String] = [:]
  ) throws -> SiteTableReader.Reading {
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2, 48, "")]))
    var layer = try folder.layer(
      name, "",
      derivations: [
        LayerDerivation(
          .nearest(
            NearestIndicator(
              distanceAttribute: "km", fields: [FieldMapping(field: field, attribute: "found")])))
      ], crs: "EPSG:4326")
    try Data(bytes).write(to: URL(filePath: layer.source))
    layer.openOptions = options
    return try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
  }

  @Test("Texts that are not UTF-8 are reported, and read once their encoding is stated")
  func latin1() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let bytes = Array("n,lon,lat\n".utf8) + [0xCE] + Array("le,2,48\n".utf8)
    let found = try reading(folder, "p.csv", bytes: bytes)
    #expect(found.reports[1].remarks.count == 1)
    #expect(found.reports[1].remarks[0].contains("field 'n': 1 text is not UTF-8"))
    #expect(found.reports[1].remarks[0].contains("open_options = { ENCODING ="))
    let stated = try reading(folder, "p.csv", bytes: bytes, options: ["ENCODING": "CP1252"])
    #expect(stated.table.text("found", row: 0) == "Île")
    #expect(stated.reports[1].remarks == [])
    let failure = #expect(throws: InputFailure.self) {
      _ = try reading(folder, "p.csv", bytes: bytes, options: ["ENCODING": "LATIN-NINE"])
    }
    #expect(failure?.description.contains("no known encoding") == true)
  }

  @Test("Names of fields that are not UTF-8 can be used once their encoding is stated")
  func fieldNames() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let bytes = [UInt8(ascii: "n"), 0xE9] + Array(",other,lon,lat\nx,y,2,48\n".utf8)
    let found = try reading(folder, "p.csv", bytes: bytes, field: "né", options: ["ENCODING": "ISO-8859-1"])
    #expect(found.table.text("found", row: 0) == "x")
  }

  @Test(
    "UTF-8 that was read as another encoding is reported", arguments: ["ÃŽle", "CÃ´te dâ€™Azur", "Ã‰vry"])
  func garbled(text: String) throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let found = try reading(folder, "p.csv", bytes: Array("n,lon,lat\n\(text),2,48\n".utf8))
    #expect(found.reports[1].remarks.first?.contains("looks like UTF-8 that was read as another") == true)
  }

  @Test("Right texts are no cause for remarks", arguments: ["Île", "Ærø", "É", "naïve “x”", "Łódź", "½ ÃO"])
  func plain(text: String) throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let found = try reading(folder, "p.csv", bytes: Array("n,lon,lat\n\(text),2,48\n".utf8))
    #expect(found.reports[1].remarks == [])
    #expect(found.table.text("found", row: 0) == text)
  }

  @Test(
    "Whole numbers that no calculation can tell from their neighbours are reported",
    arguments: [("9007199254740993", "beyond 9,007,199,254,740,992"), ("99999999999999999999", "64 bits")])
  func wideNumbers(number: String, words: String) throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let text = """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":\(number)},\
      "geometry":{"type":"Point","coordinates":[2,48]}}]}
      """
    let found = try reading(folder, "p.geojson", bytes: Array(text.utf8))
    #expect(found.reports[1].remarks.contains { $0.contains(words) }, "\(found.reports[1].remarks)")
  }

  @Test(
    "An open option that the driver does not have is refused with the nearest that it has",
    arguments: [
      ("p.csv", ["KEEP_GEOM_COLUMN": "NO"], "KEEP_GEOM_COLUMNS?"),
      ("p.csv", ["HEADER": "YES"], "did you mean HEADERS?"),
      ("p.csv", ["XYZ_QWERTY": "1"], "it takes ENCODING"),
    ])
  func options(name: String, options: [String: String], words: String) throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let failure = #expect(throws: InputFailure.self) {
      _ = try reading(folder, name, bytes: Array("n,lon,lat\nx,2,48\n".utf8), options: options)
    }
    #expect(failure?.description.contains(words) == true, "\(failure?.description ?? "")")
  }

  @Test("Ids and names lose blanks at their ends, with a word; two ids that differ by them alone are one")
  func blanks() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer(
      "s.csv", "id,name,lon,lat\nA\u{A0},One ,2,48\n B,Two,2.1,48\n", crs: "EPSG:4326")
    let (table, report) = try SiteReader(declared: sites).read()
    #expect(table.ids == ["A", "B"])
    #expect(table.names == ["One", "Two"])
    #expect(report.remarks.first?.contains("3 ids or names begin or end with blanks") == true)
    let twice = try folder.layer(
      "t.csv", "id,name,lon,lat\nA,One,2,48\n\"A \",Two,2.1,48\n", crs: "EPSG:4326")
    let failure = #expect(throws: InputFailure.self) { _ = try SiteReader(declared: twice).read() }
    #expect(failure?.description.contains("'A' appears more than once") == true)
  }

  @Test("-9999 in a field is reported unless it is named; named it counts as missing")
  func noDataInFields() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2, 48, "")]))
    let points = GeoJSON.points([
      ("p", 2, 48, ",\"mw\":-9999"), ("q", 2, 48, ",\"mw\":12.5"), ("r", 2, 48, ",\"mw\":30"),
    ])
    var layer = try folder.layer(
      "p.geojson", points,
      derivations: [
        LayerDerivation(
          .count(
            CountIndicator(
              radiusKm: 10, countAttribute: "n",
              sums: [FieldMapping(field: "mw", attribute: "mw", unit: "MW")])))
      ])
    let found = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
    #expect(found.reports[1].remarks.contains { $0.contains("1 of 3 features read hold -9999") })
    layer.noData = -9999
    let stated = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
    #expect(stated.table.number("mw", row: 0) == 42.5)
    #expect(!stated.reports[1].remarks.contains { $0.contains("-9999") })
  }
}
