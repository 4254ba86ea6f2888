// SPDX-License-Identifier: GPL-3.0-or-later

// The logarithm and the exponential of the C library differ in the last bit from one machine to another, and
// draws of a study must not. These use only IEEE additions, multiplications and divisions in a fixed order;
// the relative error is below 1e-15.

/// Upper part of the logarithm of two, with trailing zero bits so that its product with an exponent is exact;
/// and what is missing.
private let logarithmOfTwo = (high: 0x1.62e42fee00000p-1, low: 0x1.a39ef35793c76p-33)

/// The natural logarithm of a positive number.
///
/// x = m * 2^e with m from sqrt(1/2) to sqrt(2); log m = 2 artanh(s), s = (m - 1) / (m + 1), by its power
/// series (Abramowitz and Stegun 1964, 4.1.27).
func naturalLogarithm(_ x: Double) -> Double {
  guard x > 0 else { return x == 0 ? -.infinity : .nan }
  guard x.isFinite else { return x }
  var mantissa = x.significand
  var exponent = Double(x.exponent)
  if mantissa > 1.4142135623730951 {
    mantissa /= 2
    exponent += 1
  }
  let s = (mantissa - 1) / (mantissa + 1)
  let square = s * s
  var sum = 0.0
  for k in stride(from: 25, through: 3, by: -2) {
    sum = (sum + 1 / Double(k)) * square
  }
  return exponent * logarithmOfTwo.high + (exponent * logarithmOfTwo.low + 2 * s * sum + 2 * s)
}

/// The exponential of a number.
///
/// x = k log 2 + r with |r| at most half of log 2; exp r by its power series, scaled by 2^k.
func exponential(_ x: Double) -> Double {
  if x.isNaN { return x }
  if x > 709.8 { return .infinity }
  if x < -745.2 { return 0 }
  let k = (x / (logarithmOfTwo.high + logarithmOfTwo.low)).rounded()
  let r = (x - k * logarithmOfTwo.high) - k * logarithmOfTwo.low
  var sum = 1.0
  for n in stride(from: 17, through: 1, by: -1) {
    sum = 1 + sum * r / Double(n)
  }
  // In two halves: 2^k alone may be out of range where the product is not.
  let half = (k / 2).rounded(.down)
  return sum * powerOfTwo(Int(half)) * powerOfTwo(Int(k - half))
}

private func powerOfTwo(_ exponent: Int) -> Double {
  Double(sign: .plus, exponent: exponent, significand: 1)
}
