// SPDX-License-Identifier: GPL-3.0-or-later

import BigInt

extension ExactNumber {
  /// The largest double that is not above this number: `-infinity` below the range of doubles, the largest
  /// finite double above.
  package var roundedDown: Double {
    signum < 0 ? -magnitudeAsDouble(awayFromZero: true) : magnitudeAsDouble(awayFromZero: false)
  }

  /// The smallest double that is not below this number: `+infinity` above the range of doubles, the lowest
  /// finite double below.
  package var roundedUp: Double { signum == 0 ? 0 : -(-self).roundedDown }

  /// Magnitude as a multiple of the unit in the last place that doubles of this size have.
  private func magnitudeAsDouble(awayFromZero: Bool) -> Double {
    let size = mantissa.magnitude
    if size.isZero { return 0 }
    let leading = size.bitWidth - 1 + exponent
    guard leading <= 1023 else { return awayFromZero ? .infinity : .greatestFiniteMagnitude }
    let unit = max(leading - 52, -1074)
    var multiple = exponent >= unit ? size << (exponent - unit) : size >> (unit - exponent)
    // The mantissa is odd: whatever is shifted out is not zero.
    if exponent < unit, awayFromZero { multiple += 1 }
    // At most 2^53, and the product is a double or overflows to infinity: neither step rounds.
    return Double(sign: .plus, exponent: unit, significand: Double(UInt64(multiple)))
  }

  /// The double next to `self / divisor` on the side asked for.
  ///
  /// - Parameters:
  ///   - divisor: Finite and not zero.
  ///   - down: Whether to round towards minus infinity; otherwise towards plus infinity.
  func quotient(by divisor: Double, down: Bool) -> Double {
    let parts = DoubleParts(divisor)
    let under = BigUInt(parts.significand)
    let shift = max(0, 60 + under.bitWidth - mantissa.magnitude.bitWidth)
    let (quotient, rest) = (mantissa.magnitude << shift).quotientAndRemainder(dividingBy: under)
    // One more bit stands for all that follows. No double lies strictly inside a step of this many bits.
    let digits = (quotient << 1) | (rest.isZero ? 0 : 1)
    let isNegative = (mantissa.sign == .minus) != parts.isNegative
    let result = ExactNumber(
      mantissa: BigInt(sign: isNegative ? .minus : .plus, magnitude: digits),
      exponent: exponent - parts.exponent - shift - 1)
    return down ? result.roundedDown : result.roundedUp
  }
}
