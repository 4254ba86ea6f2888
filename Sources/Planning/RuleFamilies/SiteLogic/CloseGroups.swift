// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

/// Groups of points all of whose members are close to each other, so that each close pair is in at least one
/// group. One row for a group says more than one for each of its pairs, and there are fewer of them.
struct CloseGroups {
  /// The groups, each ascending, in order of their first two members.
  private(set) var groups: [[Int]] = []

  /// - Parameters:
  ///   - positions: The points.
  ///   - km: Points closer than this are close, in km on a sphere.
  init(of positions: [SiteTable.Position], withinKm km: Double) {
    let neighbours = Self.neighbours(positions, km)
    let close = neighbours.map { Set($0) }
    var covered = positions.map { _ in Set<Int>() }
    for first in positions.indices {
      for second in neighbours[first] where second > first && !covered[first].contains(second) {
        var group = [first, second]
        for other in neighbours[first] where other > first && other != second {
          var isCloseToAll = true
          for member in group where !close[other].contains(member) { isCloseToAll = false }
          if isCloseToAll { group.append(other) }
        }
        group.sort()
        for (place, member) in group.enumerated() { covered[member].formUnion(group[(place + 1)...]) }
        groups.append(group)
      }
    }
  }

  /// For each point the close ones, ascending. A sweep from south to north: points farther apart in latitude
  /// alone are not compared.
  private static func neighbours(_ positions: [SiteTable.Position], _ km: Double) -> [[Int]] {
    var neighbours = positions.map { _ in [Int]() }
    let points = positions.map(Sphere.point)
    let northward = positions.indices.sorted {
      (positions[$0].latitude, $0) < (positions[$1].latitude, $1)
    }
    let band = km / Sphere.kmPerDegree * (1 + 1e-9)
    let chord = Sphere.chordSquared(km: km)
    for (place, i) in northward.enumerated() {
      for j in northward[(place + 1)...] {
        if positions[j].latitude - positions[i].latitude > band { break }
        guard Sphere.squaredChord(points[i], points[j]) < chord else { continue }
        neighbours[i].append(j)
        neighbours[j].append(i)
      }
    }
    return neighbours.map { $0.sorted() }
  }
}
