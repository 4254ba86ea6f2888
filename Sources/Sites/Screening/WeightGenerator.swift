// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Random weightings from a seed, the same on every machine: no function takes part whose last digit a
/// library may round otherwise.
struct WeightGenerator {
  private var draws: SplitMix64

  /// A generator with a seed.
  init(seed: UInt64) { draws = SplitMix64(state: seed) }

  /// Weights that sum to 1, every such weighting as likely as any other: the spacings of sorted uniform
  /// numbers, which are distributed as normalised exponentials are (Devroye 1986, "Non-uniform random variate
  /// generation", chapter V) and need no logarithm.
  mutating func weights(_ count: Int) -> [Double] {
    guard count > 1 else { return [Double](repeating: 1, count: count) }
    var cuts: [Double] = []
    for _ in 1..<count { cuts.append(draws.fraction()) }
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
