// SPDX-License-Identifier: GPL-3.0-or-later

import Sites
import Testing

@testable import Geodata

@Suite("Reference systems used where they are made for")
struct AreaOfUseTests {
  private let nearest = LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km")))

  /// Reads a layer of one point beside a site at Paris.
  private func read(_ x: Double, _ y: Double, crs: String, more: String = "") throws
    -> SiteTableReader.Reading
  {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2.35, 48.85, "")]))
    let layer = try folder.layer(
      "t.csv", "n,x,y\na,\(x),\(y)\n\(more)", derivations: [nearest], crs: crs)
    return try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
  }

  private func finding(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch { return "\(error)" }
  }

  @Test("The right zone is read without a word")
  func right() throws {
    for (x, y, crs) in [
      (1_652_300.2, 8_183_524.4, "EPSG:3949"), (600_990.3, 127_726.5, "EPSG:27561"),
      (452_314.9, 5_410_984.9, "EPSG:32631"),
    ] {
      let reading = try read(x, y, crs: crs)
      #expect(try #require(reading.table.number("km", row: 0)) < 1)
      #expect(reading.reports.last?.remarks == [])
    }
  }

  @Test("The zone beside it is refused where the coordinates leave its area, else reported for its distance")
  func beside() throws {
    let words = finding { _ = try read(1_652_300.2, 8_183_524.4, crs: "EPSG:3948") }
    #expect(words.contains("all of its 1 feature lie outside the area for which"), "\(words)")
    #expect(words.contains("EPSG:3948") && words.contains("47 N to 49 N"))
    for (x, y, crs) in [(600_990.3, 127_726.5, "EPSG:27562"), (452_314.9, 5_410_984.9, "EPSG:32632")] {
      let reading = try read(x, y, crs: crs)
      #expect(
        reading.reports.last?.remarks.first?.contains("nothing in it comes within 100 km of any site") == true
      )
    }
  }

  @Test("Features partly outside the area are reported with their number")
  func partly() throws {
    // The second one lies in Lambert-93, but far out in the Atlantic.
    let reading = try read(652_000, 6_862_000, crs: "EPSG:2154", more: "b,-600000,6862000\n")
    let remark = try #require(reading.reports.last?.remarks.first)
    #expect(remark.hasPrefix("1 of 2 features lie up to"), "\(remark)")
  }

  @Test("Sites of another zone are refused, too")
  func sites() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("s.csv", "id,name,x,y\na,A,1652300.2,8183524.4\n", crs: "EPSG:3948")
    let words = finding { _ = try SiteReader(declared: sites).read() }
    #expect(words.contains("all of its 1 site lie outside the area"), "\(words)")
  }

  @Test(
    "A crs member of a GeoJSON file that nobody knows is refused, wherever it stands; crs of the planner goes before it",
    arguments: [
      #"{"type":"name","properties":{"name":"EPSG:999999"}}"#,
      #"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::999999"}}"#,
      #"{"type":"name","properties":{"name":"Lambert-nowhere"}}"#, #"{"type":"name"}"#, "\"EPSG:2154\"",
      "null",
      #"{"type":"link","properties":{"href":"crs.proj"}}"#,
    ])
  func unknown(crs: String) throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let features =
      #""features":[{"type":"Feature","properties":{"crs":"x"},"geometry":{"type":"Point","coordinates":[2.3,48.8]}}]"#
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2.35, 48.85, "")]))
    for text in [
      "{\"type\":\"FeatureCollection\",\"crs\":\(crs),\(features)}",
      "{\"type\":\"FeatureCollection\",\(features),\n  \"crs\" : \(crs) \n}\n",
    ] {
      var layer = try folder.layer("t.geojson", text, derivations: [nearest])
      let reader = { (layer: LayerSource) in
        _ = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
      }
      #expect(
        finding { try reader(layer) }.contains("state it with crs")
          || finding { try reader(layer) }.contains("state the right one with crs"))
      layer.crsOverride = "EPSG:4326"
      #expect(finding { try reader(layer) } == "")
    }
  }

  @Test(
    "A crs member that is known is taken",
    arguments: [
      #"{"type":"name","properties":{"name":"EPSG:4326"}}"#,
      #"{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#,
      #"{"type":"EPSG","properties":{"code":4326}}"#,
    ])
  func known(crs: String) throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let text =
      "{\"type\":\"FeatureCollection\",\"crs\":\(crs),\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[2.3,48.8]}}]}"
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2.35, 48.85, "")]))
    let layer = try folder.layer("t.geojson", text, derivations: [nearest])
    let reading = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
    #expect(try #require(reading.table.number("km", row: 0)) < 10)
  }
}
