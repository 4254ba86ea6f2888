// SPDX-License-Identifier: GPL-3.0-or-later

/// A finite double taken apart without loss: (-1)^isNegative x significand x 2^exponent, with an odd
/// significand or zero.
struct DoubleParts {
  let isNegative: Bool
  let significand: UInt64
  let exponent: Int

  /// The parts of a number that must be finite.
  init(_ value: Double) {
    let fraction = value.significandBitPattern
    let isSubnormal = value.exponentBitPattern == 0
    let full = isSubnormal ? fraction : fraction | (1 << 52)
    let unit = isSubnormal ? -1074 : Int(value.exponentBitPattern) - 1075
    isNegative = value < 0
    let zeros = full.trailingZeroBitCount
    significand = full == 0 ? 0 : full >> UInt64(zeros)
    exponent = full == 0 ? 0 : unit + zeros
  }
}
