// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("Edges that are long in the coordinates of their source")
struct EdgeCourseTests {
  private static let derivations = [
    LayerDerivation(.within(WithinIndicator(insideAttribute: "inside"))),
    LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km"))),
    LayerDerivation(.cover(CoverIndicator(bufferKm: 10, shareAttribute: "share"))),
  ]

  /// Inside or not, distance in km and share of 10 km around Paris, and what was reported.
  private func found(
    _ wkts: String..., crs: String = "EPSG:4326"
  ) throws -> (inside: String?, km: Double, share: Double, remarks: [String]) {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2.35, 48.85, "")]))
    let layer = try folder.layer(
      "areas.csv", "v,WKT\n" + wkts.map { "1,\"\($0)\"\n" }.joined(), derivations: Self.derivations, crs: crs)
    let reading = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
    func number(_ name: String) -> Double { reading.table.column(name)?.values[0].number ?? .nan }
    return (
      reading.table.column("inside")?.values[0].text, number("km"), number("share"),
      reading.reports.last?.remarks ?? []
    )
  }

  private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> String {
    "POLYGON((\(west) \(south),\(east) \(south),\(east) \(north),\(west) \(north),\(west) \(south)))"
  }

  @Test(
    "A polygon around the world, or a good part of it, holds the sites in it",
    arguments: [
      (-180.0, -85.0, 180.0, 85.0), (-180, -90, 180, 90), (0, -85, 360, 85), (100, -85, 460, 85),
      (-180, 0, 180, 90),
      (-80, 40, 80, 60), (-30, 44, 40, 48.9),
    ])
  func around(box corners: (Double, Double, Double, Double)) throws {
    let found = try found(box(corners.0, corners.1, corners.2, corners.3))
    #expect(found.inside == "yes" && found.km == 0)
    #expect(found.remarks.allSatisfy { $0.contains("beyond 2,500 km from all sites") })
    // No larger than the surroundings of the site is the last alone.
    #expect(found.remarks.count == (corners.3 == 48.9 ? 0 : 1))
    // The last has its northern edge 5.6 km from Paris.
    #expect(corners.3 == 48.9 ? abs(found.share - 0.83) < 0.02 : found.share == 1)
  }

  @Test("The world in Web Mercator, and with a hole around the site")
  func others() throws {
    let world = try found(box(-20_037_508, -20_037_508, 20_037_508, 20_037_508), crs: "EPSG:3857")
    #expect(world.inside == "yes" && world.km == 0 && world.share == 1)
    let hole = try found(
      "POLYGON((-180 -85,180 -85,180 85,-180 85,-180 -85),(-20 40,-20 49.85,40 49.85,40 40,-20 40))")
    #expect(hole.inside == "no" && hole.share == 0)
    // One degree of latitude to the northern rim of the hole.
    #expect(abs(hole.km - 111.22) < 0.05)
  }

  @Test("The distance to a long edge is that to the parallel along which it runs, not to a chord")
  func parallels() throws {
    // 0.15 degrees of latitude, 16.68 km on the ellipsoid.
    for wkt in ["POLYGON((-30 49,40 49,40 52,-30 52,-30 49))", "LINESTRING(-180 49,180 49)"] {
      let folder = try LayerFolder()
      defer { folder.remove() }
      let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2.35, 48.85, "")]))
      let layer = try folder.layer(
        "lines.csv", "v,WKT\n1,\"\(wkt)\"\n", derivations: [Self.derivations[1]], crs: "EPSG:4326")
      let table = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read().table
      let km = try #require(table.column("km")?.values[0].number)
      #expect(abs(km - 16.682) < 0.01, "\(wkt) \(km)")
    }
  }

  @Test("What lies far away all around the Earth is left out, and so does not enclose the sites")
  func antarctica() throws {
    let near = box(3, 48, 4, 49.5)
    let alone = try found(near)
    let both = try found("POLYGON((-180 -75,0 -65,180 -75,180 -90,-180 -90,-180 -75))", near)
    #expect(both.inside == "no" && both.km == alone.km && both.share == alone.share)
    #expect(both.remarks.count == 1 && both.remarks[0].contains("of 1 feature what lies beyond 2,500 km"))
  }

  @Test(
    "An edge over more than half of the Earth goes the short way, which is reported, and the other one if drawn"
  )
  func leaps() throws {
    let leap = try found("POLYGON((170 40,-170 40,-170 60,170 60,170 40))", box(3, 48, 4, 49.5))
    #expect(leap.inside == "no" && leap.share < 0.2)
    #expect(leap.remarks.contains { $0.contains("1 feature has an edge over more than 180 degrees") })
    let frame = #expect(throws: InputFailure.self) { _ = try found(box(-179.9, -85, 179.9, 85)) }
    #expect(frame?.description.contains("taken to cross the antimeridian (feature 1)") == true)
    let drawn = try found(
      "POLYGON((170 40,0 40,-170 40,-170 60,0 60,170 60,170 40))", box(3, 48, 4, 49.5))
    #expect(drawn.inside == "yes" && drawn.share == 1)
    #expect(drawn.remarks.allSatisfy { !$0.contains("180 degrees") })
  }

  @Test("An invalid polygon around the world is cut ring by ring and then repaired")
  func invalid() throws {
    let tie = try found("POLYGON((-180 -85,180 85,180 -85,-180 85,-180 -85))", box(3, 40, 4, 41))
    // The edges cross at 0, 0: Paris lies north of both triangles.
    #expect(tie.inside == "no" && tie.share == 0)
    let twice = try found(
      "POLYGON((-180 -85,180 -85,180 85,-180 85,-180 -85,180 -85,180 85,-180 85,-180 -85))")
    #expect(twice.inside == "yes" && twice.share == 1)
    #expect(twice.remarks.contains { $0.contains("invalid") })
  }
}
