// SPDX-License-Identifier: GPL-3.0-or-later

import BigInt

/// A whole number times a power of two, of any size and held without rounding. Every finite double is one,
/// and sums, differences and products of them are again.
package struct ExactNumber: Sendable, Hashable {
  /// Odd, or zero.
  let mantissa: BigInt
  /// Power of two; 0 for zero.
  let exponent: Int

  /// mantissa x 2^exponent, in the one form that each number has.
  init(mantissa: BigInt, exponent: Int) {
    if mantissa.isZero {
      self.mantissa = 0
      self.exponent = 0
    } else {
      let zeros = mantissa.magnitude.trailingZeroBitCount
      self.mantissa = zeros == 0 ? mantissa : mantissa >> zeros
      self.exponent = exponent + zeros
    }
  }

  /// Exactly the value of a double; nil when it is NaN or infinite.
  package init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self.init(finite: value)
  }

  /// A whole number.
  package init(_ value: Int) { self.init(mantissa: BigInt(value), exponent: 0) }

  /// Exactly the value of a double that was checked to be finite.
  init(finite value: Double) {
    let parts = DoubleParts(value)
    mantissa = BigInt(sign: parts.isNegative ? .minus : .plus, magnitude: BigUInt(parts.significand))
    exponent = parts.exponent
  }

  /// 2^exponent.
  static func powerOfTwo(_ exponent: Int) -> ExactNumber { ExactNumber(mantissa: 1, exponent: exponent) }

  /// Zero.
  package static let zero = ExactNumber(0)

  /// Whether this is zero.
  package var isZero: Bool { mantissa.isZero }
  /// -1, 0 or 1.
  package var signum: Int { mantissa.isZero ? 0 : mantissa.sign == .minus ? -1 : 1 }
  /// Distance from zero.
  package var magnitude: ExactNumber { mantissa.sign == .minus ? -self : self }
  /// Whether this is a whole number.
  package var isWhole: Bool { exponent >= 0 }

  /// The power of two at or below the magnitude; 0 for zero.
  var binaryOrder: Int { isZero ? 0 : mantissa.magnitude.bitWidth - 1 + exponent }

  /// Distance from the nearest whole number, at most one half.
  package var distanceFromWhole: ExactNumber {
    guard exponent < 0 else { return .zero }
    let one = BigUInt(1) << -exponent
    let rest = mantissa.magnitude & (one - 1)
    return ExactNumber(mantissa: BigInt(min(rest, one - rest)), exponent: exponent)
  }
}

extension ExactNumber: Comparable {
  /// Order of the numbers.
  package static func < (a: ExactNumber, b: ExactNumber) -> Bool {
    if a.signum != b.signum { return a.signum < b.signum }
    return (a - b).signum < 0
  }
}

extension ExactNumber {
  /// Sum.
  package static func + (a: ExactNumber, b: ExactNumber) -> ExactNumber {
    if a.isZero { return b }
    if b.isZero { return a }
    let unit = min(a.exponent, b.exponent)
    return ExactNumber(
      mantissa: (a.mantissa << (a.exponent - unit)) + (b.mantissa << (b.exponent - unit)), exponent: unit)
  }

  /// Difference.
  package static func - (a: ExactNumber, b: ExactNumber) -> ExactNumber { a + -b }

  /// The opposite number.
  package static prefix func - (a: ExactNumber) -> ExactNumber {
    ExactNumber(mantissa: -a.mantissa, exponent: a.exponent)
  }

  /// Product.
  package static func * (a: ExactNumber, b: ExactNumber) -> ExactNumber {
    ExactNumber(mantissa: a.mantissa * b.mantissa, exponent: a.exponent + b.exponent)
  }

  /// Adds a number.
  package static func += (a: inout ExactNumber, b: ExactNumber) { a = a + b }
}
