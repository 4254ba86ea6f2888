// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
import Sites
import Testing

@testable import Geodata

@Suite("Polygons repaired by their structure")
struct PolygonRepairTests {
  private static let square = Plane.ring(-500, -500, 1_000)

  /// Area in ha around a site in the middle of a square kilometre, whether the site lies inside, and what is
  /// said of the layer.
  private func found(_ wkt: String) throws -> (hectares: Double?, inside: String?, remarks: [String]) {
    let reading = try Plane.read(
      sites: [Plane.point(0, 0)], [.init(wkt)],
      [
        LayerDerivation(.cover(CoverIndicator(bufferKm: 3, areaAttribute: "ha"))),
        LayerDerivation(.within(WithinIndicator(insideAttribute: "in"))),
      ])
    return (
      reading.table.number("ha", row: 0), reading.table.text("in", row: 0),
      reading.reports.last?.remarks ?? []
    )
  }

  @Test(
    "Ground that parts cover twice counts once, whatever the parts stand in",
    arguments: [
      // Two parts of 64 ha with 36 ha in common, alone and in a collection.
      (
        "MULTIPOLYGON (((-500 -500,300 -500,300 300,-500 300,-500 -500)),((-300 -300,500 -300,500 500,-300 500,-300 -300)))",
        92.0, "128 to 92 ha"
      ),
      (
        "GEOMETRYCOLLECTION (POLYGON ((-500 -500,300 -500,300 300,-500 300,-500 -500)),POLYGON ((-300 -300,500 -300,500 500,-300 500,-300 -300)))",
        92, "128 to 92 ha"
      ),
      // A part inside another one.
      ("MULTIPOLYGON ((\(square)),(\(Plane.ring(-200, -200, 400))))", 100, "116 to 100 ha"),
      // The same part twice.
      ("MULTIPOLYGON ((\(square)),(\(square)))", 100, "200 to 100 ha"),
      // A ring that goes round twice.
      (
        "POLYGON ((-500 -500,500 -500,500 500,-500 500,-500 -500,500 -500,500 500,-500 500,-500 -500))", 100,
        "200 to 100 ha"
      ),
      // A hole beside its outer ring takes nothing away.
      ("POLYGON (\(square),\(Plane.ring(600, 0, 100)))", 100, "99 to 100 ha"),
      // A hole that reaches over the edge takes away what lies inside.
      ("POLYGON (\(square),\(Plane.ring(400, 0, 200)))", 98, "96 to 98 ha"),
      // A hole of one part under another part is ground.
      (
        "MULTIPOLYGON ((\(square),\(Plane.ring(-100, -100, 200))),(\(Plane.ring(-200, -200, 400))))", 100,
        "112 to 100 ha"
      ),
    ] as [(String, Double, String)])
  func structure(wkt: String, hectares: Double, change: String) throws {
    let found = try found(wkt)
    #expect(agree(try #require(found.hectares), hectares, to: 2e-3))
    #expect(found.inside == "yes")
    #expect(found.remarks.count == 1)
    #expect(found.remarks.first?.contains(change) == true, "\(found.remarks)")
  }

  @Test(
    "A polygon that encloses no ground counts as the line that is drawn, and is named",
    arguments: [
      "POLYGON (\(square),\(square))", "POLYGON ((-500 0,500 0,-500 0,-500 0))",
      "POLYGON ((-500 0,500 0,-500 0))",
      "POLYGON ((-500 0,0 0,500 0,-500 0))",
    ])
  func withoutGround(wkt: String) throws {
    let reading = try Plane.read(
      sites: [Plane.point(0, 100)], [.init(wkt)],
      [
        LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km"))),
        LayerDerivation(.cover(CoverIndicator(bufferKm: 3, areaAttribute: "ha"))),
        LayerDerivation(.count(CountIndicator(radiusKm: 3, countAttribute: "n"))),
      ])
    #expect(reading.table.number("n", row: 0) == 1 && reading.table.number("ha", row: 0) == 0)
    #expect(reading.table.number("km", row: 0) == (wkt.contains("-500.0 -500.0") ? 0.4 : 0.1))
    let remarks = reading.reports.last?.remarks ?? []
    #expect(remarks.count == 1)
    #expect(remarks.first?.contains("encloses no ground at all") == true, "\(remarks)")
    #expect(remarks.first?.contains("counts as a line (feature 1)") == true, "\(remarks)")
  }

  @Test("A valid polygon is left alone and nothing is said")
  func valid() throws {
    let found = try found("MULTIPOLYGON ((\(Self.square)),(\(Plane.ring(600, 0, 100))))")
    #expect(agree(try #require(found.hectares), 101, to: 2e-3) && found.remarks.isEmpty)
  }

  @Test("Areas of sites are repaired in the same way, and the site is named")
  func sites() throws {
    let reading = try Plane.read(
      sites: ["MULTIPOLYGON ((\(Self.square)),(\(Plane.ring(-200, -200, 400))))"],
      [.init(Plane.square(-200, -200, 400))],
      [LayerDerivation(.cover(CoverIndicator(shareAttribute: "share")))])
    #expect(agree(try #require(reading.table.number("share", row: 0)), 0.16))
    let remark = try #require(reading.reports[0].remarks.first)
    #expect(remark.contains("site 'a'") && remark.contains("116 to 100 ha"))
  }

  @Test("Several polygons: the remark tells how many, the sum, and those that changed most")
  func several() {
    var tally = RepairTally()
    #expect(tally.remark() == nil)
    for (number, lost) in [0.0, 10_000, 30_000, 20_000, 40_000].enumerated() {
      tally.add("feature \(number)", drawn: 100_000, mended: 100_000 - lost)
    }
    let remark = tally.remark() ?? ""
    #expect(remark.hasPrefix("5 polygons were invalid"))
    #expect(remark.contains("together from 50 to 40 ha (-20 %)"))
    #expect(
      remark.hasSuffix("feature 4 from 10 to 6 ha, feature 2 from 10 to 7 ha, feature 3 from 10 to 8 ha"))
  }

  /// A ring through points on a circle in steps that make every edge cross most others.
  private func star(_ corners: Int) -> WKBRuns {
    var x: [Double] = []
    var y: [Double] = []
    for corner in 0...corners {
      let angle = 2 * Double.pi * Double(corner % corners * (corners / 2) % corners) / Double(corners)
      x.append(1_000 * PlaneAngle.cosine(angle))
      y.append(1_000 * PlaneAngle.sine(angle))
    }
    var runs = WKBRuns()
    runs.append(.outerRing, x[...], y[...])
    return runs
  }

  @Test("A ring that crosses itself too often to be repaired is refused before the work begins")
  func budget() throws {
    #expect(!RingCrossings.exceed(1_000, in: star(31)))
    // 31 edges of which each crosses 28 others.
    #expect(RingCrossings.exceed(433, in: star(31)))
    #expect(!RingCrossings.exceed(434, in: star(31)))
    var batch = FeatureBatch()
    batch.append(id: 7, ordinal: 0, star(100_001))
    var check = RingCheck(context: try GEOSContext())
    let clock = ContinuousClock.now
    let fault = #expect(throws: RingCheck.Fault.self) { try check.repair(&batch) }
    #expect(fault?.feature == "feature 7")
    #expect(fault?.reason.contains("100002 corners cross at more than 200000 places") == true)
    #expect(clock.duration(to: .now) < .seconds(20))
  }
}
