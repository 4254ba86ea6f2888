// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Sites
import Testing

@testable import Geodata

@Suite("Length within a radius")
struct LengthTests {
  private func derivation(_ radiusKm: Double = 5) -> LayerDerivation {
    LayerDerivation(.length(LengthIndicator(radiusKm: radiusKm, lengthAttribute: "km")))
  }

  @Test("A line through the middle is as long inside as the circle is wide; drawn twice it counts twice")
  func byHand() throws {
    let through = Plane.line([(-20_000, 0), (20_000, 0)])
    let inside = Plane.line([(0, 0), (0, 1_000), (1_000, 1_000)])
    let beside = Plane.line([(-20_000, 6_000), (20_000, 6_000)])
    func length(_ lines: String...) throws -> Double? {
      try Plane.table(sites: [Plane.point(0, 0)], lines.map { Plane.Row($0) }, derivation()).number(
        "km", row: 0)
    }
    // The rim lies 0.020 % outside the true circle in the east and west.
    let wide = SignificantDigits.nine(10 * Zone.equalAreaFactor)
    #expect(agree(wide, 10, to: 2.1e-4))
    #expect(try length(through) == wide)
    #expect(agree(try #require(try length(through, through)), 2 * wide))
    #expect(try length(inside) == 2)
    #expect(try length(beside) == 0)
    #expect(agree(try #require(try length(through, inside, beside)), 2 + wide))
    // The same line twice in one feature.
    #expect(
      agree(try #require(try length("MULTILINESTRING ((-20000 0,20000 0),(-20000 0,20000 0))")), 2 * wide))
  }

  @Test("Buffer and intersection by GDAL give the same length, split in two it adds up", arguments: 1...5)
  func bruteForce(seed: Int) throws {
    var chance = Chance(seed)
    let lines = chance.lines(30, corners: 30 + seed, within: 20_000)
    let sites = chance.points(15, within: 20_000)
    func lengths(_ lines: [String], batch: Int = 65_536) throws -> [Double] {
      let table = try Plane.table(
        sites: sites, lines.map { Plane.Row($0) }, derivation(), limits: BatchLimits(features: batch))
      return sites.indices.compactMap { table.number("km", row: $0) }
    }
    let whole = try lengths(lines)
    let first = try lengths(Array(lines.prefix(11)))
    let second = try lengths(Array(lines.dropFirst(11)))
    #expect(try lengths(lines, batch: 3) == whole)
    let features = try lines.map(Plane.geometry)
    for (row, site) in sites.enumerated() {
      let zone = try Plane.geometry(site).buffer(
        5_000 * Zone.equalAreaFactor, quadrantSegments: Zone.quadrantSegments)
      let expected = try features.reduce(0.0) { try $0 + $1.intersection(zone).length } / 1_000
      #expect(agree(whole[row], expected))
      #expect(agree(whole[row], first[row] + second[row]))
    }
  }

  @Test("Around a site that is an area the radius counts from its edge")
  func aroundArea() throws {
    let table = try Plane.table(
      sites: [Plane.square(-1_000, -1_000, 2_000)], [.init(Plane.line([(-20_000, 0), (20_000, 0)]))],
      derivation())
    #expect(agree(try #require(table.number("km", row: 0)), 2 + 10 * Zone.equalAreaFactor))
  }

  @Test("A filter that lets nothing through is a zero")
  func emptyFilter() throws {
    var none = derivation()
    none.filter = "note = 'nothing'"
    let table = try Plane.table(
      sites: [Plane.point(0, 0)], header: ["note"], [.init(Plane.line([(0, 0), (1, 1)]), "x")], none)
    #expect(table.number("km", row: 0) == 0)
  }
}
