// SPDX-License-Identifier: GPL-3.0-or-later

/// A JSON value whose objects keep the order of their members, so that the same plan gives the same bytes.
package enum JSONValue: Sendable {
  /// Members in order. Names are unique in what Arpent writes and in what `JSONReader` accepts.
  case object([Member])
  /// Values in order.
  case array([JSONValue])
  /// A text.
  case string(String)
  /// A whole number.
  case integer(Int)
  /// A number; one that is not finite is written as `null`, since JSON has none.
  case number(Double)
  /// True or false.
  case bool(Bool)
  /// Nothing.
  case null

  /// One member of an object.
  package struct Member: Sendable, Equatable {
    /// Its name.
    package var name: String
    /// Its value.
    package var value: JSONValue

    /// One member of an object.
    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The number or `null`.
  package static func optional(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
  /// The whole number or `null`.
  package static func optional(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }
  /// The text or `null`.
  package static func optional(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
  /// True, false or `null`.
  package static func optional(_ value: Bool?) -> JSONValue { value.map { .bool($0) } ?? .null }

  /// Value of a member; nil when this is no object or has no such member.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The values, when this is an array.
  package var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
  /// The members, when this is an object.
  package var members: [Member]? { if case .object(let members) = self { members } else { nil } }
  /// The text, when this is one.
  package var string: String? { if case .string(let text) = self { text } else { nil } }
  /// The truth value, when this is one.
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// Whether this is `null`.
  package var isNull: Bool { if case .null = self { true } else { false } }

  /// The number, when this is one, whole or not.
  package var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The whole number, when this is one, whichever way it was written.
  package var int: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  /// What kind of value this is, for messages.
  package var kind: String {
    switch self {
    case .object: "an object"
    case .array: "a list"
    case .string: "a text"
    case .integer, .number: "a number"
    case .bool: "true or false"
    case .null: "null"
    }
  }
}

extension JSONValue: Equatable {
  /// Equality of meaning: `2` and `2.0` are the same number. The order of members counts.
  package static func == (a: JSONValue, b: JSONValue) -> Bool {
    switch (a, b) {
    case (.object(let first), .object(let second)): first == second
    case (.array(let first), .array(let second)): first == second
    case (.string(let first), .string(let second)):
      // Code by code: Swift's own equality takes a composed and a decomposed letter for the same.
      first.unicodeScalars.elementsEqual(second.unicodeScalars)
    case (.bool(let first), .bool(let second)): first == second
    case (.null, .null): true
    case (.integer(let first), .integer(let second)): first == second
    default:
      if let first = a.double, let second = b.double { first == second } else { false }
    }
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral
{
  /// An object from a literal, in the order written.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
  /// A list.
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// A text.
  package init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  package init(integerLiteral value: Int) { self = .integer(value) }
  /// A number.
  package init(floatLiteral value: Double) { self = .number(value) }
  /// True or false.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}
