// SPDX-License-Identifier: GPL-3.0-or-later

import GEOS

/// A tree over many rectangles, packed into flat arrays: items in the order of a Hilbert curve, 16 to a node.
/// It is built in one go and never changed. GEOS has such a tree too, but wants a geometry of its own for
/// every rectangle and every question, which costs more than the search itself when there are thousands of
/// sites.
struct PackedIndex {
  private static let nodeSize = 16

  /// Number of items.
  let count: Int
  /// All nodes, items first and the root last.
  private let boxes: [Bounds]
  /// For items the position in the list they were made of, for nodes above the first child.
  private let links: [Int32]

  /// A tree over rectangles, which are known by their position in the list.
  init(_ items: [Bounds]) {
    count = items.count
    guard let first = items.first else {
      boxes = []
      links = []
      return
    }
    let whole = items.dropFirst().reduce(first) { $0.union($1) }
    let order = Self.curveOrder(of: items, within: whole)
    var boxes: [Bounds] = []
    var links: [Int32] = []
    boxes.reserveCapacity(items.count * 17 / 16 + 2)
    links.reserveCapacity(items.count * 17 / 16 + 2)
    for item in order {
      boxes.append(items[Int(item)])
      links.append(item)
    }
    var levelStart = 0
    while boxes.count - levelStart > 1 {
      let levelEnd = boxes.count
      for start in stride(from: levelStart, to: levelEnd, by: Self.nodeSize) {
        var box = boxes[start]
        for child in start..<min(start + Self.nodeSize, levelEnd) {
          box = box.union(boxes[child])
        }
        boxes.append(box)
        links.append(Int32(start))
      }
      levelStart = levelEnd
    }
    self.boxes = boxes
    self.links = links
  }

  /// The least rectangle that holds all; nil for none.
  var bounds: Bounds? { boxes.last }

  /// Appends the items whose rectangles meet another one, edges included, in no stated order.
  func items(in query: Bounds, into found: inout [Int32]) {
    guard count > 0 else { return }
    boxes.withUnsafeBufferPointer { boxes in
      links.withUnsafeBufferPointer { links in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { stack in
          guard boxes[boxes.count - 1].intersects(query) else { return }
          var depth = 1
          stack[0] = Int32(boxes.count - 1)
          while depth > 0 {
            depth -= 1
            let node = Int(stack[depth])
            if node < count {
              found.append(links[node])
              continue
            }
            let start = Int(links[node])
            for child in start..<min(start + Self.nodeSize, levelEnd(of: start))
            where boxes[child].intersects(query) {
              stack[depth] = Int32(child)
              depth += 1
            }
          }
        }
      }
    }
  }

  /// Visits items in roughly ascending distance from a rectangle until none is left that could be as near as
  /// the visitor wants.
  ///
  /// - Parameter query: The rectangle, without extent for a point.
  func visitNearest<Visitor: NearestVisitor>(to query: Bounds, _ visitor: inout Visitor) {
    guard count > 0 else { return }
    boxes.withUnsafeBufferPointer { boxes in
      links.withUnsafeBufferPointer { links in
        withUnsafeTemporaryAllocation(of: Candidate.self, capacity: 256) { stack in
          var depth = 1
          stack[0] = Candidate(
            node: Int32(boxes.count - 1), square: squaredDistance(boxes[boxes.count - 1], query))
          while depth > 0 {
            depth -= 1
            let candidate = stack[depth]
            // The slack keeps exact ties in: the first in file order wins, whatever the shape of the tree.
            guard candidate.square <= visitor.limitSquare * (1 + 1e-12) else { continue }
            let node = Int(candidate.node)
            if node < count {
              visitor.visit(Int(links[node]), boxSquare: candidate.square)
              continue
            }
            let start = Int(links[node])
            let bottom = depth
            for child in start..<min(start + Self.nodeSize, levelEnd(of: start)) {
              let square = squaredDistance(boxes[child], query)
              guard square <= visitor.limitSquare * (1 + 1e-12) else { continue }
              // Farthest at the bottom of the stack, nearest on top.
              var place = depth
              while place > bottom, stack[place - 1].square < square {
                stack[place] = stack[place - 1]
                place -= 1
              }
              stack[place] = Candidate(node: Int32(child), square: square)
              depth += 1
            }
          }
        }
      }
    }
  }

  private struct Candidate {
    var node: Int32
    var square: Double
  }

  /// End of the level that a node lies in.
  @inline(__always)
  private func levelEnd(of node: Int) -> Int {
    var end = count
    var size = count
    while end <= node {
      size = (size + Self.nodeSize - 1) / Self.nodeSize
      end += size
    }
    return end
  }
}

/// What a search for the nearest items asks and tells.
protocol NearestVisitor {
  /// Square of the distance beyond which nothing is wanted any more.
  var limitSquare: Double { get }
  /// Looks at an item whose rectangle is near enough.
  mutating func visit(_ item: Int, boxSquare: Double)
}

/// Square of the least distance between two rectangles.
@inline(__always)
func squaredDistance(_ one: Bounds, _ other: Bounds) -> Double {
  let dx = max(0, max(other.minX - one.maxX, one.minX - other.maxX))
  let dy = max(0, max(other.minY - one.maxY, one.minY - other.maxY))
  return dx * dx + dy * dy
}
