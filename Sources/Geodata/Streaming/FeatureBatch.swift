// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS

/// A bounded number of features as flat columns, in file order: coordinates of all of them one after the
/// other, runs of coordinates (points, lines, rings), and the fields that were asked for.
struct FeatureBatch {
  /// Position of the first feature among all that were read.
  var firstOrdinal = 0

  /// Coordinates in the measuring reference system, in metres.
  var x: [Double] = []
  var y: [Double] = []

  /// Runs: first coordinate, number of coordinates, what they are.
  var runStart: [Int32] = []
  var runCount: [Int32] = []
  var runRole: [Role] = []

  /// Features: id in the source or -1, position among all that were read, first run, number of runs, kinds.
  var id: [Int64] = []
  var ordinal: [Int] = []
  var featureRun: [Int32] = []
  var featureRunCount: [Int32] = []
  var kinds: [Kinds] = []

  /// Values of the fields asked for, feature by feature.
  var values: [FieldValue] = []
  /// Number of fields asked for.
  var fieldCount = 0

  /// Number of features.
  var count: Int { id.count }

  /// Value of a field of a feature; both by position.
  func value(_ feature: Int, _ field: Int) -> FieldValue { values[feature * fieldCount + field] }

  /// Runs of a feature.
  func runs(of feature: Int) -> Range<Int> {
    let start = Int(featureRun[feature])
    return start..<start + Int(featureRunCount[feature])
  }

  /// Coordinates of a run, by position.
  func coordinates(of run: Int) -> Range<Int> {
    let start = Int(runStart[run])
    return start..<start + Int(runCount[run])
  }

  /// A feature in words: its id, or its place in the file where it has none.
  func name(of feature: Int) -> String {
    id[feature] >= 0 ? "feature \(id[feature])" : "the feature at place \(ordinal[feature] + 1)"
  }

  /// The first coordinate of every feature that has one.
  var firstPlaces: [Coordinate] {
    (0..<count).compactMap { feature in
      guard featureRunCount[feature] > 0 else { return nil }
      let place = Int(runStart[Int(featureRun[feature])])
      return Coordinate(x: x[place], y: y[place])
    }
  }

  /// Forgets all features and keeps the memory.
  mutating func removeAll() {
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
    runStart.removeAll(keepingCapacity: true)
    runCount.removeAll(keepingCapacity: true)
    runRole.removeAll(keepingCapacity: true)
    id.removeAll(keepingCapacity: true)
    ordinal.removeAll(keepingCapacity: true)
    featureRun.removeAll(keepingCapacity: true)
    featureRunCount.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }
}
