// SPDX-License-Identifier: GPL-3.0-or-later

import GEOS
import Testing

@testable import Geodata

@Suite("Packed tree")
struct PackedIndexTests {
  private func boxes(_ count: Int, _ chance: inout Chance) -> [Bounds] {
    (0..<count).map { number in
      let x = chance.number(0...1_000)
      let y = chance.number(0...1_000)
      let size = number % 3 == 0 ? 0 : chance.number(0...40)
      return Bounds(minX: x, minY: y, maxX: x + size, maxY: y + size)
    }
  }

  @Test(
    "Finds the rectangles that meet another one, as a walk over all of them does",
    arguments: [0, 1, 2, 15, 16, 17, 256, 257, 4_097])
  func meeting(count: Int) {
    var chance = Chance(count)
    let items = boxes(count, &chance)
    let tree = PackedIndex(items)
    for query in boxes(40, &chance) {
      var found: [Int32] = []
      tree.items(in: query, into: &found)
      #expect(found.sorted().map(Int.init) == items.indices.filter { items[$0].intersects(query) })
    }
    #expect(tree.count == count)
  }

  private struct Nearest: NearestVisitor {
    var limitSquare = Double.infinity
    var best: [Int] = []
    var visits = 0

    mutating func visit(_ item: Int, boxSquare: Double) {
      visits += 1
      if boxSquare < limitSquare {
        limitSquare = boxSquare
        best = [item]
      } else if boxSquare == limitSquare {
        best.append(item)
      }
    }
  }

  @Test("Finds all nearest rectangles without visiting most of them", arguments: [1, 17, 300, 5_000])
  func nearest(count: Int) {
    var chance = Chance(count)
    let items = boxes(count, &chance)
    let tree = PackedIndex(items)
    for query in boxes(40, &chance) {
      var visitor = Nearest()
      tree.visitNearest(to: query, &visitor)
      let distances = items.map { squaredDistance($0, query) }
      let least = distances.min()
      #expect(visitor.limitSquare == least)
      #expect(visitor.best.sorted() == items.indices.filter { distances[$0] == least })
      if count == 5_000, least != 0 { #expect(visitor.visits < 400) }
    }
  }

  @Test("Many rectangles in one place and on one line are found too")
  func degenerate() {
    let same = [Bounds](repeating: Bounds(x: 5, y: 5), count: 1_000)
    var found: [Int32] = []
    PackedIndex(same).items(in: Bounds(x: 5, y: 5), into: &found)
    #expect(found.count == 1_000)
    let line = (0..<1_000).map { Bounds(x: Double($0), y: 0) }
    found = []
    PackedIndex(line).items(in: Bounds(minX: 10, minY: -1, maxX: 19, maxY: 1), into: &found)
    #expect(found.sorted() == (10...19).map(Int32.init))
  }
}
