// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

/// A value as filters calculate with it.
enum FilterValue {
  /// No value. An empty text is none: formats differ in which of the two they keep.
  case missing
  case truth(Bool)
  case integer(Int64)
  case real(Double)
  case text(String)
  case moment(FilterMoment)

  /// What kind of value a field or a calculation gives, known before any feature is read.
  enum Kind: Equatable {
    case missing
    case truth
    case integer
    case real
    case text
    case moment
    /// Lists and bytes, which cannot be compared.
    case other

    /// In words, for a message.
    var words: String {
      switch self {
      case .missing: "nothing"
      case .truth: "true or false"
      case .integer, .real: "numbers"
      case .text: "texts"
      case .moment: "dates"
      case .other: "lists or bytes"
      }
    }

    var isNumber: Bool { self == .integer || self == .real }
  }

  /// The value of a field.
  init(_ value: FieldValue) {
    switch value {
    case .unset, .null: self = .missing
    case .boolean(let truth): self = .truth(truth)
    case .integer(let number): self = .integer(number)
    case .real(let number): self = number.isNaN ? .missing : .real(number)
    case .text(let text): self = text.isEmpty ? .missing : .text(text)
    case .date(let date): self = .moment(FilterMoment(date))
    case .dateTime(let date, let time, let zone): self = .moment(FilterMoment(date, time, zone))
    case .time(let time): self = .text("\(time)")
    case .binary, .integerList, .realList, .textList: self = .text("\(value)")
    }
  }

  /// The kind of a field's values.
  static func kind(of field: FieldDefinition) -> Kind {
    switch field.type {
    case .integer, .integer64: field.subtype == .boolean ? .truth : .integer
    case .real: .real
    case .text, .time: .text
    case .date, .dateTime: .moment
    case .integerList, .integer64List, .realList, .textList, .binary: .other
    }
  }

  /// A number of either kind.
  var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .real(let number): number
    case .missing, .truth, .text, .moment: nil
    }
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// -1, 0 or 1 as the value is less than, equal to or greater than another of its kind; nil where one is
  /// missing.
  func order(_ other: FilterValue) -> Int? {
    switch (self, other) {
    case (.integer(let one), .integer(let two)): return one < two ? -1 : one > two ? 1 : 0
    case (.text(let one), .text(let two)): return one == two ? 0 : one < two ? -1 : 1
    case (.moment(let one), .moment(let two)): return one.order(two)
    case (.truth(let one), .truth(let two)): return one == two ? 0 : two ? -1 : 1
    default:
      guard let one = number, let two = other.number else { return nil }
      return one < two ? -1 : one > two ? 1 : 0
    }
  }
}

/// A text against a pattern of LIKE: `%` stands for any characters, `_` for one.
struct LikePattern {
  private enum Part: Equatable {
    case anything
    case one
    case character(Character)
  }

  private let parts: [Part]
  private let ignoresCase: Bool

  init(_ pattern: String, escape: Character?, ignoresCase: Bool) {
    var parts: [Part] = []
    var isEscaped = false
    for character in ignoresCase ? pattern.lowercased() : pattern {
      if isEscaped {
        parts.append(.character(character))
        isEscaped = false
      } else if character == escape {
        isEscaped = true
      } else if character == "%" {
        if parts.last != .anything { parts.append(.anything) }
      } else {
        parts.append(character == "_" ? .one : .character(character))
      }
    }
    self.parts = parts
    self.ignoresCase = ignoresCase
  }

  /// Whether a text fits the pattern. The work is at most the product of both lengths.
  func fits(_ text: String) -> Bool {
    let characters = Array(ignoresCase ? text.lowercased() : text)
    var (place, part) = (0, 0)
    var retry: (place: Int, part: Int)?
    while place < characters.count {
      if part < parts.count, parts[part] == .anything {
        retry = (place, part)
        part += 1
      } else if part < parts.count, parts[part] == .one || parts[part] == .character(characters[place]) {
        place += 1
        part += 1
      } else if let last = retry {
        // The last % takes one character more.
        place = last.place + 1
        part = last.part + 1
        retry = (place, last.part)
      } else {
        return false
      }
    }
    while part < parts.count, parts[part] == .anything { part += 1 }
    return part == parts.count
  }
}
