// SPDX-License-Identifier: GPL-3.0-or-later

import Sites
import Testing

@testable import Geodata

@Suite("Sites of several parts")
struct SitePartsTests {
  private let nearest = LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km")))

  private func read(_ site: String) throws -> (km: Double?, remarks: [String]) {
    let reading = try Plane.read(sites: [site], [.init(Plane.point(10_000, 0))], [nearest])
    return (reading.table.number("km", row: 0), reading.reports[0].remarks)
  }

  private func fault(_ site: String) throws -> String {
    try Plane.findings(sites: [site], [.init(Plane.point(10_000, 0))], nearest).first ?? ""
  }

  @Test("One point in a multipoint is that point; several near ones stand for their middle, and it is said")
  func points() throws {
    let one = try read("MULTIPOINT (1000 0)")
    #expect(one.km == 9 && one.remarks.isEmpty)
    let same = try read("MULTIPOINT (1000 0,1000 0)")
    #expect(same.km == 9 && same.remarks.isEmpty)
    let near = try read("MULTIPOINT (0 0,400 300)")
    #expect(abs((near.km ?? 0) - 9.801_147_8) < 1e-6)
    #expect(near.remarks == ["site 'a' is 2 points up to 500 m apart, and the middle of them is taken"])
  }

  @Test("Points far apart are refused with their distance, a line is refused")
  func refused() throws {
    #expect(try fault("MULTIPOINT (0 0,300000 0)").contains("is 2 points up to 300 km apart"))
    #expect(try fault("LINESTRING (0 0,5 5,10 0)").contains("site 'a' is a line"))
    #expect(try fault("GEOMETRYCOLLECTION (LINESTRING (0 0,5 5),POINT (3 3))").contains("is a line"))
  }

  @Test("Areas a few km apart are one site, and it is said; farther apart they are refused")
  func areas() throws {
    func pair(_ gap: Double) -> String {
      "MULTIPOLYGON ((\(Plane.ring(0, 0, 100))),(\(Plane.ring(100 + gap, 0, 100))))"
    }
    #expect(try read(pair(50)).remarks.isEmpty)
    let apart = try read(pair(5_000))
    #expect(apart.km == 4.8)
    #expect(apart.remarks.first?.contains("is 2 areas with gaps of up to 5 km between them") == true)
    #expect(try fault(pair(200_000)).contains("gaps of up to 200 km"))
    // Parts in a row are as near as their neighbours.
    let row =
      "MULTIPOLYGON ("
      + (0..<20).map { "(\(Plane.ring(Double($0) * 2_000, 5_000, 1_600)))" }.joined(separator: ",") + ")"
    #expect(try read(row).remarks.isEmpty)
  }

  @Test("Lines and points beside an area are left out, and it is said")
  func extras() throws {
    let found = try read("GEOMETRYCOLLECTION (POLYGON (\(Plane.ring(0, 0, 100))),POINT (9000 0))")
    #expect(found.km == 9.9)
    #expect(found.remarks.first?.contains("beside the area of a site are left out: site 'a'") == true)
  }
}
