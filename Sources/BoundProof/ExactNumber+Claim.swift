// SPDX-License-Identifier: GPL-3.0-or-later

import BigInt

extension ExactNumber {
  /// Whether this is at least a number written in decimal digits, without rounding the latter.
  ///
  /// - Parameter decimal: Digits with an optional sign and decimal point, for example `-12.50`; at most 1000
  ///   characters.
  /// - Returns: Nil when the text is no such number.
  package func isAtLeast(decimal: String) -> Bool? {
    var digits = decimal.utf8[...]
    guard digits.count <= 1000 else { return nil }
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits = digits.dropFirst() }
    let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
      .map { Array($0) }
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isDigit) }),
      let magnitude = BigUInt(String(decoding: parts.flatMap { $0 }, as: UTF8.self))
    else { return nil }
    let sign: BigInt.Sign = isNegative ? .minus : .plus
    let claim = ExactNumber(mantissa: BigInt(sign: sign, magnitude: magnitude), exponent: 0)
    let places = parts.count == 2 ? parts[1].count : 0
    let scale = ExactNumber(mantissa: BigInt(10).power(places), exponent: 0)
    return self * scale >= claim
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
