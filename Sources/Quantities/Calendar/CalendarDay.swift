// SPDX-License-Identifier: GPL-3.0-or-later

/// A day of the Gregorian calendar.
package struct CalendarDay: Sendable, Equatable, Comparable, Codable {
  /// The year.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int
  /// The day of the month, from 1.
  package let day: Int

  /// A day; nil where the calendar has none, for example 30 February.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9_999).contains(year), (1...12).contains(month),
      (1...Self.lastDay(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day in UTC of a moment, by the rule of the civil calendar (H. Hinnant, "chrono-compatible low-level
  /// date algorithms").
  ///
  /// - Parameter secondsSince1970: Seconds since the start of 1970 in UTC; before the year 1 and after 9999
  ///   the nearest day of those years is taken.
  package init(secondsSince1970 seconds: Int) {
    let days = min(max((Double(seconds) / 86_400).rounded(.down), -719_162), 2_932_896)
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * fromMarch + 2) / 5 + 1
    month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// 1 January of the year 1.
  package static let firstOfCalendar = CalendarDay(uncheckedYear: 1, month: 1, day: 1)

  private init(uncheckedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The last day of a month.
  package static func lastDay(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day so many months later, or the last one of that month where it is shorter.
  package func adding(months: Int, toMonthEnd: Bool) -> CalendarDay {
    let count = year * 12 + month - 1 + months
    let (newYear, newMonth) = (count / 12, count % 12 + 1)
    let last = Self.lastDay(ofMonth: newMonth, year: newYear)
    return CalendarDay(uncheckedYear: newYear, month: newMonth, day: toMonthEnd ? last : min(day, last))
  }

  /// Number of the day in its year, from 0.
  private var daysBefore: Int {
    (1..<month).reduce(day - 1) { $0 + Self.lastDay(ofMonth: $1, year: year) }
  }

  private static func days(inYear year: Int) -> Int { lastDay(ofMonth: 2, year: year) == 29 ? 366 : 365 }

  /// The start of the day as a year with its fraction: 1 July 2027 is 2027.496.
  package var decimalYear: Double { Double(year) + Double(daysBefore) / Double(Self.days(inYear: year)) }

  /// The day in which a moment lies that is given as a year with its fraction; nil beyond the calendar.
  package init?(decimalYear: Double) {
    guard decimalYear >= 1, decimalYear < 10_000 else { return nil }
    let year = Int(decimalYear.rounded(.down))
    // A day that was turned into a fraction comes back as itself: a ten-thousandth of a day is added.
    var left = min(
      Int(((decimalYear - Double(year)) * Double(Self.days(inYear: year)) + 1e-4).rounded(.down)),
      Self.days(inYear: year) - 1)
    var month = 1
    while left >= Self.lastDay(ofMonth: month, year: year) {
      left -= Self.lastDay(ofMonth: month, year: year)
      month += 1
    }
    self.init(uncheckedYear: year, month: month, day: left + 1)
  }

  package static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

extension CalendarDay: CustomStringConvertible {
  /// ISO 8601, for example `2026-07-14`.
  package var description: String { "\(monthText)-\(Self.padded(day, 2))" }

  /// Year and month, for example `2026-07`.
  package var monthText: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))" }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
