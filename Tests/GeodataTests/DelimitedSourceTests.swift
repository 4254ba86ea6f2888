// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("CSV files behind layers")
struct DelimitedSourceTests {
  private func sites(_ text: String, _ name: String = "sites.csv", crs: String? = "EPSG:4326") throws
    -> SiteTable
  {
    let folder = try LayerFolder()
    defer { folder.remove() }
    return try SiteReader(declared: folder.layer(name, text, crs: crs)).read().table
  }

  private func findings(_ text: String, _ name: String = "sites.csv") throws -> [String] {
    do {
      _ = try sites(text, name)
      return []
    } catch let failure as InputFailure {
      return failure.findings.map(\.message)
    }
  }

  @Test(
    "A row that is cut, too long or wrongly quoted is refused with its line",
    arguments: [
      ("id,name,lon,lat\nA,a,2,48\nB,b,2.3\n", "line 3: 3 fields where the header has 4"),
      ("id;name;lon;lat\nA;a;2;48;9\n", "line 2: 5 fields where the header has 4"),
      ("id\tname\tlon\tlat\nA\ta\t2\n", "line 2: 3 fields where the header has 4"),
      ("id|name|lon|lat\nA|a|2\n", "line 2: 3 fields where the header has 4"),
      ("id,name,lon,lat\nA,\"a,2,48\nB,b,2.3,48\n", "line 2: the quote that opens this cell is never closed"),
      ("id,name,lon,lat\nA,5\" pipe,2,48\n", "line 2: a quote stands inside a cell"),
    ])
  func ragged(text: String, message: String) throws {
    let found = try findings(text)
    #expect(found.first?.hasPrefix(message) == true, "\(found)")
  }

  @Test("The same file in an archive is refused as well")
  func archive() throws {
    let folder = MemoryFolder()
    try folder.write("id,name,lon,lat\nA,a,2,48\nB,b,2.3\n", as: "sites.zip/sites.csv")
    let declared = LayerSource(
      name: "sites", source: folder.file("sites.zip/sites.csv"), crsOverride: "EPSG:4326")
    let failure = #expect(throws: InputFailure.self) { try SiteReader(declared: declared).read() }
    #expect(failure?.findings.first?.message.hasPrefix("line 3: 3 fields") == true)
  }

  @Test(
    "Every separator, a byte order mark, CRLF and years as headings are read alike",
    arguments: [",", ";", "\t", "|"])
  func separators(separator: String) throws {
    let lines = [["id", "name", "lon", "lat", "2025", "v, u"], ["A", "a", "2.5", "48.5", "7", "x"]]
    let text =
      "\u{FEFF}"
      + lines.map {
        $0.map { $0.contains(separator) ? "\"\($0)\"" : $0 }.joined(separator: separator) + "\r\n"
      }
      .joined()
    let table = try sites(text)
    #expect(table.positions[0] == SiteTable.Position(longitude: 2.5, latitude: 48.5))
    #expect(table.number("2025", row: 0) == 7)
    #expect(table.text("v, u", row: 0) == "x")
  }

  @Test("Two columns of one name are refused, in a site table also those that differ in case alone")
  func repeatedColumns() throws {
    #expect(
      try findings("id,name,lon,lat,v,v\nA,a,2,48,1,2\n") == [
        "columns 5 and 6 are both called 'v'; give one another name"
      ])
    #expect(
      try findings("id,name,lon,lat,v,V\nA,a,2,48,1,2\n") == [
        "columns 'V' and 'v' differ in case alone; give one of them another name"
      ])
  }

  @Test("A key that stands twice in a feature of a GeoJSON file is refused with the feature and the line")
  func repeatedKeys() throws {
    let good =
      #"{"type":"Feature","properties":{"id":"a","name":"v","v":{"v":1}},"geometry":{"type":"Point","coordinates":[2,48]}}"#
    let bad = #"{"type":"Feature","properties":{"id":"b","v":1,"name":"\"v\":","v":2},"geometry":null}"#
    let text = "{\"type\":\"FeatureCollection\",\"features\":[\n\(good),\n\(bad)]}"
    #expect(
      try findings(text, "sites.geojson") == [
        "feature 2 (line 3): the key 'v' stands twice in one object; keep one of them"
      ])
    #expect(
      try findings(text.replacing(bad, with: good.replacing("\"a\"", with: "\"b\"")), "sites.geojson").isEmpty
    )
  }
}
