// SPDX-License-Identifier: GPL-3.0-or-later

extension FieldValue: CustomStringConvertible {
  /// The value as text, for a person and for formats that have nothing better: numbers as short as they
  /// round-trip, dates as ISO 8601, lists as JSON, bytes as hexadecimal digits, nothing for a missing value.
  public var description: String {
    switch self {
    case .unset, .null: ""
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): text
    case .binary(let bytes): bytes.map(Self.hexadecimal).joined()
    case .date(let date): "\(date)"
    case .time(let time): "\(time)"
    case .dateTime(let date, let time, let zone): "\(date)T\(time)\(Self.suffix(zone))"
    case .integerList(let list): Self.json(list.map { "\($0)" })
    // JSON has no word for infinity or "not a number".
    case .realList(let list): Self.json(list.map { $0.isFinite ? "\($0)" : "null" })
    case .textList(let list): Self.json(list.map(Self.quoted))
    }
  }

  private static func json(_ items: [String]) -> String { "[\(items.joined(separator: ","))]" }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20: quoted += "\\u00" + hexadecimal(UInt8(scalar.value))
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
  }

  private static func suffix(_ zone: TimeZoneFlag) -> String {
    guard case .utcOffset(let minutes) = zone else { return "" }
    guard minutes != 0 else { return "Z" }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(minutes < 0 ? "-" : "+")\(two(abs(minutes) / 60)):\(two(abs(minutes) % 60))"
  }
}
