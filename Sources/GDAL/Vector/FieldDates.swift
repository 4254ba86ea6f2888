// SPDX-License-Identifier: GPL-3.0-or-later

/// A day of the Gregorian calendar.
public struct CalendarDate: Sendable, Hashable {
  /// The year.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int

  /// Makes a day; the values are not checked.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}

/// A time of day.
public struct ClockTime: Sendable, Hashable {
  /// The hour, 0 to 23.
  public var hour: Int
  /// The minute, 0 to 59.
  public var minute: Int
  /// The second with its fraction; OGR keeps milliseconds.
  public var second: Double

  /// Makes a time; the values are not checked.
  public init(hour: Int, minute: Int, second: Double) {
    self.hour = hour
    self.minute = minute
    self.second = second
  }
}

/// What a date and time refers to.
public enum TimeZoneFlag: Sendable, Hashable {
  /// Not stated.
  case unknown
  /// Local time of wherever the data is about.
  case local
  /// So many minutes ahead of UTC, in steps of 15; 0 for UTC itself.
  case utcOffset(minutes: Int)

  /// OGR's code: 0 unknown, 1 local, 100 for UTC and one step for each quarter of an hour.
  init(code: Int32) {
    switch code {
    case 0: self = .unknown
    case 1: self = .local
    default: self = .utcOffset(minutes: (Int(code) - 100) * 15)
    }
  }

  /// OGR's code, or nil for an offset that is no quarter of an hour or beyond a day.
  var code: Int32? {
    switch self {
    case .unknown: 0
    case .local: 1
    case .utcOffset(let minutes):
      minutes % 15 == 0 && abs(minutes) < 24 * 60 ? Int32(100 + minutes / 15) : nil
    }
  }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601, e.g. `2027-01-05`.
  public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

extension ClockTime: CustomStringConvertible {
  /// ISO 8601, e.g. `08:30:00` or `08:30:00.250`.
  public var description: String {
    let milliseconds = Int((second * 1000).rounded())
    let whole = "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(milliseconds / 1000, 2))"
    return milliseconds % 1000 == 0 ? whole : "\(whole).\(padded(milliseconds % 1000, 3))"
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = "\(abs(number))"
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
}
