// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Random numbers by position, from a seed and a name: the same on every machine, and draw 7 can be had
/// without draws 0 to 6.
///
/// The sequence is that of `SplitMix64`, whose state is a counter. Its start is mixed from the seed and the
/// FNV-1a hash (64 bits) of the bytes of the name in UTF-8, so that streams of different names are
/// independent of each other and of how many there are.
struct RandomStream {
  private let start: UInt64

  /// The stream of a name under a seed.
  ///
  /// - Parameters:
  ///   - name: The factor that the draws are for.
  ///   - purpose: What is drawn, so that two uses of one factor differ.
  ///   - seed: The seed of the study.
  init(name: String, purpose: String, seed: UInt64) {
    let hash = fowlerNollVo(purpose + "\u{0}" + name)
    start = SplitMix64.mix(SplitMix64.mix(seed &+ SplitMix64.golden) ^ hash)
  }

  /// The stream of SplitMix64 that starts at a state.
  init(state: UInt64) { start = state }

  /// 64 random bits.
  func bits(_ position: Int) -> UInt64 {
    SplitMix64.bits(position, from: start)
  }

  /// A number above 0 and below 1, one of 2^52 equally spaced ones.
  func unit(_ position: Int) -> Double {
    (Double(bits(position) >> 12) + 0.5) * 0x1p-52
  }

  /// A permutation of 0 to `count` - 1, by the shuffle of Fisher and Yates (Knuth, The Art of Computer
  /// Programming, algorithm 3.4.2P).
  func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      // The upper half of a product of 128 bits: uneven by less than count / 2^64.
      let pick = Int(bits(last).multipliedFullWidth(by: UInt64(last + 1)).high)
      order.swapAt(last, pick)
    }
    return order
  }
}

/// The 64-bit FNV-1a hash of a text's bytes in UTF-8 (Fowler, Noll and Vo; RFC 9923).
func fowlerNollVo(_ text: String) -> UInt64 {
  text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
}
