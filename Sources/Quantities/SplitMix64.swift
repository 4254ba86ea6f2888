// SPDX-License-Identifier: GPL-3.0-or-later

/// Random numbers that are the same on every machine: SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, "Fast
/// splittable pseudorandom number generators", OOPSLA 2014). Its state is a counter, so draw 7 can be had
/// without draws 0 to 6.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  /// What a draw adds to the state.
  package static let golden: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var state: UInt64

  /// The sequence that starts at a state.
  package init(state: UInt64) { self.state = state }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= Self.golden
    return Self.mix(state)
  }

  /// The 64 bits at a position of the sequence that starts at a state, counted from 0.
  package static func bits(_ position: Int, from state: UInt64) -> UInt64 {
    mix(state &+ UInt64(position + 1) &* golden)
  }

  /// A number from 0 to below 1, a multiple of 2^-53.
  package mutating func fraction() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// A whole number from 0 to below `count`; uneven by less than `count` in 2^64.
  package mutating func index(below count: Int) -> Int { Int(next() % UInt64(count)) }

  /// The finalizer, which spreads a change of any bit over all.
  package static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
