// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
import Sites
import Testing

@testable import Geodata

@Suite("Share covered")
struct CoverTests {
  private func derivation(_ bufferKm: Double? = 1) -> LayerDerivation {
    LayerDerivation(
      .cover(CoverIndicator(bufferKm: bufferKm, shareAttribute: "share", areaAttribute: "ha")))
  }

  @Test("A half plane covers half, a polygon around the zone all of it, one beside it nothing")
  func byHand() throws {
    let sites = [Plane.point(0, 0)]
    func values(_ wkt: String...) throws -> (share: Double?, hectares: Double?) {
      let table = try Plane.table(sites: sites, wkt.map { Plane.Row($0) }, derivation())
      return (table.number("share", row: 0), table.number("ha", row: 0))
    }
    // A polygon of the area of the circle.
    let zone = Double.pi * 100
    #expect(try values(Plane.square(0, -5_000, 10_000)).share == 0.5)
    #expect(agree(try #require(try values(Plane.square(-5_000, -5_000, 10_000)).hectares), zone))
    #expect(try values(Plane.square(-5_000, -5_000, 10_000)).share == 1)
    #expect(try values(Plane.square(1_001, -5_000, 10_000)).share == 0)
    #expect(try values(Plane.square(-100, -100, 200)).hectares == 4)
    // Covered twice counts once, also where edges run into each other.
    #expect(try values(Plane.square(-100, -100, 200), Plane.square(-100, -100, 200)).hectares == 4)
    #expect(try values(Plane.square(-100, -100, 200), Plane.square(0, 0, 200)).hectares == 7)
    let bow = "MULTIPOLYGON ((\(Plane.ring(-100, -100, 100))),((0 0,100 0,100 100,0 100,0 0)))"
    #expect(try values(bow).hectares == 2)
    let ring = "POLYGON (\(Plane.ring(-500, -500, 1_000)),\(Plane.ring(-100, -100, 200)))"
    #expect(try values(ring).hectares == 96)
  }

  /// Zone and polygons by GDAL: buffer, intersection with the union.
  private func expected(_ site: String, _ shapes: [Geometry], metres: Double) throws -> (Double, Double) {
    let zone = try Plane.geometry(site).buffer(
      metres * Zone.equalAreaFactor, quadrantSegments: Zone.quadrantSegments)
    let near = try shapes.filter { try $0.intersects(zone) }
    guard !near.isEmpty else { return (0, zone.area) }
    return (try Geometry.union(ofPolygons: near).intersection(zone).area, zone.area)
  }

  @Test("Buffer, union and intersection by GDAL give the same area", arguments: 1...6)
  func bruteForce(seed: Int) throws {
    var chance = Chance(seed)
    let shapes = chance.polygons(
      60, corners: 8 + 10 * seed, within: 20_000, size: chance.number(1_000...9_000))
    let sites = chance.points(25, within: 20_000)
    let table = try Plane.table(sites: sites, shapes.map { Plane.Row($0) }, derivation(4))
    let features = try shapes.map(Plane.geometry)
    for (row, site) in sites.enumerated() {
      let (area, zone) = try expected(site, features, metres: 4_000)
      let found = try #require(table.number("ha", row: row))
      #expect(
        agree(found * 10_000, area, to: 1e-8, atLeast: 1e-3),
        "site \(row): \(found * 10_000) instead of \(area)")
      #expect(agree(try #require(table.number("share", row: row)), area / zone, to: 1e-8, atLeast: 1e-9))
    }
  }

  @Test(
    "A tiling that shares its borders covers everything, and each tile's share adds up to one",
    arguments: 1...3)
  func tiling(seed: Int) throws {
    var chance = Chance(seed)
    // A warped chessboard: corners moved at random, neighbours share them.
    let count = 12
    let corners = (0...count).map { row in
      (0...count).map { column in
        (
          Double(column - count / 2) * 2_000 + chance.place(-700...700),
          Double(row - count / 2) * 2_000 + chance.place(-700...700)
        )
      }
    }
    var tiles: [String] = []
    for row in 0..<count {
      for column in 0..<count {
        tiles.append(
          Plane.polygon([
            corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
            corners[row + 1][column],
          ]))
      }
    }
    let sites = chance.points(10, within: 5_000)
    let whole = try Plane.table(sites: sites, tiles.map { Plane.Row($0) }, derivation(3))
    var sums = sites.map { _ in 0.0 }
    for half in [tiles.prefix(60), tiles.dropFirst(60)] {
      let part = try Plane.table(sites: sites, half.map { Plane.Row($0) }, derivation(3))
      for row in sites.indices { sums[row] += try #require(part.number("share", row: row)) }
    }
    for row in sites.indices {
      #expect(whole.number("share", row: row) == 1)
      #expect(agree(sums[row], 1, to: 1e-8))
    }
  }

  @Test("Order and batches do not matter, nor does keeping only the outline on the way", arguments: 1...3)
  func batches(seed: Int) throws {
    var chance = Chance(seed)
    let shapes = chance.polygons(80, corners: 20, within: 10_000, size: 4_000)
    let sites = chance.points(8, within: 10_000)
    let plain = try Plane.table(sites: sites, shapes.map { Plane.Row($0) }, derivation(3))
    let cut = try Plane.table(
      sites: sites, shapes.reversed().map { Plane.Row($0) }, derivation(3), limits: BatchLimits(features: 3))
    let folder = try LayerFolder()
    defer { folder.remove() }
    let source = try folder.layer("sites.csv", Plane.sites(sites), crs: "EPSG:2154")
    let layer = try folder.layer("t.csv", Plane.table([], shapes.map { Plane.Row($0) }), crs: "EPSG:2154")
    var drawn = try SiteReader(declared: source).readShapes().shapes
    drawn.isPlane = true
    let targets = try SiteTargets(drawn)
    let access = LayerAccess(declared: layer)
    let input = IndicatorInput(sites: targets, access: access, attributes: [:], sourceText: "")
    let settings = CoverIndicator(bufferKm: 3, shareAttribute: "share", areaAttribute: "ha")
    let reduced = try CoverAccumulator(settings, input, edgeLimit: 40)
    _ = try LayerPass(
      access: access, filter: nil, sites: targets, accumulators: [reduced], limits: BatchLimits(features: 5)
    ).run()
    let column = try reduced.finish()[1]
    for row in sites.indices {
      let area = try #require(plain.number("ha", row: row))
      #expect(agree(try #require(cut.number("ha", row: row)), area, to: 1e-8))
      #expect(agree(try #require(column.values[row].number), area, to: 2e-8))
    }
  }

  @Test("Without a buffer the site's own polygon is the zone; a site that is a point is a finding")
  func ownPolygon() throws {
    let table = try Plane.table(
      sites: [Plane.square(0, 0, 1_000)], [.init(Plane.square(500, 0, 5_000))], derivation(nil))
    #expect(table.number("share", row: 0) == 0.5)
    #expect(table.number("ha", row: 0) == 50)
    let found = try Plane.findings(
      sites: [Plane.square(0, 0, 1_000), Plane.point(0, 0), Plane.point(1, 1)],
      [.init(Plane.square(500, 0, 5_000))], derivation(nil))
    #expect(found.count == 1)
    #expect(found.first?.contains("'b' and 1 more are points") == true)
  }
}
