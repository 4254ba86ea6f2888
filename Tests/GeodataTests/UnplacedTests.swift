// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("Features without a position")
struct UnplacedTests {
  private let nearest = LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km")))
  private let count = LayerDerivation(.count(CountIndicator(radiusKm: 5, countAttribute: "n")))

  /// Reads a layer beside one site in the middle of France.
  private func read(
    _ name: String, _ text: String, crs: String? = "EPSG:4326", _ derivations: [LayerDerivation]
  ) throws -> SiteTableReader.Reading {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 3, 46.5, "")]))
    let layer = try folder.layer(name, text, derivations: derivations, crs: crs)
    return try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
  }

  @Test(
    "They are reported with their number and ids, and values say that they are bounds",
    arguments: [
      ("t.csv", "n,lon,lat\na,,\nb,3.1,46.5\nc,,\nd,3.05,46.5\n", "feature 1, feature 3"),
      (
        "t.csv", "n,WKT\na,POINT (3\nb,POINT (3.1 46.5)\nc,POINT EMPTY\nd,POINT (3.05 46.5)\n",
        "feature 1, feature 3"
      ),
      (
        "t.geojson",
        GeoJSON.collection([
          #"{"type":"Feature","properties":{},"geometry":null}"#,
          #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[3.1,46.5]}}"#,
          #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[3.05,46.5]}}"#,
          #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[]}}"#,
        ]), "feature 0, feature 3"
      ),
    ])
  func reported(file: String, text: String, names: String) throws {
    let reading = try read(file, text, [nearest, count])
    let report = try #require(reading.reports.last)
    #expect(report.nullGeometries == 2)
    let remark = try #require(report.remarks.first { $0.hasPrefix("2 of 4 features have no position") })
    #expect(remark.contains(names))
    #expect(remark.contains("distances to the nearest are upper bounds"))
    #expect(remark.contains("numbers, lengths and areas around a site are lower bounds"))
    #expect(reading.table.number("n", row: 0) == 1)
    let source = "; at least, since 2 of 4 features have no position"
    #expect(reading.table.column("n")?.values[0].source.hasSuffix(source) == true)
    #expect(reading.table.column("km")?.values[0].source.contains("; at most, since") == true)
    #expect(reading.table.column("km")?.values[0].isUpperBound == true)
    #expect(reading.table.column("n")?.values[0].isUpperBound == false)
  }

  @Test(
    "A cell of coordinates that is no number is refused with its line",
    arguments: [
      ("3.0,NA", "lat = 'NA'"), ("three,46.5", "lon = 'three'"), ("nan,46.5", "lon = 'nan'"),
    ])
  func refused(cells: String, words: String) throws {
    let failure = #expect(throws: InputFailure.self) {
      _ = try read("t.csv", "n,lon,lat\nb,3.1,46.5\na,\(cells)\n", [nearest, count])
    }
    #expect(failure?.description.contains("line 3: \(words)") == true, "\(failure?.description ?? "")")
  }

  @Test("A layer whose features all have one causes no report")
  func none() throws {
    let reading = try read("t.csv", "n,lon,lat\nb,3.1,46.5\n", [nearest, count])
    #expect(reading.reports.last?.remarks == [])
    #expect(reading.table.column("n")?.values[0].source.contains("since") == false)
  }

  @Test("What is said of a layer is said once, however many readings it takes")
  func once() throws {
    let text = "n,lon,lat\na,,\nb,3.1,46.5\n"
    let filtered = LayerDerivation(
      .count(CountIndicator(radiusKm: 5, countAttribute: "m")), filter: "n <> 'z'")
    let reading = try read("t.csv", text, [nearest, filtered])
    #expect(reading.reports.last?.remarks.count == 1)
  }
}
