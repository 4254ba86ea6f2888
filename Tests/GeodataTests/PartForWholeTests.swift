// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("A part is not taken for the whole")
struct PartForWholeTests {
  private static let feature =
    "{\"type\":\"Feature\",\"properties\":{\"numberMatched\":9,\"next\":\"x\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[2,48]}}"

  private func shortfall(_ name: String, _ text: String) throws -> String? {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2, 48, "")]))
    let layer = try folder.layer(
      name, text, derivations: [LayerDerivation(.count(CountIndicator(radiusKm: 10, countAttribute: "n")))])
    do {
      _ = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
      return nil
    } catch let failure as InputFailure {
      return failure.description
    }
  }

  @Test(
    "GeoJSON that says that there is more is refused, with how many of how many",
    arguments: [
      ("\"numberMatched\":25,\"numberReturned\":1", "1 of 25"), ("\"totalFeatures\" : \"25\"", "1 of 25"),
      ("\"context\":{\"limit\":1,\"matched\": 25,\"returned\":1}", "1 of 25"),
      ("\"meta\" : { \"page\":1, \"total\":25 }", "1 of 25"),
      ("\"total_count\":2", "1 of 2"), ("\"exceededTransferLimit\":true", "exceededTransferLimit"),
      ("\"properties\": {\"exceededTransferLimit\" : true}", "exceededTransferLimit"),
      ("\"links\":[{\"href\":\"x\"},{\"rel\" : \"next\",\"href\":\"http://h/2\"}]", "in links"),
      ("\"next\":\"http://h/2\"", "in next"),
    ])
  func more(member: String, words: String) throws {
    let features = "\"features\":[\(Self.feature)]"
    for members in ["\(member),\(features)", "\(features),\(member)"] {
      let text = "{\"type\":\"FeatureCollection\",\(members)}"
      let found = try #require(try shortfall("p.geojson", text))
      #expect(found.contains(words) && found.contains("not the whole"), "\(found)")
    }
  }

  @Test(
    "GeoJSON that says that it is all is taken, whatever its properties are called",
    arguments: [
      "\"context\":{\"matched\":1,\"returned\":1}", "\"meta\":{\"total\":null}", "\"numberMatched\":1",
      "\"totalFeatures\":\"unknown\"", "\"links\":[{\"rel\":\"self\"}]",
      "\"next\":null",
      "\"exceededTransferLimit\":false", "\"name\":\"a \\\"links\\\":[{\\\"rel\\\":\\\"next\\\"}]\"",
    ])
  func whole(member: String) throws {
    #expect(
      try shortfall("p.geojson", "{\"type\":\"FeatureCollection\",\(member),\"features\":[\(Self.feature)]}")
        == nil)
  }

  @Test("What says that there is more is found behind any length of other members")
  func longMembers() throws {
    let long = String(repeating: "x", count: 70_000)
    for member in [
      "\"links\":[{\"rel\":\"self\",\"href\":\"\(long)\"},{\"rel\":\"next\",\"href\":\"http://h/2\"}]",
      "\"properties\":{\"note\":\"\(long)\",\"exceededTransferLimit\":true}",
      "\"note\":\"\(long)\",\"numberMatched\":25",
    ] {
      let text = "{\"type\":\"FeatureCollection\",\(member),\"features\":[\(Self.feature)]}"
      #expect(try shortfall("p.geojson", text)?.contains("not the whole") == true)
    }
  }

  @Test("A member that is too long to keep is reported, where it could say that there is more")
  func tooLongMembers() {
    func shortfall(_ key: String, _ bytes: Int) -> String? {
      var outline = JSONOutline()
      outline.valueLimit = 100
      // Two quotes are kept with the text.
      let text = "{\"\(key)\":\"\(String(repeating: "x", count: bytes - 2))\",\"features\":[]}"
      Array(text.utf8).withUnsafeBufferPointer { outline.add($0) }
      return outline.shortfall(isPagedByDriver: false)
    }
    #expect(shortfall("links", 100) == nil)
    #expect(shortfall("links", 101)?.contains("a member 'links' of more than 100 bytes") == true)
    #expect(shortfall("note", 1_000) == nil)
  }

  @Test("ESRI JSON whose limit was exceeded is refused")
  func esri() throws {
    let text = """
      {"geometryType":"esriGeometryPoint","spatialReference":{"wkid":4326},"fields":[{"name":"a","type":"esriFieldTypeInteger"}],\
      "exceededTransferLimit":true,"features":[{"attributes":{"a":1},"geometry":{"x":2,"y":48}}]}
      """
    #expect(
      try shortfall("p.json", text)?.contains("holds 1 features and says that the service has more") == true)
    #expect(try shortfall("p.json", text.replacing("\"exceededTransferLimit\":true,", with: "")) == nil)
  }

  @Test("A saved page of a feature service is refused")
  func gml() throws {
    func text(_ attributes: String) -> String {
      """
      <?xml version="1.0"?><wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" \
      xmlns:n="http://n" \(attributes)><wfs:member><n:a gml:id="a.1"><n:g><gml:Point srsName="EPSG:2154"><gml:pos>650000 6860000</gml:pos>\
      </gml:Point></n:g></n:a></wfs:member></wfs:FeatureCollection>
      """
    }
    #expect(
      try shortfall("p.gml", text("numberMatched=\"25\" numberReturned=\"1\""))?.contains("1 of 25") == true)
    #expect(
      try shortfall("p.gml", text("numberMatched='unknown' next='http://h?startIndex=1'"))?.contains(
        "in next") == true)
    #expect(try shortfall("p.gml", text("numberMatched=\"1\" numberReturned=\"1\"")) == nil)
  }

  @Test("An answer that Overpass broke off is refused")
  func overpass() throws {
    func text(_ end: String) -> String {
      "<?xml version='1.0'?><osm version='0.6'><node id='1' lat='48' lon='2'><tag k='name' v='x'/></node>\(end)</osm>"
    }
    let remark = "<remark> runtime error: Query timed out in \"query\" at line 1 after 26 seconds. </remark>"
    let found = try shortfall("p.osm", text(remark))
    #expect(found?.contains("Query timed out") == true)
    // Without it there are several layers to choose from, which is another matter.
    #expect(try shortfall("p.osm", text(""))?.contains("part") != true)
  }

  @Test("A ring that stands alone in KML is a line, for inspect and for indicators")
  func loneRing() throws {
    let text = """
      <?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>r</name><LinearRing><coordinates>\
      2,48 2.1,48 2.1,48.1 2,48</coordinates></LinearRing></Placemark></Document></kml>
      """
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2, 48, "")]))
    let layer = try folder.layer(
      "r.kml", text, derivations: [LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km")))])
    let found = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
    #expect(found.table.number("km", row: 0) == 0)
    #expect(try SourceSummary.read(layer.source).layers[0].geometries.map(\.type) == ["LineString"])
  }
}
