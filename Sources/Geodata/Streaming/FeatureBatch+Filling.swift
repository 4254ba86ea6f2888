// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

extension FeatureBatch {
  /// Adds a feature with its geometry taken apart.
  mutating func append(
    id featureID: Int64?, ordinal place: Int, _ runs: borrowing WKBRuns
  ) {
    featureRun.append(Int32(runStart.count))
    featureRunCount.append(Int32(runs.starts.count))
    var found: Kinds = []
    for (index, start) in runs.starts.enumerated() {
      let end = index + 1 < runs.starts.count ? runs.starts[index + 1] : runs.x.count
      runStart.append(Int32(x.count + start))
      runCount.append(Int32(end - start))
      runRole.append(runs.roles[index])
      found.insert(Kinds(runs.roles[index]))
    }
    x.append(contentsOf: runs.x)
    y.append(contentsOf: runs.y)
    id.append(featureID ?? -1)
    ordinal.append(place)
    kinds.append(found)
  }

  /// Adds a feature that is a point.
  mutating func append(id featureID: Int64?, ordinal place: Int, point: Coordinate) {
    featureRun.append(Int32(runStart.count))
    featureRunCount.append(1)
    runStart.append(Int32(x.count))
    runCount.append(1)
    runRole.append(.point)
    x.append(point.x)
    y.append(point.y)
    id.append(featureID ?? -1)
    ordinal.append(place)
    kinds.append(.points)
  }

  /// Adds a feature without a geometry, for its fields alone.
  mutating func append(id featureID: Int64?, ordinal place: Int) {
    featureRun.append(Int32(runStart.count))
    featureRunCount.append(0)
    id.append(featureID ?? -1)
    ordinal.append(place)
    kinds.append([])
  }

  /// Gives a feature other runs in place of its own; its kinds stay what the source says.
  mutating func replaceRuns(of feature: Int, with runs: borrowing WKBRuns) {
    featureRun[feature] = Int32(runStart.count)
    featureRunCount[feature] = Int32(runs.starts.count)
    for (index, start) in runs.starts.enumerated() {
      let end = index + 1 < runs.starts.count ? runs.starts[index + 1] : runs.x.count
      runStart.append(Int32(x.count + start))
      runCount.append(Int32(end - start))
      runRole.append(runs.roles[index])
    }
    x.append(contentsOf: runs.x)
    y.append(contentsOf: runs.y)
  }

  /// Takes away what has coordinates that are not finite: of a line the pieces that touch such a corner, of a
  /// polygon the corners themselves, so that it is cut off straight between the last and the next corner that
  /// there is, and points.
  ///
  /// - Returns: The features that have nothing left, and those of which a part went.
  mutating func dropUnusable() -> (lost: [Int], cut: [Int]) {
    var lost: [Int] = []
    var cut: [Int] = []
    for feature in 0..<count where featureRunCount[feature] > 0 {
      let isWhole = runs(of: feature).allSatisfy { run in coordinates(of: run).allSatisfy(isUsable) }
      if isWhole { continue }
      var kept = WKBRuns()
      var keepsHoles = false
      for run in runs(of: feature) {
        let range = coordinates(of: run)
        switch runRole[run] {
        case .point:
          if range.allSatisfy(isUsable) { kept.append(.point, x[range], y[range]) }
        case .line: appendUsableParts(of: range, to: &kept)
        case .outerRing, .hole:
          let places = range.dropLast().filter(isUsable)
          let isRing = places.count >= 3
          if runRole[run] == .outerRing { keepsHoles = isRing }
          guard isRing, keepsHoles, let first = places.first else { continue }
          let ring = places + [first]
          kept.append(runRole[run], ring.map { x[$0] }[...], ring.map { y[$0] }[...])
        }
      }
      replaceRuns(of: feature, with: kept)
      if kept.starts.isEmpty {
        lost.append(feature)
        kinds[feature] = []
      } else {
        cut.append(feature)
      }
    }
    return (lost, cut)
  }

  /// Adds the longest pieces of a line without a corner that is not finite.
  private func appendUsableParts(of range: Range<Int>, to kept: inout WKBRuns) {
    var start: Int?
    for place in range {
      if isUsable(place) {
        if start == nil { start = place }
        continue
      }
      if let first = start { kept.append(.line, x[first..<place], y[first..<place]) }
      start = nil
    }
    if let first = start { kept.append(.line, x[first..<range.upperBound], y[first..<range.upperBound]) }
  }

  private func isUsable(_ place: Int) -> Bool { x[place].isFinite && y[place].isFinite }
}
