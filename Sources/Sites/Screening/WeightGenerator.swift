// SPDX-License-Identifier: GPL-3.0-or-later

/// Random weightings from a seed, the same on every machine: SplitMix64 (Steele, Lea and Flood 2014, "Fast
/// splittable pseudorandom number generators") and no function whose last digit a library may round
/// otherwise.
struct WeightGenerator {
  private var state: UInt64

  /// A generator with a seed.
  init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below 1, a multiple of 2^-53.
  mutating func uniform() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// Weights that sum to 1, every such weighting as likely as any other: the spacings of sorted uniform
  /// numbers, which are distributed as normalised exponentials are (Devroye 1986, "Non-uniform random variate
  /// generation", chapter V) and need no logarithm.
  mutating func weights(_ count: Int) -> [Double] {
    guard count > 1 else { return [Double](repeating: 1, count: count) }
    var cuts: [Double] = []
    for _ in 1..<count { cuts.append(uniform()) }
    cuts.sort()
    var weights: [Double] = []
    var last = 0.0
    for cut in cuts + [1] {
      weights.append(cut - last)
      last = cut
    }
    return weights
  }
}
