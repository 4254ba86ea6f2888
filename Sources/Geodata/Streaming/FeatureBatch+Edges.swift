// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

extension FeatureBatch {
  /// Where an edge leads from a corner that the measuring reference system can show to one that it cannot,
  /// adds the last place of the edge that it can show, so that no more is cut off than must be. The edge is
  /// straight in the coordinates of the source.
  ///
  /// - Parameters:
  ///   - sourceX: The coordinates of the batch before they were carried over.
  ///   - sourceY: The same.
  ///   - transform: From the source's coordinates to the measuring reference system.
  mutating func insertEdgePlaces(
    sourceX: [Double], sourceY: [Double], by transform: CoordinateTransform
  ) throws {
    for feature in 0..<count {
      let hasBroken = runs(of: feature).contains { run in
        runCount[run] > 1 && coordinates(of: run).contains { !x[$0].isFinite }
      }
      guard hasBroken else { continue }
      var filled = WKBRuns()
      for run in runs(of: feature) {
        var runX: [Double] = []
        var runY: [Double] = []
        let range = coordinates(of: run)
        for place in range {
          if place > range.lowerBound, x[place - 1].isFinite != x[place].isFinite {
            let isShown = x[place - 1].isFinite
            let (good, bad) = isShown ? (place - 1, place) : (place, place - 1)
            let edge = try Self.lastPlace(
              from: (sourceX[good], sourceY[good]), to: (sourceX[bad], sourceY[bad]), transform)
            for found in isShown ? edge : edge.reversed() {
              runX.append(found.x)
              runY.append(found.y)
            }
          }
          runX.append(x[place])
          runY.append(y[place])
        }
        filled.append(runRole[run], runX[...], runY[...])
      }
      replaceRuns(of: feature, with: filled)
    }
  }

  /// Places on an edge up to the last that can be shown: sixteen evenly spread ones, so that the edge keeps
  /// its course on the map.
  private static func lastPlace(
    from good: (x: Double, y: Double), to bad: (x: Double, y: Double), _ transform: CoordinateTransform
  ) throws -> [Coordinate] {
    guard bad.x.isFinite, bad.y.isFinite else { return [] }
    func place(_ share: Double) -> Coordinate {
      Coordinate(x: good.x + share * (bad.x - good.x), y: good.y + share * (bad.y - good.y))
    }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if try transform.transform([place(middle)])[0] == nil { high = middle } else { low = middle }
    }
    return try transform.transform((1...16).map { place(low * Double($0) / 16) }).compactMap { $0 }
  }
}
