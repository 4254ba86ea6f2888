// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// Puts one value into a feature, as the type of its field; refuses what would be changed silently.
struct FieldEncoder {
  let index: Int32
  let definition: FieldDefinition
  let place: CallPlace

  /// Sets the field.
  ///
  /// - Throws: `GDALError` with reason `badArgument` when the field cannot hold the value as it is.
  func set(_ value: FieldValue, in feature: OGRFeatureH) throws(GDALError) {
    if definition.type == .text, !value.isMissing {
      // Text of ours, not the driver's: shortest numbers that round-trip, JSON for lists.
      let text = value.description
      try requireText(text)
      OGR_F_SetFieldString(feature, index, text)
      return
    }
    switch value {
    case .unset: return
    case .null: OGR_F_SetFieldNull(feature, index)
    case .boolean(let flag): OGR_F_SetFieldInteger(feature, index, flag ? 1 : 0)
    case .integer(let number): try set(number, in: feature)
    case .real(let number): try set(number, in: feature)
    case .text(let text):
      try requireText(text)
      OGR_F_SetFieldString(feature, index, text)
    case .binary(let bytes):
      let count = try smallCount(bytes.count)
      bytes.withUnsafeBytes { OGR_F_SetFieldBinary(feature, index, count, $0.baseAddress) }
    case .date(let date): try set(date, ClockTime(hour: 0, minute: 0, second: 0), .unknown, in: feature)
    case .time(let time): try set(CalendarDate(year: 0, month: 0, day: 0), time, .unknown, in: feature)
    case .dateTime(let date, let time, let zone): try set(date, time, zone, in: feature)
    case .integerList(let list): try set(list, in: feature)
    case .realList(let list): OGR_F_SetFieldDoubleList(feature, index, try smallCount(list.count), list)
    case .textList(let list):
      for text in list { try requireText(text) }
      CStrings.withList(list) { pointer in
        // `withList` gives NULL for an empty list, which would make the field unset.
        var nothing: UnsafeMutablePointer<CChar>?
        withUnsafeMutablePointer(to: &nothing) { OGR_F_SetFieldStringList(feature, index, pointer ?? $0) }
      }
    }
  }

  private func set(_ number: Int64, in feature: OGRFeatureH) throws(GDALError) {
    switch definition.type {
    case .integer:
      let range: ClosedRange<Int64> =
        switch definition.subtype {
        case .boolean: 0...1
        case .int16: Int64(Int16.min)...Int64(Int16.max)
        default: Int64(Int32.min)...Int64(Int32.max)
        }
      guard range.contains(number) else {
        throw refusal("\(number)", "it holds whole numbers from \(range.lowerBound) to \(range.upperBound)")
      }
    case .real:
      guard Int64(exactly: Double(number)) == number else {
        throw refusal("\(number)", "it holds no whole numbers beyond 2^53 exactly")
      }
    default: break
    }
    OGR_F_SetFieldInteger64(feature, index, number)
  }

  private func set(_ number: Double, in feature: OGRFeatureH) throws(GDALError) {
    switch definition.type {
    case .integer, .integer64:
      guard let whole = Int64(exactly: number) else {
        throw refusal("\(number)", "it holds whole numbers only")
      }
      try set(whole, in: feature)
    default: OGR_F_SetFieldDouble(feature, index, number)
    }
  }

  private func set(_ list: [Int64], in feature: OGRFeatureH) throws(GDALError) {
    let count = try smallCount(list.count)
    guard definition.type == .integerList else {
      OGR_F_SetFieldInteger64List(feature, index, count, list)
      return
    }
    var small: [Int32] = []
    for number in list {
      guard let fitting = Int32(exactly: number) else {
        throw refusal("\(number)", "it holds 32-bit numbers")
      }
      small.append(fitting)
    }
    OGR_F_SetFieldIntegerList(feature, index, count, small)
  }

  private func set(
    _ date: CalendarDate, _ time: ClockTime, _ zone: TimeZoneFlag, in feature: OGRFeatureH
  ) throws(GDALError) {
    guard let code = zone.code else {
      throw refusal("\(zone)", "offsets from UTC are whole quarters of an hour")
    }
    guard let year = Int16(exactly: date.year), let month = Int8(exactly: date.month),
      let day = Int8(exactly: date.day),
      let hour = Int8(exactly: time.hour), let minute = Int8(exactly: time.minute), time.second.isFinite
    else { throw refusal("\(date) \(time)", "it is no date or time") }
    OGR_F_SetFieldDateTimeEx(
      feature, index, Int32(year), Int32(month), Int32(day), Int32(hour), Int32(minute), Float(time.second),
      code)
  }

  private func requireText(_ text: String) throws(GDALError) {
    try CStrings.require(
      text, isFor: "the text of field \(definition.name)", function: "OGR_F_SetFieldString", at: place)
  }

  private func smallCount(_ count: Int) throws(GDALError) -> Int32 {
    guard let small = Int32(exactly: count) else { throw refusal("\(count) items", "that is too long") }
    return small
  }

  private func refusal(_ value: String, _ why: String) -> GDALError {
    GDALError(
      .badArgument, function: "OGR_F_SetField",
      message: "field \(definition.name) cannot hold \(value): \(why)",
      hint: "choose another type of field or value", path: place.path, layer: place.layer,
      featureID: place.featureID)
  }
}
