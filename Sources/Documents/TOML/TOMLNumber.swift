// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers as TOML writes them.
enum TOMLNumber {
  case integer(Int)
  case number(Double)
  /// A number that cannot be held: a whole one beyond 64 bits, or one so large or small that it would become
  /// infinite or 0.
  case beyond
  /// No number.
  case none

  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    let sign = rest.first
    if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest.removeFirst() }
    if rest.elementsEqual("inf".utf8) {
      self = .number(sign == UInt8(ascii: "-") ? -.infinity : .infinity)
    } else if rest.elementsEqual("nan".utf8) {
      self = .number(.nan)
    } else if rest.first == UInt8(ascii: "0"), rest.count > 1,
      let radix = Self.radix(rest[rest.startIndex + 1])
    {
      self = rest.startIndex > bytes.startIndex ? .none : Self.whole(rest.dropFirst(2), radix: radix)
    } else {
      self = Self.decimal(bytes, unsigned: rest)
    }
  }

  private static func radix(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }

  private static func whole(_ digits: ArraySlice<UInt8>, radix: Int) -> TOMLNumber {
    let isDigit = { (byte: UInt8) in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) < radix
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): radix == 16
      default: false
      }
    }
    guard separatesWell(digits, isDigit), digits.allSatisfy({ $0 == UInt8(ascii: "_") || isDigit($0) }) else {
      return .none
    }
    return Int(plain(digits), radix: radix).map(TOMLNumber.integer) ?? .beyond
  }

  private static func decimal(_ bytes: ArraySlice<UInt8>, unsigned: ArraySlice<UInt8>) -> TOMLNumber {
    var rest = unsigned
    /// Digits with underscores between them.
    func digits() -> ArraySlice<UInt8>? {
      let part = rest.prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
      rest = rest.dropFirst(part.count)
      return separatesWell(part, isDigit) ? part : nil
    }
    guard let whole = digits(), whole.first != UInt8(ascii: "0") || whole.count == 1 else { return .none }
    if rest.isEmpty { return Int(plain(bytes)).map(TOMLNumber.integer) ?? .beyond }
    var mantissa = whole
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard let fraction = digits() else { return .none }
      mantissa = bytes[whole.startIndex..<fraction.endIndex]
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard digits() != nil else { return .none }
    }
    guard rest.isEmpty, let value = Double(plain(bytes)) else { return .none }
    let isZero = !mantissa.contains { $0 >= UInt8(ascii: "1") && $0 <= UInt8(ascii: "9") }
    return value.isFinite && (value != 0 || isZero) ? .number(value) : .beyond
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Whether there are digits, and every underscore stands between two of them.
  private static func separatesWell(_ bytes: ArraySlice<UInt8>, _ isDigit: (UInt8) -> Bool) -> Bool {
    var isAfterDigit = false
    for byte in bytes {
      if !isAfterDigit, byte == UInt8(ascii: "_") { return false }
      isAfterDigit = byte != UInt8(ascii: "_")
    }
    return isAfterDigit
  }

  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }
}
