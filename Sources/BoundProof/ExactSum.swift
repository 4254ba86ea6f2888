// SPDX-License-Identifier: GPL-3.0-or-later

import BigInt

/// A sum that grows in place without rounding and without bringing every step to lowest terms.
struct ExactSum {
  private var mantissa: BigInt = 0
  private var exponent = 0

  /// The sum so far.
  var value: ExactNumber { ExactNumber(mantissa: mantissa, exponent: exponent) }

  /// Adds the exact product of two finite doubles.
  mutating func add(_ a: Double, times b: Double) {
    let left = DoubleParts(a)
    let right = DoubleParts(b)
    let product = left.significand.multipliedFullWidth(by: right.significand)
    add(
      BigInt(
        sign: left.isNegative == right.isNegative ? .plus : .minus,
        magnitude: BigUInt(UInt128(product.high) << 64 | UInt128(product.low))),
      left.exponent + right.exponent)
  }

  /// Adds a finite double.
  mutating func add(_ a: Double) { add(a, times: 1) }

  /// Adds the exact product of a number and a finite double.
  mutating func add(_ a: ExactNumber, times b: Double) {
    let right = DoubleParts(b)
    let product = a.mantissa.magnitude * BigUInt(right.significand)
    let isNegative = (a.mantissa.sign == .minus) != right.isNegative
    add(BigInt(sign: isNegative ? .minus : .plus, magnitude: product), a.exponent + right.exponent)
  }

  /// Adds a number.
  mutating func add(_ a: ExactNumber) { add(a.mantissa, a.exponent) }

  private mutating func add(_ term: BigInt, _ termExponent: Int) {
    if term.isZero { return }
    if mantissa.isZero {
      mantissa = term
      exponent = termExponent
    } else if termExponent >= exponent {
      mantissa += term << (termExponent - exponent)
    } else {
      mantissa <<= exponent - termExponent
      exponent = termExponent
      mantissa += term
    }
  }
}
