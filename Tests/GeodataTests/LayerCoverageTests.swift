// SPDX-License-Identifier: GPL-3.0-or-later

import Siting
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
  private func read(_ km: Double, ground: String = Plane.point(0, 0)) throws -> SiteTableReader.Reading {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer(
      "sites.csv", Plane.sites([Plane.point(0, 0), Plane.point(4_900, 0), Plane.point(100_000, 0)]),
      crs: "EPSG:2154")
    let area = try Files.layer(folder, "area.gpkg", "gpkg", [(ground, 1)], derivations: [])
    var layer = try folder.layer(
      "posts.csv", Plane.table(["name"], [.init(Plane.point(0, 3_000), "Near")]), derivations: derivations,
      crs: "EPSG:2154")
    layer.coverage = LayerCoverage(sources: [area.source], km: km)
    return try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
  }

  @Test("Beyond the covered ground a distance is an upper bound and names nothing, and it is told once")
  func outside() throws {
    let reading = try read(5)
    let km = try #require(reading.table.column("km"))
    #expect(km.values.map(\.isUpperBound) == [false, false, true])
    #expect(km.values[2].source.contains("; at most, since the layer is not known to be complete here"))
    let which = try #require(reading.table.column("which"))
    #expect(which.values[0].text == "Near" && which.values[1].text == "Near" && which.values[2].isMissing)
    #expect(reading.table.column("n")?.values[2].source.contains("; at least, since") == true)
    let remarks = reading.reports.last?.remarks ?? []
    #expect(remarks.count == 1)
    #expect(
      remarks.first?.hasPrefix(
        "is complete only within 5 km of area.gpkg, so that it does not cover 1 of 3 sites ('c')") == true)
  }

  @Test("A polygon covers what lies inside; where all sites do, nothing is said")
  func polygon() throws {
    let some = try read(0, ground: Plane.square(-1_000, -1_000, 2_000))
    #expect(some.table.column("km")?.values.map(\.isUpperBound) == [false, true, true])
    #expect(some.reports.last?.remarks.first?.contains("only inside area.gpkg") == true)
    let all = try read(0, ground: Plane.square(-1_000, -1_000, 200_000))
    #expect(all.reports.last?.remarks == [])
  }
}
