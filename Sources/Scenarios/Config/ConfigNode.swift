// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Line and column in a text, both from 1; columns count characters as Unicode scalars.
struct SourcePosition: Sendable, Hashable {
  var line: Int
  var column: Int
}

/// Where a value of a scenario was written.
struct ConfigOrigin: Sendable, Hashable {
  /// File, or the overlay as `--set path`.
  var file: String
  /// Place in the file; nil for an overlay.
  var position: SourcePosition?
  /// Folder against which relative paths in the value are resolved.
  var folder: String

  /// What stands before the path of an overlay where a file would stand.
  static let overlayPrefix = "--set "

  /// A place in a file.
  init(file: String, position: SourcePosition?) {
    self.file = file
    self.position = position
    folder = FilePath.folder(of: file)
  }

  /// An overlay of the command line, whose relative paths are those of the working directory.
  init(overlay path: String) {
    file = Self.overlayPrefix + path
    position = nil
    folder = ""
  }
}

/// A value of a configuration file with the place where it was written. Merging files keeps the places, so
/// that a finding in the merged scenario points at the file that is to blame.
struct ConfigNode: Sendable, Equatable {
  /// What was written.
  indirect enum Content: Sendable, Equatable {
    case table([String: ConfigNode])
    case array([ConfigNode])
    case text(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    /// A date or time as RFC 3339 writes it.
    case date(String)
  }

  var content: Content
  var origin: ConfigOrigin
  /// What was typed, for a value of an overlay without quotes: `59` can be a number or a text.
  var bareText: String?

  init(_ content: Content, origin: ConfigOrigin, bareText: String? = nil) {
    self.content = content
    self.origin = origin
    self.bareText = bareText
  }

  /// Entries of a table; nil for anything else.
  var entries: [String: ConfigNode]? {
    if case .table(let entries) = content { entries } else { nil }
  }

  /// The number, whole or not; nil for anything else.
  var number: Double? {
    switch content {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .table, .array, .text, .boolean, .date: nil
    }
  }

  /// The text; nil for anything else.
  var text: String? {
    if case .text(let value) = content { value } else { nil }
  }

  /// How the number is to be written that a text was meant to be, for example `0,7`; nil where it is none.
  var numberHint: String? { text.flatMap { NumberSpelling($0)?.hint } }

  /// Kind of value in words, for messages.
  var kind: String {
    switch content {
    case .table: "a table"
    case .array: "a list"
    case .text(let text): "the text \"\(text.prefix(40))\""
    case .integer(let value): "the number \(value)"
    case .number(let value): "the number \(value)"
    case .boolean(let value): "\(value)"
    case .date: "a date or time"
    }
  }

  /// Whether it is a number with its basis: a table with a `value` and nothing but the keys of a figure. Such
  /// a table is one value: merging must not join the value of one file to the source of another.
  var isFigure: Bool {
    guard let entries, entries["value"] != nil else { return false }
    return entries.keys.allSatisfy { ConfigNode.figureKeys.contains($0) }
  }

  /// Keys of a number that is written with its basis.
  static let figureKeys: Set<String> = ["value", "unit", "basis", "source", "low", "high"]

  /// The node under a path of keys; nil where there is none.
  func node(at path: some Collection<String>) -> ConfigNode? {
    guard let first = path.first else { return self }
    return (entries?[first] ?? element(first))?.node(at: path.dropFirst())
  }

  /// The origin under a path of keys, or of the nearest ancestor that is there.
  func origin(at path: some Collection<String>) -> ConfigOrigin {
    guard let first = path.first, let next = entries?[first] else { return origin }
    return next.origin(at: path.dropFirst())
  }
}
