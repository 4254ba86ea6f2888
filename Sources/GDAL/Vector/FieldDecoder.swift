// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// Reads one field of features, as the type that the layer declares.
struct FieldDecoder {
  let index: Int32
  let definition: FieldDefinition
  /// How texts are written, where the driver hands out their bytes as they are; nil for UTF-8.
  let encoding: TextEncoding?

  /// The value of the field in a feature.
  ///
  /// - Parameter notes: Takes what was odd about the value: bytes that had to be repaired, numbers out of
  /// reach.
  func value(of feature: OGRFeatureH, notes: inout TextNotes) -> FieldValue {
    guard OGR_F_IsFieldSet(feature, index) != 0 else { return .unset }
    guard OGR_F_IsFieldNull(feature, index) == 0 else { return .null }
    switch definition.type {
    case .integer, .integer64:
      let number = OGR_F_GetFieldAsInteger64(feature, index)
      if number.magnitude > 1 << 53 { notes.noteRounded(number, field: index) }
      return definition.subtype == .boolean ? .boolean(number != 0) : .integer(number)
    case .real: return .real(OGR_F_GetFieldAsDouble(feature, index))
    case .text: return .text(text(OGR_F_GetFieldAsString(feature, index), &notes))
    case .binary:
      var count: Int32 = 0
      guard let bytes = OGR_F_GetFieldAsBinary(feature, index, &count) else { return .binary([]) }
      return .binary(Array(UnsafeBufferPointer(start: bytes, count: Int(count))))
    case .date, .time, .dateTime: return moment(of: feature)
    case .integerList:
      var count: Int32 = 0
      guard let list = OGR_F_GetFieldAsIntegerList(feature, index, &count) else { return .integerList([]) }
      return .integerList(UnsafeBufferPointer(start: list, count: Int(count)).map(Int64.init))
    case .integer64List:
      var count: Int32 = 0
      guard let list = OGR_F_GetFieldAsInteger64List(feature, index, &count) else { return .integerList([]) }
      return .integerList(Array(UnsafeBufferPointer(start: list, count: Int(count))))
    case .realList:
      var count: Int32 = 0
      guard let list = OGR_F_GetFieldAsDoubleList(feature, index, &count) else { return .realList([]) }
      return .realList(Array(UnsafeBufferPointer(start: list, count: Int(count))))
    case .textList:
      var texts: [String] = []
      if let list = OGR_F_GetFieldAsStringList(feature, index) {
        while let item = list[texts.count] { texts.append(text(UnsafePointer(item), &notes)) }
      }
      return .textList(texts)
    }
  }

  private func text(_ bytes: UnsafePointer<CChar>?, _ notes: inout TextNotes) -> String {
    guard let bytes else { return "" }
    if let encoding, let text = encoding.text(of: bytes) { return text }
    guard let text = String(validatingCString: bytes) else {
      let repaired = String(cString: bytes)
      notes.noteNotUTF8(repaired, field: index)
      return repaired
    }
    // Only texts with other letters than those of ASCII can be garbled.
    if !text.utf8.allSatisfy({ $0 < 0x80 }), TextNotes.ungarbled(text) != nil {
      notes.noteGarbled(text, field: index)
    }
    return text
  }

  private func moment(of feature: OGRFeatureH) -> FieldValue {
    var year: Int32 = 0
    var month: Int32 = 0
    var day: Int32 = 0
    var hour: Int32 = 0
    var minute: Int32 = 0
    var second: Float = 0
    var zone: Int32 = 0
    guard OGR_F_GetFieldAsDateTimeEx(feature, index, &year, &month, &day, &hour, &minute, &second, &zone) != 0
    else {
      return .null
    }
    let date = CalendarDate(year: Int(year), month: Int(month), day: Int(day))
    // OGR keeps seconds in single precision and means milliseconds.
    let time = ClockTime(
      hour: Int(hour), minute: Int(minute), second: (Double(second) * 1000).rounded() / 1000)
    switch definition.type {
    case .date: return .date(date)
    case .time: return .time(time)
    default: return .dateTime(date, time, TimeZoneFlag(code: zone))
    }
  }
}
