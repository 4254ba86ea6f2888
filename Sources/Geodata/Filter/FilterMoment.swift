// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

/// A day, or a day and a time, as filters compare them.
struct FilterMoment: Hashable {
  /// Milliseconds since the beginning of 1970 by its own clock.
  private let milliseconds: Int64
  /// Minutes by which its clock is ahead of UTC; nil when nobody says.
  private let offsetMinutes: Int?

  init(_ date: CalendarDate, _ time: ClockTime? = nil, _ zone: TimeZoneFlag = .unknown) {
    var milliseconds = Self.days(date) * 86_400_000
    if let time {
      milliseconds += Int64(time.hour) * 3_600_000 + Int64(time.minute) * 60_000
      milliseconds += Int64((time.second * 1_000).rounded())
    }
    self.milliseconds = milliseconds
    if case .utcOffset(let minutes) = zone { offsetMinutes = minutes } else { offsetMinutes = nil }
  }

  /// Reads `2027-01-05` or `2027/01/05`, with or without a time `08:30`, `08:30:00.5` after a blank or T, and
  /// that with or without Z or an offset such as +02:00; nil for anything else.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    while rest.first == 0x20 { rest.removeFirst() }
    while rest.last == 0x20 { rest.removeLast() }
    func digits(_ count: Int) -> Int? {
      guard rest.count >= count, rest.prefix(count).allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      defer { rest.removeFirst(count) }
      return rest.prefix(count).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    func takes(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest.removeFirst()
      return true
    }
    guard let year = digits(4), let divider = rest.first, divider == 0x2D || divider == 0x2F, takes(divider),
      let month = digits(2), takes(divider), let day = digits(2), (1...12).contains(month),
      (1...Self.lastDay(month, year)).contains(day)
    else { return nil }
    let date = CalendarDate(year: year, month: month, day: day)
    if rest.isEmpty {
      self.init(date)
      return
    }
    guard takes(0x54) || takes(0x20), let hour = digits(2), hour < 25, takes(0x3A), let minute = digits(2),
      minute < 60
    else { return nil }
    var second = 0.0
    if takes(0x3A) {
      guard let whole = digits(2), whole < 61 else { return nil }
      second = Double(whole)
      if takes(0x2E) {
        var unit = 0.1
        guard rest.first.map({ (0x30...0x39).contains($0) }) == true else { return nil }
        while let digit = digits(1) {
          second += Double(digit) * unit
          unit /= 10
        }
      }
    }
    var zone = TimeZoneFlag.unknown
    if takes(0x5A) {
      zone = .utcOffset(minutes: 0)
    } else if let sign = rest.first, sign == 0x2B || sign == 0x2D {
      rest.removeFirst()
      guard let hours = digits(2), hours < 15 else { return nil }
      _ = takes(0x3A)
      let minutes = digits(2) ?? 0
      zone = .utcOffset(minutes: (sign == 0x2B ? 1 : -1) * (hours * 60 + minutes))
    }
    guard rest.isEmpty else { return nil }
    self.init(date, ClockTime(hour: hour, minute: minute, second: second), zone)
  }

  /// A date that is written day first, `31/01/2026`, with the year first; nil for anything else.
  static func dayFirst(_ text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [2, 2, 4], parts.allSatisfy({ Int($0) != nil }) else { return nil }
    let turned = "\(parts[2])-\(parts[1])-\(parts[0])"
    return FilterMoment(turned) == nil ? nil : turned
  }

  /// -1, 0 or 1 as it is before, at or after another. Where only one says how its clock is set, both are
  /// taken by their own clocks.
  func order(_ other: FilterMoment) -> Int {
    var (one, two) = (milliseconds, other.milliseconds)
    if let offset = offsetMinutes, let otherOffset = other.offsetMinutes {
      one -= Int64(offset) * 60_000
      two -= Int64(otherOffset) * 60_000
    }
    return one < two ? -1 : one > two ? 1 : 0
  }

  private static func lastDay(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Days since 1 January 1970, counted by eras of 400 years that begin in March.
  private static func days(_ date: CalendarDate) -> Int64 {
    let year = date.month <= 2 ? date.year - 1 : date.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1
    return Int64(era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
  }
}
