// SPDX-License-Identifier: GPL-3.0-or-later

extension InformationValue {
  /// Positions of the values in bins of about equal count. Equal values share a bin.
  static func bins(_ values: [FactorValue], count: Int) -> [[Int]] {
    var groups: [(value: FactorValue, positions: [Int])] = []
    var known: [FactorValue: Int] = [:]
    for (position, value) in values.enumerated() {
      if let group = known[value] {
        groups[group].positions.append(position)
      } else {
        known[value] = groups.count
        groups.append((value, [position]))
      }
    }
    let numbers = groups.compactMap(\.value.number)
    guard numbers.count == groups.count, groups.count > count else { return groups.map(\.positions) }
    let order = groups.indices.sorted { numbers[$0] < numbers[$1] }
    var bins: [[Int]] = []
    var current = -1
    var before = 0
    for group in order {
      let positions = groups[group].positions
      // The bin in which the middle of the group lies.
      let bin = (2 * before + positions.count) * count / (2 * values.count)
      if bin != current { bins.append([]) }
      current = bin
      bins[bins.count - 1] += positions
      before += positions.count
    }
    return bins
  }
}
