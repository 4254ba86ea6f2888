// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("Measuring reference system")
struct MeasuringReferenceTests {
  private func report(_ places: [(Double, Double)], measureCRS: String? = nil) throws -> LayerReport {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let text = GeoJSON.points(places.enumerated().map { ("s\($0)", $1.0, $1.1, "") })
    return try SiteReader(declared: folder.layer("sites.geojson", text), measureCRS: measureCRS).read().report
  }

  private func findings(_ places: [(Double, Double)], measureCRS: String? = nil) throws -> [String] {
    do {
      _ = try report(places, measureCRS: measureCRS)
      return []
    } catch let failure as InputFailure {
      return failure.findings.map(\.message)
    }
  }

  @Test(
    "Each part of France is measured in its legal system",
    arguments: [
      (2.35, 48.85, "EPSG:2154"), (9.15, 42.2, "EPSG:2154"), (-61.53, 16.24, "EPSG:5490"),
      (-61.06, 14.6, "EPSG:5490"), (-52.33, 4.92, "EPSG:2972"), (-54.03, 5.5, "EPSG:2972"),
      (55.45, -20.88, "EPSG:2975"), (45.23, -12.78, "EPSG:4471"),
    ])
  func parts(longitude: Double, latitude: Double, code: String) throws {
    #expect(try report([(longitude, latitude)]).crsMeasured == code)
  }

  @Test("Sites in two parts of France, or outside it, are findings that say what to state")
  func mixed() throws {
    let two = try findings([(2.35, 48.85), (55.45, -20.88), (5, 45)])
    #expect(two.count == 1)
    #expect(
      two[0].contains("site 's1'")
        && two[0].contains("in La Réunion, while others lie in metropolitan France"))
    let outside = try findings([(-74, 40.7)])
    #expect(outside.count == 1)
    #expect(outside[0].contains("outside France") && outside[0].contains("measure_crs = \"EPSG:32618\""))
    #expect(try findings([(151.2, -33.9)])[0].contains("EPSG:32756"))
  }

  @Test("A stated projected system is taken, anywhere it measures truly")
  func stated() throws {
    #expect(try report([(2.35, 48.85)], measureCRS: "EPSG:3035").crsMeasured == "EPSG:3035")
    #expect(try report([(-74, 40.7)], measureCRS: "EPSG:32618").crsMeasured == "EPSG:32618")
  }

  @Test(
    "Degrees, feet, web mercator, a zone on the other side of the Earth and nonsense are refused",
    arguments: [
      ("EPSG:4326", "never measured in degrees"), ("EPSG:2263", "state a projected system in metres"),
      ("EPSG:3857", "wrong by 5"), ("EPSG:32655", "site 's0'"),
      ("EPSG:1", "not a coordinate reference system"),
    ])
  func refused(code: String, words: String) throws {
    let found = try findings([(2.35, 48.85)], measureCRS: code)
    #expect(found.count == 1)
    #expect(found.first?.contains(words) == true, "\(found)")
  }

  @Test("Across the antimeridian distances are short, not once round the Earth")
  func antimeridian() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer(
      "sites.geojson", GeoJSON.points([("a", 179.99, -17, ""), ("b", -179.99, -17, "")]))
    // Posts at 180.01, -180.01 and 539.99 degrees mean the same two places.
    let posts = try folder.layer(
      "posts.geojson", GeoJSON.points([("p", 180.03, -17, ""), ("q", -180.03, -17, "")]),
      derivations: [
        LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km", maxKm: 50))),
        LayerDerivation(.count(CountIndicator(radiusKm: 3, countAttribute: "n"))),
      ])
    let reader = SiteReader(declared: sites, measureCRS: "EPSG:32760")
    let table = try SiteTableReader(sites: reader, layers: [posts]).read().table
    for row in 0..<2 {
      let found = try #require(table.number("km", row: row))
      #expect((found - 2.13).magnitude < 0.01)
      #expect(table.number("n", row: row) == 1)
    }
  }
}
