// SPDX-License-Identifier: GPL-3.0-or-later

import Results
import Sites

/// The cells of a map in plain text: which are land, and on which a site lies. Cells are twice as high as
/// wide, as characters are.
struct TextMapLand {
  /// Points of a cell in each direction that are looked at, and how many of all must be land.
  private static let points = 4
  private static let leastPoints = 7

  /// Columns of the map.
  let columns: Int
  /// Whether a cell is land, line by line from the north.
  private(set) var isLand: [[Bool]]
  private let westM: Double
  private let northM: Double
  private let cellM: Double

  /// A map around the outlines and the sites near France; nil without outlines.
  init?(_ basemap: Basemap, sites: [SiteTable.Position]) {
    var rings: [[(x: Double, y: Double)]] = []
    for kind in [Basemap.Kind.departement, .region, .land] where rings.isEmpty {
      rings = Self.rings(basemap, kind)
    }
    var box = Box()
    for ring in rings { for point in ring { box.grow(point.x, point.y) } }
    guard box.isFilled else { return nil }
    for site in sites {
      if let point = Lambert93.project(longitude: site.longitude, latitude: site.latitude) {
        box.grow(point.eastM, point.northM)
      }
    }
    let width = max(box.east - box.west, 1)
    let height = max(box.north - box.south, 1)
    let cellM = max(width / Double(TextMap.mostColumns), height / Double(2 * TextMap.mostLines))
    self.cellM = cellM
    columns = min(TextMap.mostColumns, max(1, Int((width / cellM).rounded(.up))))
    let lines = min(TextMap.mostLines, max(1, Int((height / (2 * cellM)).rounded(.up))))
    westM = box.west
    northM = box.north
    isLand = Self.land(rings, columns: columns, lines: lines, west: box.west, north: box.north, cell: cellM)
  }

  /// The cell of a position, counted line by line; nil where it lies outside.
  func cell(of position: SiteTable.Position) -> Int? {
    guard let point = Lambert93.project(longitude: position.longitude, latitude: position.latitude) else {
      return nil
    }
    let x = (point.eastM - westM) / cellM
    let y = (northM - point.northM) / (2 * cellM)
    // The sites that the frame was made around lie on its edge at most; others lie far outside.
    guard x >= -0.5, y >= -0.5, x < Double(columns) + 0.5, y < Double(isLand.count) + 0.5 else { return nil }
    let column = min(max(Int(x), 0), columns - 1)
    return min(max(Int(y), 0), isLand.count - 1) * columns + column
  }

  private static func rings(_ basemap: Basemap, _ kind: Basemap.Kind) -> [[(x: Double, y: Double)]] {
    var rings: [[(x: Double, y: Double)]] = []
    for outline in basemap.outlines where outline.kind == kind {
      for path in outline.paths {
        var ring: [(x: Double, y: Double)] = []
        for (x, y) in zip(path.x, path.y) {
          switch basemap.coordinates {
          case .lambert93: if x.isFinite, y.isFinite { ring.append((x, y)) }
          case .longitudeLatitude:
            if let point = Lambert93.project(longitude: x, latitude: y) {
              ring.append((point.eastM, point.northM))
            }
          }
        }
        if ring.count > 2 { rings.append(ring) }
      }
    }
    return rings
  }

  /// Looks at points on lines from west to east: those with an odd number of borders to their west are land.
  private static func land(
    _ rings: [[(x: Double, y: Double)]], columns: Int, lines: Int, west: Double, north: Double, cell: Double
  ) -> [[Bool]] {
    let stepX = cell / Double(points)
    let stepY = 2 * cell / Double(points)
    var borders = [[Double]](repeating: [], count: lines * points)
    for ring in rings {
      var before = ring[ring.count - 1]
      for point in ring {
        let top = max(before.y, point.y)
        let bottom = min(before.y, point.y)
        let first = ((north - top) / stepY - 0.5).rounded(.up)
        var row = Int(min(max(first, 0), Double(borders.count)))
        while row < borders.count {
          let y = north - (Double(row) + 0.5) * stepY
          // A point belongs to the edge below it alone, so that no border counts twice.
          if y <= bottom { break }
          if y <= top {
            borders[row].append(before.x + (point.x - before.x) * (y - before.y) / (point.y - before.y))
          }
          row += 1
        }
        before = point
      }
    }
    var found = [[Int]](repeating: [Int](repeating: 0, count: columns), count: lines)
    for row in borders.indices {
      let sorted = borders[row].sorted()
      var passed = 0
      for sample in 0..<columns * points {
        let x = west + (Double(sample) + 0.5) * stepX
        while passed < sorted.count, sorted[passed] < x { passed += 1 }
        if passed % 2 == 1 { found[row / points][sample / points] += 1 }
      }
    }
    return found.map { line in line.map { $0 >= leastPoints } }
  }

  /// The part of the map plane within 700 km of the middle of France; what lies beyond would shrink it to a
  /// dot.
  private struct Box {
    var west = Double.infinity
    var south = Double.infinity
    var east = -Double.infinity
    var north = -Double.infinity
    var isFilled: Bool { west <= east && south <= north }

    mutating func grow(_ x: Double, _ y: Double) {
      guard (x - 700_000).magnitude < 700_000, (y - 6_600_000).magnitude < 700_000 else { return }
      west = min(west, x)
      east = max(east, x)
      south = min(south, y)
      north = max(north, y)
    }
  }
}
