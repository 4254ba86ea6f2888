// SPDX-License-Identifier: GPL-3.0-or-later

/// Puts many sites in order of their totals, highest first and ties in order of index, again and again
/// without new memory. A radix sort on whole numbers: the same on every machine, and in time proportional to
/// the sites.
struct RankOrder {
  /// Totals are whole numbers of this many units in 1.
  static let gridUnits = 1_099_511_627_776.0
  private static let digitBits = 11
  private static let keyBits = 41

  /// Sites in order, the best one first, as indices.
  private(set) var sites: [UInt32]
  private var keys: [UInt64]
  private var spareSites: [UInt32]
  private var spareKeys: [UInt64]
  private var starts = [Int](repeating: 0, count: 1 << Self.digitBits)

  /// Room for a number of sites.
  init(count: Int) {
    sites = [UInt32](repeating: 0, count: count)
    keys = [UInt64](repeating: 0, count: count)
    spareSites = sites
    spareKeys = keys
  }

  /// A number from 0 to 1 on the grid.
  static func onGrid(_ value: Double) -> Double { Double(wholeUnits(value)) / gridUnits }

  /// A number from 0 to 1 as whole units of the grid.
  static func wholeUnits(_ value: Double) -> UInt64 {
    UInt64(Swift.min(Swift.max(value, 0), 1) * gridUnits + 0.5)
  }

  /// Sorts.
  ///
  /// - Parameter totals: One total a site, from 0 to 1.
  mutating func sort(_ totals: [Double]) {
    let most = UInt64(Self.gridUnits)
    for index in sites.indices {
      sites[index] = UInt32(index)
      keys[index] = most - Self.wholeUnits(totals[index])
    }
    // Stable from the lowest digit up, so that equal totals keep the order of indices they begin in.
    for shift in stride(from: 0, to: Self.keyBits, by: Self.digitBits) { pass(shift: UInt64(shift)) }
  }

  private mutating func pass(shift: UInt64) {
    let mask = UInt64(1 << Self.digitBits - 1)
    for index in starts.indices { starts[index] = 0 }
    for key in keys { starts[Int(key >> shift & mask)] += 1 }
    var sum = 0
    for digit in starts.indices {
      let count = starts[digit]
      starts[digit] = sum
      sum += count
    }
    for index in keys.indices {
      let digit = Int(keys[index] >> shift & mask)
      spareKeys[starts[digit]] = keys[index]
      spareSites[starts[digit]] = sites[index]
      starts[digit] += 1
    }
    swap(&keys, &spareKeys)
    swap(&sites, &spareSites)
  }
}
