// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// Designs at the three price levels for the tests of money, carbon and performance.
enum MoneyFixture {
  static let ten = [ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 10)]
  static let mixed = [
    ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 3), ClusterBlock(skuID: "dgx-b200", scalableUnits: 5),
  ]

  static func design(
    _ blocks: [ClusterBlock] = ten, at level: PriceLevel = .mid, conditions: SiteConditions = Fixture.mild
  ) throws -> ClusterDesign {
    try Fixture.sizer(at: level).design(blocks: blocks, conditions: conditions)
  }

  static func capex(
    _ blocks: [ClusterBlock] = ten
  ) throws -> (low: ClusterCapex, mid: ClusterCapex, high: ClusterCapex) {
    (
      low: try design(blocks, at: .low).capex, mid: try design(blocks).capex,
      high: try design(blocks, at: .high).capex
    )
  }

  static func ledger(
    _ blocks: [ClusterBlock] = ten, _ conditions: LedgerConditions = LedgerConditions(),
    _ assumptions: LedgerAssumptions = LedgerAssumptions()
  ) throws -> Ledger {
    try Ledger(
      design: design(blocks), capex: capex(blocks), conditions: conditions, assumptions: assumptions)
  }

  /// A stream of numbers that is the same in every run.
  struct Stream: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var word = state
      word ^= word >> 33
      word = word &* 0xff51_afd7_ed55_8ccd
      return word ^ (word >> 33)
    }
  }
}
