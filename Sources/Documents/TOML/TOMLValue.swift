// SPDX-License-Identifier: GPL-3.0-or-later

/// Line and column in a text, both from 1; columns count characters as Unicode scalars.
package struct TextPlace: Sendable, Hashable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A value of a TOML text with the place where it was written.
package struct TOMLValue: Sendable, Equatable {
  /// What was written.
  package enum Content: Sendable, Equatable {
    /// Keys with their values, in the order of the text. Every key is there once.
    case table([Member])
    case array([TOMLValue])
    case text(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case moment(TOMLMoment)
  }

  /// A key with its value.
  package struct Member: Sendable, Equatable {
    /// The key as written, without quotes.
    package var key: String
    /// Where the key was written first; for a table with a header of its own, where the header begins.
    package var place: TextPlace
    package var value: TOMLValue
  }

  package var content: Content
  /// Where the value itself begins.
  package var place: TextPlace
  /// Offsets of the value in the UTF-8 bytes of the text; empty for a table made by headers or dotted keys.
  package var source: Range<Int>

  /// Reads a whole text.
  ///
  /// - Throws: `TOMLFailure` with everything that is wrong; what stands behind the first fault that leaves
  ///   the structure unclear is not looked at.
  package init(document bytes: [UInt8], limits: TOMLLimits = .standard) throws(TOMLFailure) {
    var reader = TOMLReader(bytes, limits: limits)
    self = try reader.document()
  }

  /// Reads one value as it would stand behind `key =`, for example `[2026, 2027]`.
  package init(value text: String, limits: TOMLLimits = .standard) throws(TOMLFailure) {
    var reader = TOMLReader(Array(text.utf8), limits: limits)
    self = try reader.singleValue()
  }

  init(_ content: Content, at place: TextPlace, source: Range<Int>) {
    self.content = content
    self.place = place
    self.source = source
  }

  /// Members of a table; nil for anything else.
  package var members: [Member]? {
    if case .table(let members) = content { members } else { nil }
  }

  /// Elements of a list; nil for anything else.
  package var elements: [TOMLValue]? {
    if case .array(let elements) = content { elements } else { nil }
  }

  /// The text; nil for anything else.
  package var text: String? {
    if case .text(let text) = content { text } else { nil }
  }
}
