// SPDX-License-Identifier: GPL-3.0-or-later

extension PerfectInformation {
  /// Positions of the values in bins. Equal values share a bin. Numbers are cut at their quantiles into bins
  /// of about equal count, unless there are no more different ones than bins; whatever is no number has one
  /// bin a value, behind those of the numbers.
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
    let numbers = groups.filter { $0.value.number != nil }
    guard numbers.count > count else { return groups.map(\.positions) }
    let order = numbers.sorted { ($0.value.number ?? 0) < ($1.value.number ?? 0) }
    let total = numbers.reduce(0) { $0 + $1.positions.count }
    var bins: [[Int]] = []
    var current = -1
    var before = 0
    for group in order {
      // The bin in which the middle of the group lies.
      let bin = (2 * before + group.positions.count) * count / (2 * total)
      if bin != current { bins.append([]) }
      current = bin
      bins[bins.count - 1] += group.positions
      before += group.positions.count
    }
    return bins + groups.filter { $0.value.number == nil }.map(\.positions)
  }
}
