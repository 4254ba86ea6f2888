// SPDX-License-Identifier: GPL-3.0-or-later

import GEOS
import Testing

@Suite("Shapes")
struct ShapeTests {
  let context: GEOSContext

  init() throws { context = try GEOSContext() }

  @Test("A rectangle has the area, length and bounds of its sides")
  func measures() throws {
    let box = try Shape.rectangle(Bounds(minX: 1, minY: 2, maxX: 4, maxY: 6), in: context)
    #expect(box.area == 12)
    #expect(box.length == 14)
    #expect(box.bounds == Bounds(minX: 1, minY: 2, maxX: 4, maxY: 6))
    #expect(box.dimension == 2)
    #expect(box.isValid)
    #expect(!box.isEmpty)
  }

  @Test("Binary there and back is the same shape")
  func binary() throws {
    let line = try Shape.line(x: [0, 3], y: [0, 4], in: context)
    let again = try Shape(wkb: line.wkb(), in: context)
    #expect(again.length == 5)
    #expect(again.dimension == 1)
  }

  @Test("Two halves overlap where they should, and their union counts the overlap once")
  func overlay() throws {
    let left = try Shape.rectangle(Bounds(minX: 0, minY: 0, maxX: 6, maxY: 1), in: context)
    let right = try Shape.rectangle(Bounds(minX: 4, minY: 0, maxX: 10, maxY: 1), in: context)
    #expect(try left.intersection(right).area == 2)
    #expect(try Shape.union([left, right], in: context).area == 10)
    #expect(try Shape.union([], in: context).isEmpty)
    #expect(try left.clipped(to: Bounds(minX: 5, minY: -1, maxX: 9, maxY: 3)).area == 1)
    #expect(try left.intersects(right))
    #expect(try !left.covers(right))
  }

  @Test("A circle of 16 pieces a quarter has the area of a regular polygon with 64 corners")
  func circle() throws {
    let circle = try Shape.point(x: 5, y: -3, in: context).buffer(2, quadrantSegments: 16)
    // Area of a regular polygon with n corners on a circle of radius r: n r^2 sin(2 pi / n) / 2, with sin(pi
    // / 32).
    let expected = 64 * 4 * 0.09801714032956060 / 2
    #expect(abs(circle.area - expected) < 1e-12)
  }

  @Test("A bow-tie is invalid and is mended to its two triangles")
  func mended() throws {
    let bow = try Shape.polygon(x: [0, 2, 2, 0, 0], y: [0, 2, 0, 2, 0], in: context)
    #expect(!bow.isValid)
    let mended = try bow.madeValid()
    #expect(mended.isValid)
    #expect(mended.area == 2)
    #expect(try mended.parts().count == 2)
  }

  @Test("Distances are the same prepared and not")
  func distances() throws {
    let line = try Shape.line(x: [0, 10], y: [0, 0], in: context)
    let point = try Shape.point(x: 4, y: 3, in: context)
    let prepared = try PreparedShape(line)
    #expect(try line.distance(to: point) == 3)
    #expect(try prepared.distance(to: point) == 3)
    #expect(try prepared.isWithin(3, of: point))
    #expect(try !prepared.isWithin(2.999, of: point))
    #expect(try !prepared.intersects(point))
  }

  @Test("A point inside a ring-shaped area is not in its hole")
  func inside() throws {
    let outer = try Shape.point(x: 0, y: 0, in: context).buffer(10)
    let hole = try Shape.point(x: 0, y: 0, in: context).buffer(9)
    let ring = try Shape(wkt: "MULTIPOLYGON EMPTY", in: context)
    #expect(ring.isEmpty)
    #expect(ring.bounds == nil)
    let place = try outer.pointOnSurface()
    #expect(try outer.covers(Shape.point(x: place.x, y: place.y, in: context)))
    #expect(try PreparedShape(outer).covers(hole))
  }

  @Test("Bytes and texts that are no geometry are errors with the library's words")
  func badInput() throws {
    #expect(throws: GEOSError.self) { try Shape(wkb: [1, 2, 3], in: context) }
    #expect(throws: GEOSError.self) { try Shape(wkt: "POINT (1", in: context) }
    #expect(throws: GEOSError.self) { try Shape.line(x: [1], y: [1], in: context) }
    #expect(throws: GEOSError.self) { try Shape.line(x: [1, 2], y: [1], in: context) }
    #expect(throws: GEOSError.self) { try Shape.polygon(x: [0, 1, 1], y: [0, 0, 1], in: context) }
    let error = #expect(throws: GEOSError.self) {
      try Shape.polygon(x: [0, 1, 1, 2], y: [0, 0, 1, 2], in: context)
    }
    #expect(error?.message.contains("closed") == true)
  }
}
