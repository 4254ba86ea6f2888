// SPDX-License-Identifier: GPL-3.0-or-later

import Sites
import Testing

@testable import Geodata

@Suite("Layers that are complete only in part")
struct LayerCoverageTests {
  private let derivations = [
    LayerDerivation(
      .nearest(
        NearestIndicator(
          distanceAttribute: "km", fields: [FieldMapping(field: "name", attribute: "which")]))),
    LayerDerivation(.count(CountIndicator(radiusKm: 30, countAttribute: "n"))),
  ]

  /// Three sites: on the covered ground, on its rim 5 km off, and 100 km off.
  private func read(
    _ km: Double, ground: String = Plane.point(0, 0), holdsNearest: Bool = true,
    derivations: [LayerDerivation]? = nil
  ) throws -> SiteTableReader.Reading {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer(
      "sites.csv", Plane.sites([Plane.point(0, 0), Plane.point(4_900, 0), Plane.point(100_000, 0)]),
      crs: "EPSG:2154")
    let area = try Files.layer(folder, "area.gpkg", "gpkg", [(ground, 1)], derivations: [])
    var layer = try folder.layer(
      "posts.csv", Plane.table(["name"], [.init(Plane.point(0, 3_000), "Near")]),
      derivations: derivations ?? self.derivations, crs: "EPSG:2154")
    layer.coverage = LayerCoverage(sources: [area.source], km: km, holdsNearest: holdsNearest)
    return try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
  }

  @Test("Beyond the covered ground a distance is an upper bound and names nothing, and it is reported once")
  func outside() throws {
    let reading = try read(5, derivations: [derivations[0]])
    let km = try #require(reading.table.column("km"))
    #expect(km.values.map(\.isUpperBound) == [false, false, true])
    #expect(km.values[2].source.contains("; at most, since the layer is not known to be complete here"))
    let which = try #require(reading.table.column("which"))
    #expect(which.values[0].text == "Near" && which.values[1].text == "Near" && which.values[2].isMissing)
    let remarks = reading.reports.last?.remarks ?? []
    #expect(remarks.count == 1)
    #expect(
      remarks.first?.hasPrefix(
        "is complete only within 5 km of area.gpkg, so that it does not cover 1 of 3 sites ('c')") == true)
  }

  @Test("A polygon covers what lies inside; where all sites do, nothing is said")
  func polygon() throws {
    let some = try read(0, ground: Plane.square(-1_000, -1_000, 2_000))
    #expect(some.table.column("n")?.values[2].source.contains("; at least, since") == true)
    #expect(some.table.column("km")?.values.map(\.isUpperBound) == [false, true, true])
    #expect(some.reports.last?.remarks.first?.contains("only inside area.gpkg") == true)
    let all = try read(0, ground: Plane.square(-100_000, -100_000, 300_000), holdsNearest: false)
    #expect(all.reports.last?.remarks == [])
  }

  @Test(
    "What an indicator looks at beyond the rim of the covered ground makes its value a bound, and that is reported"
  )
  func rim() throws {
    // The rim is 8 km off on all sides of the first site, 3.1 km off the second; the post lies 3 km off the
    // first, 5.7 km off the second.
    let reading = try read(0, ground: Plane.square(-8_000, -8_000, 16_000), holdsNearest: false)
    let km = try #require(reading.table.column("km"))
    #expect(km.values.map(\.isUpperBound) == [false, true, true])
    #expect(
      km.values[1].source.contains("at most, since the layer is not known to be complete that far from here"))
    let which = try #require(reading.table.column("which"))
    #expect(which.values[0].text == "Near" && which.values[1].isMissing && which.values[2].isMissing)
    let n = try #require(reading.table.column("n"))
    #expect(n.values.allSatisfy { $0.source.contains("at least, since") })
    let remarks = reading.reports.last?.remarks ?? []
    #expect(remarks.count == 2)
    #expect(
      remarks.contains {
        $0.contains(
          "look beyond that ground at 2 of 3 sites ('a', 8 km from its rim; 'b', 3.1 km from its rim)")
      }, "\(remarks)")
    // Within a radius that stays inside nothing is a bound.
    let near = try read(
      0, ground: Plane.square(-8_000, -8_000, 16_000), holdsNearest: false,
      derivations: [LayerDerivation(.count(CountIndicator(radiusKm: 3, countAttribute: "n")))])
    #expect(near.table.column("n")?.values.map { $0.source.contains("at least") } == [false, false, true])
  }

  @Test(
    "Parts of the ground that meet have no rim between them, and a circle around a site reaches as far as it says"
  )
  func joined() throws {
    let halves =
      "MULTIPOLYGON (((-50000 -50000,2000 -50000,2000 50000,-50000 50000,-50000 -50000)),"
      + "((2000 -50000,60000 -50000,60000 50000,2000 50000,2000 -50000)))"
    let reading = try read(0, ground: halves, holdsNearest: false)
    #expect(reading.table.column("km")?.values.map(\.isUpperBound) == [false, false, true])
    let circle = try read(
      30, holdsNearest: false,
      derivations: [LayerDerivation(.count(CountIndicator(radiusKm: 30, countAttribute: "n")))])
    #expect(circle.table.column("n")?.values.map { $0.source.contains("at least") } == [false, true, true])
  }

  @Test("None within a limit is not sure where the limit lies beyond the rim")
  func none() throws {
    let reading = try read(
      0, ground: Plane.square(-8_000, -8_000, 16_000), holdsNearest: false,
      derivations: [LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km", maxKm: 2.5)))])
    let km = try #require(reading.table.column("km"))
    #expect(km.values[1].content == .missing(reason: "none within 2.5 km in posts.csv"))
    guard case .missing(let reason) = km.values[2].content else {
      Issue.record("a value where there is none")
      return
    }
    #expect(reason.contains("not known to be complete here"))
  }

  @Test("What is repaired or left out in the ground itself is reported")
  func groundRemarks() throws {
    let tie = "POLYGON ((-100000 -100000,200000 100000,200000 -100000,-100000 100000,-100000 -100000))"
    let remarks = try read(0, ground: tie).reports.last?.remarks ?? []
    #expect(
      remarks.contains { $0.hasPrefix("covered_by area.gpkg: 1 polygon was invalid and was repaired") },
      "\(remarks)")
  }

  @Test("A raster is held against the ground as well")
  func raster() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer(
      "sites.csv", Plane.sites([Plane.point(0, 0), Plane.point(4_900, 0)]), crs: "EPSG:2154")
    let area = try Files.layer(
      folder, "area.gpkg", "gpkg", [(Plane.square(-1_000, -1_000, 2_000), 1)], derivations: [])
    let (x, y) = (Plane.origin.x - 10_000, Plane.origin.y - 10_000)
    let rows = [String](repeating: [String](repeating: "7", count: 20).joined(separator: " "), count: 20)
    var layer = try folder.layer(
      "r.asc",
      "ncols 20\nnrows 20\nxllcorner \(x)\nyllcorner \(y)\ncellsize 1000\n" + rows.joined(separator: "\n")
        + "\n",
      derivations: [
        LayerDerivation(.rasterValue(RasterValueIndicator(valueAttribute: "v"))),
        LayerDerivation(.zonal(ZonalIndicator(bufferKm: 2, statistics: [.init(.mean, attribute: "z")]))),
      ], crs: "EPSG:2154")
    layer.coverage = LayerCoverage(sources: [area.source], km: 0)
    let reading = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
    let words = "not known to be complete"
    #expect(reading.table.column("v")?.values.map { $0.source.contains(words) } == [false, true])
    #expect(reading.table.column("z")?.values.map { $0.source.contains(words) } == [true, true])
    #expect(
      reading.reports.last?.remarks.contains { $0.contains("does not cover 1 of 2 sites ('b')") } == true)
  }
}
