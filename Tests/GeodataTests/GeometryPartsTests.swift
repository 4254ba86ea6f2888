// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
import Testing

@testable import Geodata

@Suite("Geometries taken apart")
struct GeometryPartsTests {
  @Test("Every kind comes apart into its runs, heights and measures left out")
  func kinds() throws {
    func roles(_ wkt: String) throws -> [FeatureBatch.Role] { try WKBRuns(Geometry(wkt: wkt).wkb()).roles }
    #expect(try roles("POINT ZM (1 2 3 4)") == [.point])
    #expect(try roles("LINESTRING M (1 2 3,4 5 6)") == [.line])
    #expect(try roles("MULTIPOINT (1 2,3 4)") == [.point, .point])
    #expect(
      try roles(
        "MULTIPOLYGON Z (((0 0 1,4 0 1,4 4 1,0 0 1),(1 1 1,2 1 1,2 2 1,1 1 1)),((9 9 1,10 9 1,10 10 1,9 9 1)))"
      ) == [.outerRing, .hole, .outerRing])
    #expect(
      try roles("GEOMETRYCOLLECTION (POINT (1 2),GEOMETRYCOLLECTION (LINESTRING (0 0,1 1)),POINT EMPTY)") == [
        .point, .line,
      ])
    #expect(try roles("TIN (((0 0,1 0,1 1,0 0)),((0 0,1 1,0 1,0 0)))") == [.outerRing, .outerRing])
    #expect(try roles("POLYGON EMPTY").isEmpty)
    #expect(throws: WKBRuns.Fault.curved) {
      try roles("CURVEPOLYGON (CIRCULARSTRING (0 0,1 1,2 0,1 -1,0 0))")
    }
    let runs = try WKBRuns(Geometry(wkt: "LINESTRING ZM (1 2 3 4,5 6 7 8)").wkb())
    #expect(runs.x == [1, 5] && runs.y == [2, 6])
  }

  @Test(
    "Both byte orders and the extended form are read; bytes cut short or turned are refused, never read past their end"
  )
  func bytes() throws {
    let big: [UInt8] = [0, 0, 0, 0, 1, 0x3f, 0xf0, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0]
    #expect(try WKBRuns(big).x == [1])
    let extended: [UInt8] =
      [1, 1, 0, 0, 0x20, 0xe6, 0x10, 0, 0] + [0, 0, 0, 0, 0, 0, 0xf0, 0x3f] + [0, 0, 0, 0, 0, 0, 0, 0x40]
    #expect(try WKBRuns(extended).y == [2])
    let whole = try Geometry(wkt: "MULTIPOLYGON (((0 0,4 0,4 4,0 0),(1 1,2 1,2 2,1 1)))").wkb()
    for length in 0..<whole.count {
      #expect(throws: WKBRuns.Fault.self) { try WKBRuns(Array(whole.prefix(length))) }
    }
    var chance = Chance(1)
    for _ in 0..<2_000 {
      var damaged = whole
      damaged[chance.below(damaged.count)] = UInt8(chance.below(256))
      _ = try? WKBRuns(damaged)
    }
  }

  @Test("A feature written back is the geometry it was")
  func back() throws {
    for wkt in [
      "POINT (1 2)", "LINESTRING (0 0,1 1)", "POLYGON ((0 0,4 0,4 4,0 0),(2 1,3 1,3 2,2 1))",
      "MULTIPOLYGON (((0 0,4 0,4 4,0 0)),((9 9,10 9,10 10,9 9)))",
      "GEOMETRYCOLLECTION (POINT (1 2),POLYGON ((0 0,4 0,4 4,0 0)))",
    ] {
      let geometry = try Geometry(wkt: wkt)
      var batch = FeatureBatch()
      batch.append(id: 7, ordinal: 0, try WKBRuns(geometry.wkb()))
      #expect(try Geometry(wkb: batch.wkb(of: 0)).wkt() == geometry.wkt())
    }
  }

  @Test("The quick look at a ring never calls an invalid one valid", arguments: 1...5)
  func plainlyValid(seed: Int) throws {
    var chance = Chance(seed)
    let context = try GEOSContext()
    var convex = 0
    for _ in 0..<400 {
      let corners = 3 + chance.below(4)
      var points = (0..<corners).map { _ in (chance.place(0...10).rounded(), chance.place(0...10).rounded()) }
      if chance.below(2) == 0 {
        points = (0..<corners).map { corner in
          let angle = 2 * Double.pi * Double(corner) / Double(corners) * (chance.below(8) == 0 ? 2 : 1)
          return (5 + 4 * PlaneAngle.cosine(angle), 5 + 4 * PlaneAngle.sine(angle))
        }
      }
      var batch = FeatureBatch()
      batch.append(id: nil, ordinal: 0, try WKBRuns(Geometry(wkt: Plane.polygon(points)).wkb()))
      guard RingCheck.isPlainlyValid(batch, run: 0) else { continue }
      convex += 1
      #expect(try Shape(wkb: batch.wkb(of: 0), in: context).isValid, "\(points)")
    }
    #expect(convex > 50)
  }

  @Test("Open rings are closed, rings of two corners become lines, ties are cut: what is repaired is counted")
  func repair() throws {
    func repaired(_ wkt: String) throws -> (count: Int, roles: [FeatureBatch.Role], area: Double) {
      var batch = FeatureBatch()
      batch.append(id: 1, ordinal: 0, try WKBRuns(Geometry(wkt: wkt).wkb()))
      var check = RingCheck(context: try GEOSContext())
      try check.repair(&batch)
      let area = try Geometry(wkb: batch.wkb(of: 0)).area
      return (check.repaired, batch.runs(of: 0).map { batch.runRole[$0] }, area)
    }
    let open = try repaired("POLYGON ((0 0,4 0,4 4,0 4))")
    #expect(open.count == 1 && open.area == 16)
    let flat = try repaired("POLYGON ((0 0,4 0,0 0))")
    #expect(flat.count == 1 && flat.roles == [.line])
    let tie = try repaired("POLYGON ((0 0,2 2,2 0,0 2,0 0))")
    #expect(tie.count == 1 && tie.area == 2)
    let sound = try repaired("POLYGON ((0 0,4 0,4 4,2 1,0 4,0 0))")
    #expect(sound.count == 0 && sound.area == 10)
  }
}
