// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites

extension FilterCompiler {
  /// A value.
  mutating func value(_ expression: Expression) throws -> Calculation {
    switch expression {
    case .integer(let number): return Calculation(kind: .integer) { _ in .integer(number) }
    case .real(let number): return Calculation(kind: .real) { _ in .real(number) }
    case .text(let text): return Calculation(kind: .text) { _ in text.isEmpty ? .missing : .text(text) }
    case .truth(let truth): return Calculation(kind: .truth) { _ in .truth(truth) }
    case .missing: return Calculation(kind: .missing) { _ in .missing }
    case .field(let name): return try field(name)
    case .negative(let part): return try arithmetic(.minus, .integer(0), part)
    case .arithmetic(let operation, let one, let other): return try arithmetic(operation, one, other)
    case .function(let function, let parts): return try call(function, parts)
    case .cast(let part, let type): return try cast(part, to: type)
    case .compare, .like, .isIn, .isMissing, .not, .all, .any:
      let found = try statement(expression)
      return Calculation(kind: .truth) { feature in try found(feature).map { .truth($0) } ?? .missing }
    }
  }

  private mutating func field(_ name: String) throws -> Calculation {
    let lowered = name.lowercased()
    let exact = layer.fields.firstIndex { $0.name == name }
    if let index = exact ?? layer.fields.firstIndex(where: { $0.name.lowercased() == lowered }) {
      let twins = layer.fields.filter { $0.name.lowercased() == lowered }.map(\.name)
      if exact == nil, twins.count > 1 {
        throw Fault(
          message:
            "'\(name)' may be \(twins.map { "\"\($0)\"" }.joined(separator: " or ")); write it as it is")
      }
      if !indices.contains(index) { indices.append(index) }
      return Calculation(kind: FilterValue.kind(of: layer.fields[index])) { FilterValue($0.values[index]) }
    }
    if ["fid", "ogc_fid", "rowid", layer.idColumn?.lowercased() ?? "fid"].contains(lowered) {
      return Calculation(kind: .integer) { $0.id.map { .integer($0) } ?? .missing }
    }
    if let points, ["ogr_geometry", "ogr_geom_area"].contains(lowered) {
      let isType = lowered == "ogr_geometry"
      return Calculation(kind: isType ? .text : .real) { feature in
        guard try points.coordinate(of: feature, ordinal: 0) != nil else { return .missing }
        return isType ? .text("POINT") : .real(0)
      }
    }
    if lowered == "ogr_geometry" {
      needsGeometry = true
      return Calculation(kind: .text) { feature in
        guard let geometry = feature.geometry else { return .missing }
        return .text(GeometryType(geometry.type.base).description.uppercased())
      }
    }
    if lowered == "ogr_geom_area" {
      needsGeometry = true
      return Calculation(kind: .real) { $0.geometry.map { .real($0.area) } ?? .missing }
    }
    let names = layer.fields.map(\.name)
    let hint =
      nearestName(to: name, among: names).map { "did you mean \"\($0)\"?" }
      ?? (names.isEmpty
        ? "it has none"
        : "it has \(listed(names, atMost: 12))")
    throw Fault(
      message: "names \"\(name)\", which is no field of the layer; \(hint); texts stand in single quotes")
  }

  private mutating func arithmetic(
    _ operation: FeatureFilter.Arithmetic, _ one: Expression, _ other: Expression
  ) throws -> Calculation {
    let (a, b) = (try number(one), try number(other))
    let isWhole = a.kind == .integer && b.kind == .integer
    return Calculation(kind: isWhole ? .integer : .real) { feature in
      let (left, right) = (try a.value(feature), try b.value(feature))
      if case .integer(let x) = left, case .integer(let y) = right,
        let whole = FilterNumber.whole(operation, x, y)
      {
        return .integer(whole)
      }
      guard let x = left.number, let y = right.number else { return .missing }
      let result: Double
      switch operation {
      case .plus: result = x + y
      case .minus: result = x - y
      case .times: result = x * y
      case .dividedBy: result = x / y
      case .remainder: result = x.truncatingRemainder(dividingBy: y)
      }
      // Nothing is divided by zero.
      return result.isFinite ? .real(result) : .missing
    }
  }

  /// A value that must be a number.
  private mutating func number(_ expression: Expression) throws -> Calculation {
    let found = try value(expression)
    guard found.kind.isNumber || found.kind == .missing else {
      throw Fault(
        message:
          "\(words(expression)) holds \(found.kind.words) and is calculated with; write CAST(\(sql(expression)) AS FLOAT)"
      )
    }
    return found
  }

  private mutating func call(_ function: FeatureFilter.Function, _ parts: [Expression]) throws -> Calculation
  {
    switch function {
    case .abs:
      let part = try number(parts[0])
      return Calculation(kind: part.kind) { feature in
        switch try part.value(feature) {
        case .integer(let number): number == .min ? .real(-Double(number)) : .integer(Swift.abs(number))
        case .real(let number): .real(Swift.abs(number))
        default: .missing
        }
      }
    case .coalesce:
      let found = try parts.map { try value($0) }
      let kinds = found.map(\.kind).filter { $0 != .missing }
      let kind = kinds.first ?? .missing
      guard kinds.allSatisfy({ $0 == kind || $0.isNumber && kind.isNumber }) else {
        throw Fault(message: "COALESCE is given values of different kinds; bring them to one with CAST")
      }
      return Calculation(kind: kinds.contains(.real) ? .real : kind) { feature in
        for part in found {
          let value = try part.value(feature)
          if case .missing = value { continue }
          return value
        }
        return .missing
      }
    case .substr:
      let (text, start) = (try self.text(parts[0]), try number(parts[1]))
      let count = parts.count > 2 ? try number(parts[2]) : nil
      return Calculation(kind: .text) { feature in
        guard let text = try text.value(feature).text, let start = try start.value(feature).number else {
          return .missing
        }
        let length = try count.map { try $0.value(feature).number ?? 0 } ?? Double(text.count)
        let first = start < 0 ? max(0, Double(text.count) + start) : max(0, start - 1)
        let part = text.dropFirst(Int(min(first, 1e9))).prefix(Int(min(max(0, length), 1e9)))
        return part.isEmpty ? .missing : .text(String(part))
      }
    case .concat:
      let texts = try parts.map { try self.text($0) }
      return Calculation(kind: .text) { feature in
        var joined = ""
        for text in texts {
          guard let text = try text.value(feature).text else { return .missing }
          joined += text
        }
        return .text(joined)
      }
    case .length:
      let text = try self.text(parts[0])
      return Calculation(kind: .integer) { feature in
        try text.value(feature).text.map { .integer(Int64($0.count)) } ?? .missing
      }
    case .upper, .lower, .trim:
      let text = try self.text(parts[0])
      return Calculation(kind: .text) { feature in
        guard let text = try text.value(feature).text else { return .missing }
        switch function {
        case .upper: return .text(text.uppercased())
        case .lower: return .text(text.lowercased())
        default:
          let trimmed = Blanks.trimmed(text)
          return trimmed.isEmpty ? .missing : .text(trimmed)
        }
      }
    }
  }

  /// A value that must be a text.
  private mutating func text(_ expression: Expression) throws -> Calculation {
    let found = try value(expression)
    guard found.kind == .text || found.kind == .missing else {
      throw Fault(
        message:
          "\(words(expression)) holds \(found.kind.words) where a text is wanted; write CAST(\(sql(expression)) AS CHARACTER)"
      )
    }
    return found
  }

  private mutating func cast(_ part: Expression, to type: FeatureFilter.CastType) throws -> Calculation {
    let found = try value(part)
    if found.kind == .other {
      throw Fault(message: "\(words(part)) holds lists or bytes, which CAST cannot turn")
    }
    let (notes, name) = (notes, words(part))
    switch type {
    case .real, .integer:
      if found.kind == .moment { throw Fault(message: "\(name) holds dates, which are no numbers") }
      return Calculation(kind: type == .real ? .real : .integer) { feature in
        let value = try found.value(feature)
        var number = value
        switch value {
        case .text(let text):
          guard let read = FilterNumber.value(of: text) else {
            notes.noteUnreadable(text, field: name, wanted: "number")
            return .missing
          }
          number = read
        case .truth(let truth): number = .integer(truth ? 1 : 0)
        default: break
        }
        guard type == .integer, case .real(let real) = number else { return number }
        return Int64(exactly: real.rounded(.towardZero)).map { .integer($0) } ?? .missing
      }
    case .text:
      return Calculation(kind: .text) { feature in
        switch try found.value(feature) {
        case .integer(let number): .text("\(number)")
        case .real(let number): .text(Int64(exactly: number).map { "\($0)" } ?? "\(number)")
        case .truth(let truth): .text(truth ? "1" : "0")
        case .text(let text): .text(text)
        case .missing, .moment: .missing
        }
      }
    case .date, .dateTime:
      if found.kind.isNumber || found.kind == .truth {
        throw Fault(message: "\(name) holds numbers, which are no dates")
      }
      return Calculation(kind: .moment) { feature in
        let value = try found.value(feature)
        guard case .text(let text) = value else { return value }
        if let moment = FilterMoment(text) { return .moment(moment) }
        notes.noteUnreadable(text, field: name, wanted: "date (2027-01-31)")
        return .missing
      }
    }
  }

  // MARK: Words

  /// A part of the filter for a message.
  func words(_ expression: Expression) -> String {
    if case .field(let name) = expression { return "field '\(name)'" }
    if case .cast(let part, _) = expression { return words(part) }
    return sql(expression)
  }

  /// A part of the filter as it is written.
  func sql(_ expression: Expression) -> String {
    switch expression {
    case .field(let name): return Self.isPlain(name) ? name : "\"\(name)\""
    case .integer(let number): return "\(number)"
    case .real(let number): return "\(number)"
    case .text(let text): return "'\(text)'"
    case .truth(let truth): return truth ? "TRUE" : "FALSE"
    default: return "the value"
    }
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        $0 == 0x5F || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
      }
      && !(0x30...0x39).contains(name.utf8.first ?? 0)
  }
}

/// Numbers of filters.
enum FilterNumber {
  /// The number that a text is, blanks around it aside; nil when it is none, as `400 kV` or `12,5`.
  static func value(of text: String) -> FilterValue? {
    let digits = Blanks.trimmed(text)
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }) else {
      return nil
    }
    if let whole = Int64(digits) { return .integer(whole) }
    guard let number = Double(digits), number.isFinite else { return nil }
    return .real(number)
  }

  /// A calculation with whole numbers; nil where the result is none that 64 bits hold.
  static func whole(_ operation: FeatureFilter.Arithmetic, _ x: Int64, _ y: Int64) -> Int64? {
    let (result, overflows): (Int64, Bool)
    switch operation {
    case .plus: (result, overflows) = x.addingReportingOverflow(y)
    case .minus: (result, overflows) = x.subtractingReportingOverflow(y)
    case .times: (result, overflows) = x.multipliedReportingOverflow(by: y)
    case .dividedBy: (result, overflows) = x.dividedReportingOverflow(by: y)
    case .remainder: (result, overflows) = x.remainderReportingOverflow(dividingBy: y)
    }
    return overflows ? nil : result
  }
}
