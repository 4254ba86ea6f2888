// SPDX-License-Identifier: GPL-3.0-or-later

/// The value of one field of one feature.
///
/// "Unset" and "null" differ: a GeoJSON feature without the key is unset, one with `"key": null` is null.
/// Formats without the difference give always one of them: null in GeoPackage and Shapefile, unset in
/// FlatGeobuf and CSV (but an empty text where a CSV column has texts).
public enum FieldValue: Sendable, Hashable {
  /// The feature says nothing about the field, or the field was not asked for.
  case unset
  /// The feature says that there is no value.
  case null
  /// Yes or no.
  case boolean(Bool)
  /// A whole number, of 16, 32 or 64 bits in the source.
  case integer(Int64)
  /// A number.
  case real(Double)
  /// Text.
  case text(String)
  /// Bytes.
  case binary([UInt8])
  /// A day.
  case date(CalendarDate)
  /// A time of day.
  case time(ClockTime)
  /// A day and a time.
  case dateTime(CalendarDate, ClockTime, TimeZoneFlag)
  /// Whole numbers.
  case integerList([Int64])
  /// Numbers.
  case realList([Double])
  /// Texts.
  case textList([String])

  /// Whether there is no value: unset or null.
  public var isMissing: Bool { self == .unset || self == .null }

  /// The value as a number: whole numbers, numbers, and 1 or 0 for yes or no; nil for all else. Text is not
  /// interpreted.
  public var number: Double? {
    switch self {
    case .boolean(let flag): flag ? 1 : 0
    case .integer(let number): Double(number)
    case .real(let number): number
    default: nil
    }
  }

  /// The value as a whole number, when it is one exactly; nil for all else. Text is not interpreted.
  public var wholeNumber: Int64? {
    switch self {
    case .boolean(let flag): flag ? 1 : 0
    case .integer(let number): number
    case .real(let number): Int64(exactly: number)
    default: nil
    }
  }

  /// The text of a text field; nil for all else.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
