// SPDX-License-Identifier: GPL-3.0-or-later

import GEOS
import Testing

@Suite("Spatial index")
struct SpatialIndexTests {
  /// Numbers that are the same on every machine.
  private struct Numbers {
    var state: UInt64
    mutating func next(below limit: Double) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53) * limit
    }
  }

  @Test("It finds what a look at every rectangle finds", arguments: [1, 10, 11, 500])
  func againstEveryRectangle(count: Int) throws {
    let context = try GEOSContext()
    var numbers = Numbers(state: UInt64(count))
    let boxes = (0..<count).map { index -> Bounds in
      let x = numbers.next(below: 100)
      let y = numbers.next(below: 100)
      return index % 3 == 0
        ? Bounds(x: x, y: y)
        : Bounds(minX: x, minY: y, maxX: x + numbers.next(below: 5), maxY: y + numbers.next(below: 5))
    }
    let index = try SpatialIndex(boxes, in: context)
    for _ in 0..<50 {
      let x = numbers.next(below: 120) - 10
      let y = numbers.next(below: 120) - 10
      let asked = Bounds(minX: x, minY: y, maxX: x + 7, maxY: y + 3)
      #expect(try index.items(in: asked) == boxes.indices.filter { boxes[$0].intersects(asked) })
      let nearest = try #require(try index.nearest(to: asked, among: boxes))
      let least = boxes.map { $0.distance(to: asked) }.min()
      #expect(nearest.distance == least)
      #expect(nearest.items == boxes.indices.filter { boxes[$0].distance(to: asked) == least })
    }
  }

  @Test("All of several at the same distance are reported, in the order of the list")
  func ties() throws {
    let context = try GEOSContext()
    let boxes = [Bounds(x: 1, y: 0), Bounds(x: 5, y: 5), Bounds(x: -1, y: 0), Bounds(x: 0, y: 1)]
    let index = try SpatialIndex(boxes, in: context)
    #expect(try index.nearest(to: Bounds(x: 0, y: 0), among: boxes)?.items == [0, 2, 3])
  }

  @Test("An empty index finds nothing")
  func empty() throws {
    let context = try GEOSContext()
    let index = try SpatialIndex([], in: context)
    #expect(try index.items(in: Bounds(x: 0, y: 0)).isEmpty)
    #expect(try index.nearest(to: Bounds(x: 0, y: 0), among: []) == nil)
  }
}
