// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
import Quantities

/// Sites of several points or several areas: how far apart these lie, and whether they can be one site.
enum SiteParts {
  /// Points of one site may lie this far apart, in metres; the middle of them then stands for the site.
  static let pointLimitM = 1_000.0
  /// Areas of one site may lie this far apart, in metres.
  static let areaLimitM = 10_000.0
  /// From this distance on, in metres, a planner is warned that the areas of a site lie apart.
  static let areaRemarkM = 500.0

  /// What follows for a site: nothing, something to tell, or a reason why it cannot be one.
  enum Verdict: Equatable {
    case fine
    case remark(String)
    case fault(String)
  }

  /// Judges the points of a site.
  ///
  /// - Parameter points: In the measuring reference system; nil for one that cannot be brought there.
  static func verdict(points: [Coordinate?]) -> Verdict {
    let found = points.compactMap { $0 }
    guard found.count == points.count else { return .fine }
    guard let first = found.first else { return .fine }
    // Twice the way from any of them to the farthest is no less than the largest distance of two.
    func farthest(from place: Coordinate) -> (metres: Double, place: Coordinate) {
      found.reduce((0, place)) { best, other in
        let (dx, dy) = (other.x - place.x, other.y - place.y)
        let metres = (dx * dx + dy * dy).squareRoot()
        return metres > best.0 ? (metres, other) : best
      }
    }
    let apart = farthest(from: farthest(from: first).place).metres
    if apart > pointLimitM {
      return .fault(
        "is \(found.count) points up to \(distance(apart)) apart, and a site is one place; give each a row of its own, or one area"
      )
    }
    return apart > 0
      ? .remark("is \(found.count) points up to \(distance(apart)) apart, and the middle of them is taken")
      : .fine
  }

  /// Judges the areas of a site by the widest gap on the shortest way that joins them all.
  ///
  /// - Parameter area: A valid polygon or multipolygon in the measuring reference system.
  static func verdict(area: Shape) throws -> Verdict {
    let parts = try area.parts()
    guard parts.count > 1 else { return .fine }
    let boxes = parts.map { $0.bounds ?? Bounds(x: 0, y: 0) }
    // Of very many parts the rectangles tell enough.
    let isExact = parts.count <= 64
    var gaps = [Double](repeating: .infinity, count: parts.count)
    var isJoined = [Bool](repeating: false, count: parts.count)
    var widest = 0.0
    var next = 0
    for _ in 1..<parts.count {
      isJoined[next] = true
      for other in parts.indices where !isJoined[other] {
        let least = boxes[next].distance(to: boxes[other])
        guard least < gaps[other] else { continue }
        gaps[other] = min(gaps[other], isExact ? try parts[next].distance(to: parts[other]) : least)
      }
      next = parts.indices.filter { !isJoined[$0] }.min { gaps[$0] < gaps[$1] } ?? next
      widest = max(widest, gaps[next])
    }
    let words = "is \(parts.count) areas with gaps of up to \(distance(widest)) between them"
    if widest > areaLimitM {
      return .fault("\(words), and a site is one place; give each a row of its own")
    }
    return widest > areaRemarkM
      ? .remark(
        "\(words); distances count from the nearest of them, and a point inside one of them stands for the site"
      ) : .fine
  }

  /// A distance for reading.
  private static func distance(_ metres: Double) -> String {
    metres < 1_000
      ? "\(NumberText.plain(metres.rounded(decimals: 1))) m"
      : "\(NumberText.plain((metres / 100).rounded() / 10)) km"
  }
}
