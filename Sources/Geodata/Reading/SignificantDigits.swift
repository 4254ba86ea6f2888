// SPDX-License-Identifier: GPL-3.0-or-later

/// Rounding of derived numbers, so that the last digits of a projection or geometry library do not show in a
/// result.
enum SignificantDigits {
  /// 10^0 to 10^22, all of which a double holds exactly.
  private static let powers: [Double] = {
    var powers = [1.0]
    for _ in 0..<22 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()

  /// A number with nine significant digits, as near to them as a double comes. Numbers below 10^-13 stay as
  /// they are: their scale would not be exact.
  static func nine(_ value: Double) -> Double {
    let magnitude = value.magnitude
    guard magnitude.isFinite, magnitude >= 1e-13 else { return value }
    // Digits before the point: 3 for 100 to 999.9, 0 for 0.1 to 0.99, -1 for 0.01 to 0.099.
    var digits = 0
    if magnitude >= 1 {
      while digits < 22, magnitude >= powers[digits] { digits += 1 }
    } else {
      while digits > -13, magnitude * powers[-digits] < 0.1 { digits -= 1 }
    }
    let decimals = 9 - digits
    // Both the scaled number and the power are whole and exact, so that one correctly rounded division gives
    // the nearest double.
    if decimals >= 0 { return (value * powers[decimals]).rounded() / powers[decimals] }
    return (value / powers[min(22, -decimals)]).rounded() * powers[min(22, -decimals)]
  }
}
