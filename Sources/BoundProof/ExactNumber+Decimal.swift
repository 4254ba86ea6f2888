// SPDX-License-Identifier: GPL-3.0-or-later

import BigInt

extension ExactNumber: CustomStringConvertible {
  /// All decimal digits, without exponent: every such number has an end in decimals, for 2^-1 is 5 x 10^-1.
  package var description: String {
    guard exponent < 0 else { return String(mantissa << exponent) }
    let places = -exponent
    return signed(Self.placingPoint(String(mantissa.magnitude * BigUInt(5).power(places)), places: places))
  }

  /// Decimal digits with a fixed number of decimal places, rounded to one side so that a bound stays a bound.
  ///
  /// - Parameters:
  ///   - places: Decimal places; not negative.
  ///   - down: Whether to round towards minus infinity; otherwise towards plus infinity.
  package func decimal(places: Int, down: Bool) -> String {
    let places = max(0, places)
    var units = mantissa.magnitude * BigUInt(10).power(places)
    if exponent >= 0 {
      units <<= exponent
    } else {
      let whole = units >> -exponent
      let isExact = (whole << -exponent) == units
      units = whole
      if !isExact, (signum < 0) == down { units += 1 }
    }
    let text = Self.placingPoint(String(units), places: places)
    return units.isZero ? text : signed(text)
  }

  private func signed(_ text: String) -> String { signum < 0 ? "-" + text : text }

  private static func placingPoint(_ digits: String, places: Int) -> String {
    guard places > 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return padded.dropLast(places) + "." + padded.suffix(places)
  }
}
