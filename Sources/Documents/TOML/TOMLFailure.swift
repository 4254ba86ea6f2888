// SPDX-License-Identifier: GPL-3.0-or-later

/// One thing that is wrong with a TOML text.
package struct TOMLFault: Sendable, Equatable {
  /// What kind of thing is wrong.
  package enum Kind: Sendable, Equatable {
    /// It is not written as TOML wants it.
    case syntax
    /// A key or table is given twice.
    case duplicate
    /// A character that no text may hold, or a number that no computer number can hold.
    case value
    /// The text is too large or too deeply nested.
    case limit
  }

  package var kind: Kind
  package var place: TextPlace
  /// What is wrong, in a sentence without an end.
  package var message: String
  /// What to do; empty where the message says it all.
  package var hint: String

  /// One thing that is wrong with a TOML text.
  package init(kind: Kind, place: TextPlace, message: String, hint: String = "") {
    self.kind = kind
    self.place = place
    self.message = message
    self.hint = hint
  }
}

/// Everything that is wrong with a TOML text, by place.
package struct TOMLFailure: Error, Sendable, Equatable {
  package var faults: [TOMLFault]

  /// Everything that is wrong with a TOML text.
  package init(faults: [TOMLFault]) { self.faults = faults }
}

/// How large a text may be. A scenario of ten thousand sites needs a hundredth of it.
package struct TOMLLimits: Sendable {
  /// Bytes of the whole text.
  package var bytes: Int
  /// Keys, values and tables of the whole text.
  package var values: Int
  /// Tables and lists within each other, and parts of a dotted key.
  package var depth: Int

  package static let standard = TOMLLimits(bytes: 32_000_000, values: 2_000_000, depth: 64)

  package init(bytes: Int, values: Int, depth: Int) {
    self.bytes = bytes
    self.values = values
    self.depth = depth
  }
}
