// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import GDAL
import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("Sources as tables, maps and parts")
struct SourceFormatTests {
  private let nearest = LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km")))

  @Test(
    "A CSV holds coordinates in columns of the usual names, or geometries as text, with commas or semicolons",
    arguments: [
      "v,lon,lat\n1,2,48\n", "v;long;latitude\n1;2;48\n", "v,X,Y\n1,2,48\n", "v,x,y\n1,2,48\n",
      "v,geometry\n1,POINT (2 48)\n", "v;geom\n1;POINT (2 48)\n", "v,wkt\n1,POINT (2 48)\n",
      "v\tlongitude\tlat\n1\t2\t48\n",
    ])
  func tables(text: String) throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2, 48, "")]))
    let layer = try folder.layer("p.csv", text, derivations: [nearest], crs: "EPSG:4326")
    let table = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read().table
    #expect(table.number("km", row: 0) == 0)
  }

  @Test("Open options name other columns, and win over the usual names")
  func options() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2, 48, "")]))
    var layer = try folder.layer(
      "p.csv", "east,north,lon,lat\n2,48,9,9\n", derivations: [nearest], crs: "EPSG:4326")
    layer.openOptions = ["X_POSSIBLE_NAMES": "east", "y_possible_names": "north"]
    let table = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read().table
    #expect(table.number("km", row: 0) == 0)
    layer.source = sites.source
    layer.openOptions = ["NO_SUCH_OPTION": "1"]
    _ = try? SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
  }

  @Test("An OpenStreetMap file gives one of its layers, however many features the others have")
  func openStreetMap() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    var text = "<?xml version='1.0'?><osm version='0.6'>"
    let posts = 15_000
    for node in 1...posts {
      let (east, north) = (2 + Double(node % 150) / 100, 47 + Double(node / 150) / 100)
      text +=
        "<node id='\(node)' lat='\(north)' lon='\(east)'><tag k='power' v='tower'/><tag k='name' v='n\(node)'/></node>"
    }
    for way in 0..<12_000 {
      text +=
        "<way id='\(way + 1)'><nd ref='\(way + 1)'/><nd ref='\(way + 2)'/><tag k='highway' v='path'/></way>"
    }
    // A closed way becomes a polygon.
    text +=
      "<way id='99999'><nd ref='1'/><nd ref='2'/><nd ref='160'/><nd ref='1'/><tag k='building' v='yes'/></way></osm>"
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2.01, 46.5, "")]))
    for (name, count) in [("points", posts), ("lines", 12_000), ("multipolygons", 1)] {
      var layer = try folder.layer("map.osm", text, derivations: [nearest])
      layer.layer = name
      let reading = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
      #expect(reading.reports[1].featuresRead == count, "\(name)")
      #expect(reading.reports[1].driver == "OSM")
      let found = try #require(reading.table.number("km", row: 0))
      #expect((found - 55.6).magnitude < 0.2)
    }
  }

  @Test(
    "The digest of several files is that of their sorted list; a changed part changes it, another folder does not"
  )
  func digests() throws {
    func digest(_ table: String?) throws -> (String, String) {
      let folder = try LayerFolder()
      defer { folder.remove() }
      let layer = try Files.layer(folder, "p.shp", "shp", [("POINT (1 1)", 5)], derivations: [nearest])
      if let table {
        try Data(table.utf8).write(to: URL(filePath: "\(folder.path)/p.cpg"))
      }
      let sites = try folder.layer("sites.csv", Plane.sites([Plane.point(0, 0)]), crs: "EPSG:2154")
      let report = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read().reports[1]
      let names = ["p.cpg", "p.dbf", "p.prj", "p.shp", "p.shx"]
      let lines = names.map { "\(SourceFile.digest(of: "\(folder.path)/\($0)"))  \($0)\n" }.joined()
      #expect(report.sha256 == SHA256.hexDigest(of: Array(lines.utf8)))
      #expect(SourceFile.datasetDigest(of: layer.source) == report.sha256)
      return (report.sha256, SourceFile.digest(of: "\(folder.path)/p.shp"))
    }
    let first = try digest("UTF-8")
    #expect(try digest("UTF-8") == first)
    #expect(try digest("ISO-8859-1").0 != first.0)
    #expect(first.0.count == 64 && first.0 != first.1)
  }

  @Test("One file has its own digest; an archive member and a file that is not there have none")
  func oneFile() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let layer = try folder.layer("abc.txt", "abc")
    #expect(SourceFile.datasetDigest(of: layer.source) == SHA256.hexDigest(of: Array("abc".utf8)))
    #expect(SourceFile.datasetDigest(of: "/vsizip/none.zip/a.shp").isEmpty)
    #expect(SourceFile.datasetDigest(of: "\(folder.path)/none").isEmpty)
  }

  @Test(
    "Bytes taken in pieces of any length give the same digest as all at once",
    arguments: [1, 7, 63, 64, 65, 1_000])
  func pieces(length: Int) {
    let bytes = (0..<4_321).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var hash = SHA256()
    for start in stride(from: 0, to: bytes.count, by: length) {
      hash.update(bytes[start..<min(bytes.count, start + length)])
    }
    #expect(hash.hexDigest() == SHA256.hexDigest(of: bytes))
  }
}

@Suite("Nine significant digits")
struct SignificantDigitsTests {
  @Test(
    "Rounds to the nearest number of nine digits, whatever its size",
    arguments: [
      (123.4567891234, 123.456789), (0.000123456789123, 0.000123456789), (-98.76543215, -98.7654322),
      (1_234_567_891.4, 1_234_567_890), (9.999999999, 10), (0, 0), (1, 1), (0.1, 0.1),
      (99.99999994, 99.9999999),
      (1e300, 1e300), (5e-20, 5e-20), (31_365.48490000001, 31_365.4849),
    ])
  func values(raw: Double, rounded: Double) {
    #expect(SignificantDigits.nine(raw) == rounded)
    #expect(SignificantDigits.nine(rounded) == rounded)
  }

  @Test("Is as near to the text with nine digits as a double comes")
  func asText() {
    var chance = Chance(5)
    for _ in 0..<2_000 {
      let whole = Double(Int(chance.number(1e8...1e9 - 1)))
      for decimals in 0...12 {
        let power = (0..<decimals).reduce(1.0) { value, _ in value * 10 }
        let expected = whole / power
        #expect(SignificantDigits.nine(expected + expected * 1e-13) == expected)
      }
    }
  }

  @Test("What is not finite stays what it is")
  func notFinite() {
    #expect(SignificantDigits.nine(.nan).isNaN)
    #expect(SignificantDigits.nine(.infinity) == .infinity)
  }
}
