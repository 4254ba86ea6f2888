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

  /// Takes away every run with a coordinate that is not finite, together with the polygon it is part of.
  ///
  /// - Returns: The features that have nothing left.
  mutating func dropUnusable() -> [Int] {
    var lost: [Int] = []
    for feature in 0..<count where featureRunCount[feature] > 0 {
      var unusable: Set<Int> = []
      var outer = 0
      for run in runs(of: feature) {
        if runRole[run] != .hole { outer = run }
        if coordinates(of: run).contains(where: { !x[$0].isFinite || !y[$0].isFinite }) {
          unusable.insert(runRole[run] == .hole ? outer : run)
        }
      }
      if unusable.isEmpty { continue }
      let start = runStart.count
      var keeps = false
      for run in runs(of: feature) {
        if runRole[run] != .hole { keeps = !unusable.contains(run) }
        guard keeps else { continue }
        runStart.append(runStart[run])
        runCount.append(runCount[run])
        runRole.append(runRole[run])
      }
      featureRun[feature] = Int32(start)
      featureRunCount[feature] = Int32(runStart.count - start)
      if runStart.count == start {
        lost.append(feature)
        kinds[feature] = []
      }
    }
    return lost
  }
}
