// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Yearly payments that stand for a sum of money.
///
/// With the rate `r` and `n` years, where `g = (1 + r)^n`:
/// - the annuity that pays back 1 with interest is `r g / (g - 1)`;
/// - the yearly deposit that grows to 1 (a sinking fund) is `r / (g - 1)`, the annuity less the interest `r`.
///
/// Without interest both are `1 / n`.
enum Annuity {
  /// Yearly payment at the end of each year that pays back 1 in a number of years with interest.
  static func factor(rate: Double, years: Double) -> Double {
    guard rate > 0 else { return 1 / max(1, years.rounded()) }
    return depositFactor(rate: rate, years: years) + rate
  }

  /// Yearly deposit at the end of each year that grows to 1 in a number of years with interest.
  static func depositFactor(rate: Double, years: Double) -> Double {
    let count = max(1, years.rounded())
    let gain = grown(1 + rate, years: count) - 1
    guard rate > 0, gain > 0 else { return 1 / count }
    return rate / gain
  }

  /// Refuses a life that is no number of years from 1 to 200, at any end of its band.
  static func check(life: Quantity) throws {
    try SizingError.check("life in years", life.value, in: 1...200)
    try SizingError.check("low end of a life in years", life.value(at: .low), in: 1...200)
    try SizingError.check("high end of a life in years", life.value(at: .high), in: 1...200)
  }

  /// `base` to the power of a whole number of years, by squaring; years beyond a thousand count as a
  /// thousand.
  private static func grown(_ base: Double, years: Double) -> Double {
    var exponent = years < 1_000 ? Int(years) : 1_000
    var factor = base
    var result = 1.0
    while exponent > 0 {
      if exponent % 2 == 1 { result *= factor }
      factor *= factor
      exponent /= 2
    }
    return result
  }
}
