// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers as text: exact for files, rounded for people. The decimal mark is always a point.
package enum NumberText {
  /// The shortest text that reads back as the same number, without a fraction for a whole number and without
  /// an exponent for magnitudes from 1e-7 to 2^53. Minus zero is zero. The value must be finite; `nil`
  /// otherwise.
  package static func shortest(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    if value.magnitude < 9_007_199_254_740_992, value == value.rounded() { return String(Int(value)) }
    let text = value.description
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]),
      (-7 ... -1).contains(exponent)
    else { return text }
    let sign = value < 0 ? "-" : ""
    let digits = text[..<mark].filter { $0 != "." && $0 != "-" }
    let significant = digits.hasSuffix("0") && digits.count > 1 ? digits.dropLast() : digits[...]
    return sign + "0." + String(repeating: "0", count: -exponent - 1) + significant
  }

  /// A number without a decimal point where it is whole, as people write it into a file.
  package static func plain(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15, value == value.rounded() else { return value.description }
    return String(Int(value))
  }

  /// A number for people: rounded to `decimals`, thousands separated by a comma. Text is "n/a" for what is
  /// not finite.
  package static func grouped(_ value: Double, decimals: Int = 0) -> String {
    guard value.isFinite else { return "n/a" }
    var scale = 1.0
    for _ in 0..<max(0, decimals) { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 9e15 else { return value.description }
    let units = Int(scaled)
    let whole = units / Int(scale)
    var digits = Array(String(whole))
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: position)
      position -= 3
    }
    let sign = value < 0 && units > 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(digits) }
    let rest = String(units % Int(scale))
    return sign + String(digits) + "." + String(repeating: "0", count: decimals - rest.count) + rest
  }

  /// A number for people: this many significant digits at most, no zeros behind the last, thousands separated
  /// by a comma.
  package static func rounded(_ value: Double, digits: Int = 4) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "n/a" }
    var decimals = max(0, digits - 1)
    var size = value.magnitude
    while size >= 10, decimals > 0 {
      size /= 10
      decimals -= 1
    }
    var first = value.magnitude
    while first < 1, decimals < 12 {
      first *= 10
      decimals += 1
    }
    var text = grouped(value, decimals: decimals)
    if text.contains(".") {
      while text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
    }
    return text
  }

  /// A whole number for people, thousands separated by a comma.
  package static func grouped(_ value: Int) -> String { grouped(Double(value)) }

  /// A ratio as a percentage, for example `12.5 %`.
  package static func percent(_ ratio: Double, decimals: Int = 0) -> String {
    grouped(ratio * 100, decimals: decimals) + " %"
  }

  /// Money in millions of EUR for people.
  package static func millionEUR(_ valueEUR: Double, decimals: Int = 1) -> String {
    grouped(valueEUR / 1e6, decimals: decimals)
  }
}

extension Double {
  /// The nearest number with this many decimals, at most 15.
  package func rounded(decimals: Int) -> Double {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
