// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("Streaming")
struct StreamingTests {
  private static let all: [LayerDerivation] = [
    LayerDerivation(
      .nearest(
        NearestIndicator(distanceAttribute: "km", fields: [FieldMapping(field: "v", attribute: "who")]))),
    LayerDerivation(
      .neighbours(
        NeighboursIndicator(
          count: 3, distanceAttribute: "k", fields: [FieldMapping(field: "v", attribute: "kwho")]))),
    LayerDerivation(
      .count(
        CountIndicator(
          radiusKm: 15, countAttribute: "n", sums: [FieldMapping(field: "v", attribute: "sum")])),
      filter: "v > 20"),
    LayerDerivation(
      .interpolation(InterpolationIndicator(fields: [FieldMapping(field: "v", attribute: "idw")]))),
  ]

  private func reading(_ format: String, limits: BatchLimits, jobs: Int) throws -> SiteTableReader.Reading {
    let folder = try LayerFolder()
    defer { folder.remove() }
    var chance = Chance(3)
    let sites = try folder.layer(
      "sites.csv", Plane.sites(chance.points(30, within: 50_000)), crs: "EPSG:2154")
    let points = chance.points(200, within: 80_000)
    let areas = chance.polygons(50, within: 60_000, size: 10_000)
    let layers = try (0..<3).map { number in
      try Files.layer(
        folder, "points\(number).\(format)", format,
        points.enumerated().map { ($1, Double($0 * (number + 1))) },
        derivations: Self.all.map { Self.renamed($0, "\(number)") })
    }
    let polygons = try Files.layer(
      folder, "areas.\(format)", format, areas.enumerated().map { ($1, Double($0)) },
      derivations: [
        LayerDerivation(.cover(CoverIndicator(bufferKm: 5, shareAttribute: "share"))),
        LayerDerivation(
          .within(WithinIndicator(insideAttribute: "in", toleranceKm: 2))),
      ])
    var reader = SiteTableReader(
      sites: SiteReader(declared: sites), layers: layers + [polygons], jobs: jobs)
    reader.limits = limits
    return try reader.read()
  }

  /// The same derivation with other names.
  private static func renamed(_ derivation: LayerDerivation, _ suffix: String) -> LayerDerivation {
    var derivation = derivation
    switch derivation.indicator {
    case .nearest(var settings):
      settings.distanceAttribute = "km\(suffix)"
      settings.fields[0].attribute = "who\(suffix)"
      derivation.indicator = .nearest(settings)
    case .neighbours(var settings):
      settings.distanceAttribute = "k\(suffix)"
      settings.fields[0].attribute = "kwho\(suffix)"
      derivation.indicator = .neighbours(settings)
    case .count(var settings):
      settings.countAttribute = "n\(suffix)"
      settings.sums[0].attribute = "sum\(suffix)"
      derivation.indicator = .count(settings)
    case .interpolation(var settings):
      settings.fields[0].attribute = "idw\(suffix)"
      derivation.indicator = .interpolation(settings)
    default: break
    }
    return derivation
  }

  @Test(
    "Neither the batches, nor the threads, nor the format of the file change anything",
    arguments: ["fgb", "gpkg", "shp", "geojson"])
  func nothingShows(format: String) throws {
    let plain = try reading("gpkg", limits: BatchLimits(), jobs: 1)
    let cut = try reading(format, limits: BatchLimits(features: 3), jobs: 4)
    let small = try reading(format, limits: BatchLimits(features: 1_000, coordinates: 20), jobs: 2)
    // FlatGeobuf puts features in an order of its own, which only shows in ties, and there are none.
    for column in plain.table.columns {
      #expect(
        cut.table.column(column.name)?.values.map(\.content) == column.values.map(\.content), "\(column.name)"
      )
    }
    #expect(cut.table == small.table)
    func numbers(_ reports: [LayerReport]) -> [[Int]] {
      reports.map { [$0.featuresDeclared ?? -1, $0.featuresRead, $0.featuresUsed, $0.nullGeometries] }
    }
    #expect(numbers(cut.reports) == numbers(small.reports))
    #expect(cut.reports.map(\.sha256) == small.reports.map(\.sha256) || format != "geojson")
  }

  @Test("Two hundred thousand features stream by in a few batches and the nearest is found among them")
  func manyFeatures() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer(
      "sites.csv", Plane.sites([Plane.point(10_005, 20_005), Plane.point(199_995, 0)]), crs: "EPSG:2154")
    // A grid of 500 by 400 points, 1 km apart.
    let text = (0..<200_000).map {
      "\($0),POINT (\(700_000 + $0 % 500 * 1_000) \(6_600_000 + $0 / 500 * 1_000))\n"
    }
    let layer = try folder.layer(
      "grid.csv", "v,WKT\n" + text.joined(),
      derivations: [
        LayerDerivation(
          .nearest(
            NearestIndicator(distanceAttribute: "km", fields: [FieldMapping(field: "v", attribute: "who")]))),
        LayerDerivation(.count(CountIndicator(radiusKm: 2, countAttribute: "n"))),
      ], crs: "EPSG:2154")
    let reading = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
    #expect(reading.table.text("who", row: 0) == "10010")
    // Lambert-93 is short by one in a thousand there.
    #expect(agree(try #require(reading.table.number("km", row: 0)), 50.0.squareRoot() / 1_000, to: 1e-3))
    // Points of a grid within twice its width of one of them: 13, less the farthest four, which the shift by
    // 5 m puts outside on two sides.
    #expect(reading.table.number("n", row: 0) == 11)
    #expect(reading.reports[1].featuresRead == 200_000)
  }

  @Test(
    "Where an indicator's reach is bounded, an indexed source is read only there",
    arguments: ["fgb", "gpkg", "shp"])
  func region(format: String) throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2.35, 48.85, "")]))
    let places =
      (0..<100).map { ("POINT (\(-4 + Double($0) * 0.1) 47)", Double($0)) } + [("POINT (2.351 48.851)", 100)]
    let count = LayerDerivation(.count(CountIndicator(radiusKm: 1, countAttribute: "n")))
    let layer = try Files.layer(
      folder, "p.\(format)", format, places, derivations: [count], epsg: 4326)
    let report = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
    #expect(report.table.number("n", row: 0) == 1)
    #expect(report.reports[1].featuresUsed == 1)
    #expect(report.reports[1].featuresDeclared == 101)
    var all = layer
    all.derivations = [count, LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km")))]
    let whole = try SiteTableReader(sites: SiteReader(declared: sites), layers: [all]).read()
    #expect(whole.table.number("n", row: 0) == 1)
    #expect(whole.reports[1].featuresUsed == 101)
  }

  @Test(
    "A region with nothing in it is a zero, or none within reach; in a layer far from all sites it is a finding",
    arguments: ["fgb", "gpkg"])
  func emptyRegion(format: String) throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2.35, 48.85, "")]))
    let derivations = [
      LayerDerivation(.count(CountIndicator(radiusKm: 1, countAttribute: "n"))),
      LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km", maxKm: 2))),
    ]
    let near = try Files.layer(
      folder, "near.\(format)", format, [("POINT (3 47)", 1)], derivations: derivations, epsg: 4326)
    let table = try SiteTableReader(sites: SiteReader(declared: sites), layers: [near]).read().table
    #expect(table.number("n", row: 0) == 0)
    #expect(table.value("km", row: 0).isMissing)
    let swapped = try Files.layer(
      folder, "far.\(format)", format, [("POINT (48.85 2.35)", 1)], derivations: derivations, epsg: 4326)
    let failure = #expect(throws: InputFailure.self) {
      try SiteTableReader(sites: SiteReader(declared: sites), layers: [swapped]).read()
    }
    #expect(failure?.findings.first?.message.contains("nothing in it comes within 1,000 km") == true)
  }

  @Test(
    "A region across the antimeridian, and longitudes from 0 to 360, lose nothing",
    arguments: ["fgb", "gpkg", "shp"])
  func wrappedRegion(format: String) throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let count = LayerDerivation(.count(CountIndicator(radiusKm: 20, countAttribute: "n")))
    func counted(_ site: (Double, Double), _ crs: String?, _ places: [Double], _ latitude: Double) throws
      -> Double?
    {
      let name = "s\(site.0)x\(places.count)"
      let sites = try folder.layer("\(name).geojson", GeoJSON.points([("a", site.0, site.1, "")]))
      let layer = try Files.layer(
        folder, "\(name)p.\(format)", format, places.map { ("POINT (\($0) \(latitude))", $0) },
        derivations: [count],
        epsg: 4326)
      let reader = SiteReader(declared: sites, measureCRS: crs)
      return try SiteTableReader(sites: reader, layers: [layer]).read().table.number("n", row: 0)
    }
    // Fiji: posts on either side of the line, and far off.
    #expect(try counted((179.95, -17), "EPSG:32760", [179.9, -179.97, 178, -178], -17) == 2)
    // Guadeloupe in a layer that counts from 0 to 360.
    #expect(try counted((-61.5, 16.2), nil, [298.5, 298.55, 0.5, 359], 16.2) == 2)
  }

  @Test("Derivations without a filter share one reading; a filter of their own makes another")
  func readings() throws {
    let plain = [
      LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km"))),
      LayerDerivation(.count(CountIndicator(radiusKm: 10, countAttribute: "n")), filter: "v = '1'"),
    ]
    let report = try Plane.read(
      sites: [Plane.point(0, 0)], header: ["v"],
      [.init(Plane.point(1, 0), "1"), .init(Plane.point(2, 0), "2"), .init("", "3")], plain
    ).reports[1]
    #expect(report.featuresDeclared == 3)
    #expect(report.featuresRead == 3)
    #expect(report.nullGeometries == 1)
    #expect(report.crsMeasured == "EPSG:2154")
  }
}
