// SPDX-License-Identifier: GPL-3.0-or-later

/// Values with weights, and what can be said of them only when all are known: quantiles and the most frequent
/// value.
struct WeightedValues {
  /// Weights that differ by less than this share of the larger are equal, so that the last digits of a
  /// coordinate do not decide. It is half of the last digit of a number of single precision below 1, as which
  /// exactextract keeps the fraction of a cell.
  static let tie = 0x1p-25

  private struct Entry {
    var value: Double
    var weight: Double
  }

  private var entries: [Entry] = []
  private var isMerged = true

  /// Forgets all values and keeps the memory.
  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    isMerged = true
  }

  /// Adds a value.
  @inline(__always)
  mutating func append(_ value: Double, weight: Double) {
    entries.append(Entry(value: value, weight: weight))
    isMerged = false
  }

  /// Puts the values in ascending order, equal ones into one with the sum of their weights.
  private mutating func merge() {
    if isMerged { return }
    isMerged = true
    // Entries that are equal in value stay in the order in which they came, so that their weights add up to
    // the same last digit.
    entries.sort { $0.value < $1.value }
    var count = 0
    for entry in entries {
      if count > 0, entries[count - 1].value == entry.value {
        entries[count - 1].weight += entry.weight
      } else {
        entries[count] = entry
        count += 1
      }
    }
    entries.removeLast(entries.count - count)
  }

  /// The value with the largest sum of weights; on a tie the largest of these values. nil without values.
  mutating func majority() -> Double? {
    merge()
    guard let most = entries.lazy.map(\.weight).max() else { return nil }
    return entries.last { $0.weight >= most * (1 - Self.tie) }?.value
  }

  /// A weighted quantile; nil without values.
  ///
  /// Let x_0 < ... < x_(n-1) be the distinct values, w_i the sum of the weights of x_i, W that of all. Value
  /// x_i stands at s_i = i w_i + (n - 1) (w_0 + ... + w_(i-1)), so that the least stands at 0 and the largest
  /// at (n - 1) W. The quantile is interpolated linearly at q (n - 1) W. With equal weights this is the
  /// common definition (Hyndman and Fan's type 7); with unequal ones it is that of exactextract 0.3, whose
  /// numbers it reproduces.
  ///
  /// - Parameter q: 0 for the least value, 0.5 for the median, 1 for the largest.
  mutating func quantile(_ q: Double) -> Double? {
    merge()
    guard let last = entries.last else { return nil }
    if q >= 1 { return last.value }
    let steps = Double(entries.count - 1)
    let total = entries.reduce(0) { $0 + $1.weight }
    let wanted = q * total * steps
    var before = 0.0
    var left = (place: 0.0, value: entries[0].value)
    for (index, entry) in entries.enumerated() {
      let place = Double(index) * entry.weight + steps * before
      if place > wanted {
        return left.value + (wanted - left.place) * (entry.value - left.value) / (place - left.place)
      }
      left = (place, entry.value)
      before += entry.weight
    }
    return last.value
  }
}
