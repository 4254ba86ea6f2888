// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A random number generator with a seed, the same sequence on every machine (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
  private var draws: SplitMix64

  /// A generator with a seed.
  package init(seed: UInt64) {
    draws = SplitMix64(state: seed &* SplitMix64.golden &+ 0x1234_5678_9ABC_DEF1)
  }

  package mutating func next() -> UInt64 { draws.next() }
}
