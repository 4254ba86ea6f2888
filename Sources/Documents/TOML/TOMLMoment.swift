// SPDX-License-Identifier: GPL-3.0-or-later

/// A date, a time or both, as RFC 3339 writes them.
package struct TOMLMoment: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// A moment that is the same everywhere.
    case offsetDateTime
    case localDateTime
    case localDate
    case localTime
  }

  package var kind: Kind
  /// With `T` between date and time and `Z` for universal time.
  package var text: String

  /// Reads a date, a time or both; nil where it is none, or none of the calendar.
  init?(_ bytes: ArraySlice<UInt8>) {
    var scan = Scan(rest: bytes)
    var text = String(decoding: bytes, as: UTF8.self).uppercased()
    if scan.isTime {
      guard scan.time(), scan.rest.isEmpty else { return nil }
      kind = .localTime
    } else {
      guard scan.date() else { return nil }
      if scan.rest.isEmpty {
        kind = .localDate
      } else {
        guard scan.separator(), scan.time() else { return nil }
        if scan.rest.isEmpty {
          kind = .localDateTime
        } else {
          guard scan.offset(), scan.rest.isEmpty else { return nil }
          kind = .offsetDateTime
        }
        text = text.prefix(10) + "T" + text.dropFirst(11)
      }
    }
    self.text = text
  }

  /// Whether something begins as a date or a time does, right or wrong.
  static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    var scan = Scan(rest: bytes)
    if scan.isTime { return true }
    return scan.digits(4) != nil && scan.take("-")
  }

  /// What is left to read.
  private struct Scan {
    var rest: ArraySlice<UInt8>

    var isTime: Bool { rest.count > 2 && rest[rest.startIndex + 2] == UInt8(ascii: ":") }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: character) else { return false }
      rest.removeFirst()
      return true
    }

    mutating func digits(_ count: Int) -> Int? {
      guard rest.count >= count else { return nil }
      var value = 0
      for byte in rest.prefix(count) {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      rest.removeFirst(count)
      return value
    }

    mutating func date() -> Bool {
      guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2),
        (1...12).contains(month)
      else { return false }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      return (1...days[month - 1]).contains(day)
    }

    mutating func separator() -> Bool { take("T") || take("t") || take(" ") }

    mutating func time() -> Bool {
      guard let hour = digits(2), take(":"), let minute = digits(2), take(":"), let second = digits(2),
        hour < 24, minute < 60, second < 61
      else { return false }
      guard take(".") else { return true }
      var count = 0
      while digits(1) != nil { count += 1 }
      return count > 0
    }

    mutating func offset() -> Bool {
      if take("Z") || take("z") { return true }
      guard take("+") || take("-"), let hour = digits(2), take(":"), let minute = digits(2) else {
        return false
      }
      return hour < 24 && minute < 60
    }
  }
}
