// SPDX-License-Identifier: GPL-3.0-or-later

import GEOS

/// A batch of features made ready for search: every run is cut into pieces of a few coordinates, and a tree
/// over the pieces finds those near a site. A river with a hundred thousand corners so costs no more than a
/// hundred short ones.
final class BatchIndex {
  /// A piece of a run: a point, or up to 16 straight segments.
  struct Piece {
    var feature: Int32
    var start: Int32
    var count: Int32
    /// Whether it belongs to a ring of a polygon.
    var isRing: Bool
  }

  /// Segments a piece.
  private static let segmentsPerPiece = 16

  /// The features.
  let batch: FeatureBatch
  /// All pieces, feature by feature.
  let pieces: [Piece]
  /// Rectangle of each piece.
  let boxes: [Bounds]
  /// First piece of each feature, and after the last feature the number of all pieces.
  let firstPiece: [Int32]
  /// Tree over the pieces.
  let tree: PackedIndex
  /// Whether all pieces are single points.
  let isPoints: Bool

  /// Features with polygons, and a tree over their rectangles; made on first use.
  private(set) lazy var areas = AreaList(self)

  private var shapes: [Int: Shape] = [:]

  /// Makes a batch ready for search.
  init(_ batch: consuming FeatureBatch) {
    var pieces: [Piece] = []
    var boxes: [Bounds] = []
    var firstPiece: [Int32] = []
    pieces.reserveCapacity(batch.count)
    boxes.reserveCapacity(batch.count)
    firstPiece.reserveCapacity(batch.count + 1)
    var isPoints = true
    for feature in 0..<batch.count {
      firstPiece.append(Int32(pieces.count))
      for run in batch.runs(of: feature) {
        let role = batch.runRole[run]
        let range = batch.coordinates(of: run)
        if range.count == 1 {
          pieces.append(
            Piece(feature: Int32(feature), start: Int32(range.lowerBound), count: 1, isRing: false))
          boxes.append(Bounds(x: batch.x[range.lowerBound], y: batch.y[range.lowerBound]))
          continue
        }
        isPoints = false
        for start in stride(from: range.lowerBound, to: range.upperBound - 1, by: Self.segmentsPerPiece) {
          let end = min(start + Self.segmentsPerPiece, range.upperBound - 1)
          var box = Bounds(x: batch.x[start], y: batch.y[start])
          for place in (start + 1)...end {
            box.minX = min(box.minX, batch.x[place])
            box.maxX = max(box.maxX, batch.x[place])
            box.minY = min(box.minY, batch.y[place])
            box.maxY = max(box.maxY, batch.y[place])
          }
          pieces.append(
            Piece(
              feature: Int32(feature), start: Int32(start), count: Int32(end - start + 1),
              isRing: role == .outerRing || role == .hole))
          boxes.append(box)
        }
      }
    }
    firstPiece.append(Int32(pieces.count))
    self.batch = batch
    self.pieces = pieces
    self.boxes = boxes
    self.firstPiece = firstPiece
    self.isPoints = isPoints
    tree = PackedIndex(boxes)
  }

  /// Pieces of a feature.
  func pieces(of feature: Int) -> Range<Int> { Int(firstPiece[feature])..<Int(firstPiece[feature + 1]) }

  /// Square of the distance from a point to a piece.
  @inline(__always)
  func squaredDistance(_ px: Double, _ py: Double, piece: Int) -> Double {
    let found = pieces[piece]
    return batch.x.withUnsafeBufferPointer { x in
      batch.y.withUnsafeBufferPointer { y in
        SegmentGeometry.squaredDistance(px, py, x: x, y: y, start: Int(found.start), count: Int(found.count))
      }
    }
  }

  /// The place of a piece that is nearest to a point, and the square of its distance.
  func nearestPlace(_ px: Double, _ py: Double, piece: Int) -> (x: Double, y: Double, square: Double) {
    let found = pieces[piece]
    let start = Int(found.start)
    var best = (x: batch.x[start], y: batch.y[start], square: Double.infinity)
    func offer(_ x: Double, _ y: Double) {
      let square = (x - px) * (x - px) + (y - py) * (y - py)
      if square < best.square { best = (x, y, square) }
    }
    offer(batch.x[start], batch.y[start])
    for place in start..<(start + Int(found.count) - 1) {
      let (dx, dy) = (batch.x[place + 1] - batch.x[place], batch.y[place + 1] - batch.y[place])
      let along = (px - batch.x[place]) * dx + (py - batch.y[place]) * dy
      let whole = dx * dx + dy * dy
      if along > 0, along < whole {
        offer(batch.x[place] + along / whole * dx, batch.y[place] + along / whole * dy)
      }
      offer(batch.x[place + 1], batch.y[place + 1])
    }
    return best
  }

  /// Whether a point lies in a feature's polygons or on their boundary.
  func contains(_ px: Double, _ py: Double, feature: Int) -> Bool {
    var crossings = 0
    var isOnBoundary = false
    forEachRingPiece(of: feature, upTo: Bounds(minX: px, minY: py, maxX: .infinity, maxY: py)) { piece in
      let count = batch.x.withUnsafeBufferPointer { x in
        batch.y.withUnsafeBufferPointer { y in
          SegmentGeometry.crossings(px, py, x: x, y: y, start: Int(piece.start), count: Int(piece.count))
        }
      }
      if count < 0 { isOnBoundary = true } else { crossings += count }
    }
    return isOnBoundary || crossings % 2 == 1
  }

  /// Calls `body` with the pieces of a feature's rings that meet a rectangle, in no stated order.
  @inline(__always)
  func forEachRingPiece(of feature: Int, upTo region: Bounds, _ body: (Piece) -> Void) {
    let range = pieces(of: feature)
    guard range.count > Self.piecesWorthSearching else {
      for piece in range where pieces[piece].isRing && boxes[piece].intersects(region) { body(pieces[piece]) }
      return
    }
    var hits: [Int32] = []
    tree.items(in: region, into: &hits)
    for hit in hits where pieces[Int(hit)].isRing && Int(pieces[Int(hit)].feature) == feature {
      body(pieces[Int(hit)])
    }
  }

  /// Up to this many pieces of one feature, walking over all of them is quicker than asking the tree.
  private static let piecesWorthSearching = 1_000

  /// A feature as a geometry of GEOS, kept for the next question about it.
  ///
  /// - Throws: `GEOSError` when it cannot be made.
  func shape(of feature: Int, in context: GEOSContext) throws -> Shape {
    if let shape = shapes[feature] { return shape }
    let shape = try Shape(wkb: batch.wkb(of: feature), in: context)
    shapes[feature] = shape
    return shape
  }
}

/// The features of a batch that have polygons.
struct AreaList {
  /// Their positions in the batch, ascending.
  let features: [Int32]
  /// Tree over their rectangles; its items are positions in `features`.
  let tree: PackedIndex

  fileprivate init(_ index: BatchIndex) {
    var features: [Int32] = []
    var boxes: [Bounds] = []
    for feature in 0..<index.batch.count {
      var box: Bounds?
      for piece in index.pieces(of: feature) where index.pieces[piece].isRing {
        box = box?.union(index.boxes[piece]) ?? index.boxes[piece]
      }
      guard let box else { continue }
      features.append(Int32(feature))
      boxes.append(box)
    }
    self.features = features
    tree = PackedIndex(boxes)
  }
}
