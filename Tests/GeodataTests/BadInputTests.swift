// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("Layers that cannot be used")
struct BadInputTests {
  private static let field = [FieldMapping(field: "v", attribute: "out")]
  /// One derivation of every kind that reads geometries.
  static let derivations: [LayerDerivation] = [
    LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "out"))),
    LayerDerivation(.neighbours(NeighboursIndicator(count: 2, distanceAttribute: "out"))),
    LayerDerivation(.count(CountIndicator(radiusKm: 1, countAttribute: "out"))),
    LayerDerivation(.within(WithinIndicator(fields: field))),
    LayerDerivation(.cover(CoverIndicator(bufferKm: 1, shareAttribute: "out"))),
    LayerDerivation(.length(LengthIndicator(radiusKm: 1, lengthAttribute: "out"))),
    LayerDerivation(.interpolation(InterpolationIndicator(fields: field))),
  ]

  /// A layer in longitude and latitude of one feature.
  private func findings(
    _ text: String, file: String = "things.csv", crs: String? = "EPSG:4326", _ derivation: LayerDerivation
  ) throws -> [String] {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2.35, 48.85, "")]))
    let layer = try folder.layer(file, text, derivations: [derivation], crs: crs)
    do {
      _ = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
      return []
    } catch let failure as InputFailure {
      return failure.findings.map(\.message)
    }
  }

  private func right(_ derivation: LayerDerivation) -> String {
    switch derivation.indicator {
    case .within, .cover: "POLYGON ((2 48,3 48,3 49,2 49,2 48))"
    case .length: "LINESTRING (2 48,3 49)"
    default: "POINT (2 48)"
    }
  }

  @Test("Without a coordinate reference system coordinates mean nothing", arguments: derivations)
  func noReference(derivation: LayerDerivation) throws {
    let found = try findings("v,WKT\n1,\"\(right(derivation))\"\n", crs: nil, derivation)
    #expect(found.count == 1)
    #expect(found.first?.contains("has no coordinate reference system") == true)
  }

  @Test("A layer without any feature leaves nothing to derive from", arguments: derivations)
  func empty(derivation: LayerDerivation) throws {
    let found = try findings(GeoJSON.collection([]), file: "things.geojson", crs: nil, derivation)
    #expect(found.count == 1)
    let words = try #require(found.first)
    #expect(
      words.contains("it has no feature") || words.contains("has no field 'v'")
        || words.contains("no geometry"))
  }

  @Test("A field that is not there is named, with the nearest one", arguments: [3, 6])
  func missingField(which: Int) throws {
    let derivation = Self.derivations[which]
    let found = try findings("vv,WKT\n1,\"\(right(derivation))\"\n", derivation)
    #expect(found == ["has no field 'v'; did you mean 'vv'?"])
  }

  @Test(
    "Coordinates in the wrong order, or degrees taken for metres, are far from every site",
    arguments: derivations)
  func farAway(derivation: LayerDerivation) throws {
    let wkt = right(derivation).replacing("2 48", with: "48 2").replacing("3 49", with: "49 3")
      .replacing("3 48", with: "49 2").replacing("2 49", with: "48 3")
    let swapped = try findings("v,WKT\n1,\"\(wkt)\"\n", derivation)
    #expect(swapped.count == 1)
    #expect(swapped.first?.contains("nothing in it comes within 1,000 km of any site") == true)
    let metres = try findings("v,WKT\n1,\"\(right(derivation))\"\n", crs: "EPSG:2154", derivation)
    #expect(
      metres.first?.contains("outside the area for which RGF93 v1 / Lambert-93 (EPSG:2154) is made") == true)
  }

  @Test("Metres taken for degrees reach nowhere", arguments: derivations)
  func unreachable(derivation: LayerDerivation) throws {
    let wkt = right(derivation).replacing("2 48", with: "652000 6862000").replacing(
      "3 49", with: "653000 6863000"
    )
    .replacing("3 48", with: "653000 6862000").replacing("2 49", with: "652000 6863000")
    let found = try findings("v,WKT\n1,\"\(wkt)\"\n", derivation)
    #expect(found.count == 1)
    #expect(
      found.first?.contains("none of its features can be brought from EPSG:4326 to EPSG:2154") == true,
      "\(found)")
  }

  @Test("A system of another planet reaches no site", arguments: [derivations[0], derivations[4]])
  func otherPlanet(derivation: LayerDerivation) throws {
    let found = try findings(
      "v,WKT\n1,\"\(right(derivation))\"\n", crs: "+proj=longlat +a=3396190 +b=3376200 +no_defs", derivation)
    #expect(found.count == 1)
  }

  @Test(
    "Geometry of the wrong kind is a finding that names the feature and what is needed",
    arguments: [
      (3, "POINT (2 48)", "'within' needs polygons, but feature 2 has points"),
      (4, "LINESTRING (2 48,3 49)", "'share_covered' needs polygons, but feature 2 has lines"),
      (5, "POLYGON ((2 48,3 48,3 49,2 48))", "'length_within' needs lines, but feature 2 has polygons"),
      (6, "LINESTRING (2 48,3 49)", "'interpolated' needs points, but feature 2 has lines"),
      (
        4, "GEOMETRYCOLLECTION (POLYGON ((2 48,3 48,3 49,2 48)),POINT (2 48))",
        "'share_covered' needs polygons, but feature 2 has points"
      ),
    ])
  func wrongKind(which: Int, wkt: String, words: String) throws {
    let derivation = Self.derivations[which]
    let found = try findings("v,WKT\n1,\"\(right(derivation))\"\n1,\"\(wkt)\"\n", derivation)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(words) == true, "\(found)")
  }

  @Test(
    "Features without geometry, or with coordinates that are no numbers, are passed over and counted",
    arguments: [0, 2, 3, 4, 5, 6])
  func passedOver(which: Int) throws {
    let derivation = Self.derivations[which]
    let wkt = right(derivation)
    let bad = wkt.replacing("2 48", with: "nan 48")
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2.35, 48.85, "")]))
    let layer = try folder.layer(
      "things.csv", "v,WKT\n1,\"\(wkt)\"\n1,\n1,\"\(bad)\"\n", derivations: [derivation], crs: "EPSG:4326")
    let report = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read().reports[1]
    #expect(report.featuresRead == 3)
    #expect(report.nullGeometries == 2)
    let none = try findings("v,WKT\n1,\n1,\"\(bad)\"\n", derivation)
    #expect(none.count == 1)
  }

  @Test("A table without geometry says how to name the columns of the coordinates", arguments: derivations)
  func table(derivation: LayerDerivation) throws {
    let found = try findings("v,o,n2\n1,652000,6862000\n", derivation)
    #expect(found.count == 1)
    #expect(found.first?.contains("has no geometry") == true)
  }

  @Test("A filter that cannot be understood, or lets nothing through where something is needed, is a finding")
  func filters() throws {
    for which in Self.derivations.indices {
      var derivation = Self.derivations[which]
      let text = "v,WKT\n1,\"\(right(derivation))\"\n"
      derivation.filter = "w = 1"
      #expect(try findings(text, derivation).count == 1)
      derivation.filter = "v = '2'"
      let isZero = [2, 4, 5].contains(which)
      #expect(try findings(text, derivation).count == (isZero ? 0 : 1))
    }
  }

  @Test("Everything that is wrong with a layer is reported at once")
  func together() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2.35, 48.85, "")]))
    let one = try folder.layer(
      "one.csv", "v,WKT\n1,POINT (2 48)\n", derivations: [Self.derivations[3], Self.derivations[4]],
      crs: "EPSG:4326")
    let two = try folder.layer("two.csv", "v,WKT\n1,POINT (2 48)\n", derivations: [Self.derivations[0]])
    let failure = #expect(throws: InputFailure.self) {
      try SiteTableReader(sites: SiteReader(declared: sites), layers: [two, one]).read()
    }
    #expect(failure?.findings.map(\.layer) == ["one", "one", "two"])
  }
}
