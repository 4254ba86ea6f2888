// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What a table may hold, as its reader asks for it: keys with their forms, in no file.
///
/// A reference type because readers fill it in while they run, those of tables within it later than others;
/// it is finished when the reader is.
final class TableShape {
  /// What stands under a key.
  struct Entry {
    /// Whether the key must be there where its table is.
    var isRequired = false
    /// Whether the table under it is read even where it is absent, so that what it needs is missing then.
    var isBlock = false
    /// Whether it holds a list, of which `forms` are the elements.
    var isList = false
    var isNeverEmpty = false
    var isUnique = false
    /// What it is, as a sentence.
    var meaning = ""
    /// The figure that holds where the key is left out; nil where nothing is known of it.
    var defaultFigure: Quantity?
    /// Every form of the value; empty where the reader says nothing of it.
    var forms: [KeyShape] = []
  }

  /// Stands for the names that a planner gives, such as those of zones.
  static let anyName = "<name>"
  /// Stands for years as keys.
  static let anyYear = "<year>"

  private(set) var entries: [String: Entry] = [:]
  /// Names that keys had before, each with the name of today.
  var formerNames: [String: String] = [:]
  /// Whether the reader does without the table where it is not written.
  var isOptional = false
  /// Whether the table holds a key at least.
  var isNeverEmpty = false
  /// The word that a key has in this form of the table, on which its other keys depend.
  let fixed: (key: String, word: String)?

  init(fixed: (key: String, word: String)? = nil) { self.fixed = fixed }

  /// What a reader asks of the root of its file.
  convenience init(readBy read: (ConfigTable) -> Void) {
    self.init()
    read(ConfigTable(probing: self))
  }

  /// Names of keys that are known, in alphabetical order, without those that stand for others.
  var names: [String] { entries.keys.filter { $0 != Self.anyName && $0 != Self.anyYear }.sorted() }

  /// The word that a key has in this form of the table.
  func fixedWord(_ key: String) -> String? { fixed?.key == key ? fixed?.word : nil }

  /// Changes what is known of a key.
  func note(_ key: String, _ change: (inout Entry) -> Void = { _ in }) {
    change(&entries[key, default: Entry()])
  }

  /// Adds a form of a key.
  func add(_ key: String, _ form: KeyShape) {
    note(key) { if !$0.forms.contains(form) { $0.forms.append(form) } }
  }

  /// The table under a key, or in the list under it.
  func child(_ key: String) -> TableShape {
    for case .table(let table) in entries[key]?.forms ?? [] { return table }
    return child(key, fixed: nil)
  }

  /// One more form of the table under a key, or in the list under it.
  func child(_ key: String, fixed: (key: String, word: String)?) -> TableShape {
    let table = TableShape(fixed: fixed)
    add(key, .table(table))
    return table
  }

  /// The tables under a key.
  func children(_ key: String) -> [TableShape] {
    (entries[key]?.forms ?? []).compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// The key of today for a path through a key that has another name now; nil for any other path.
  func currentName(on path: some Collection<String>) -> (former: String, now: String)? {
    guard let first = path.first else { return nil }
    if let now = formerNames[first] { return (first, now) }
    return children(first).lazy.compactMap { $0.currentName(on: path.dropFirst()) }.first
  }

  /// Paths to all values of a form: `anyName` stands for any key, `[]` for an element of a list.
  func paths(to form: KeyShape) -> [[String]] {
    entries.sorted { $0.key < $1.key }.flatMap { key, entry in
      let own = entry.isList ? [key, "[]"] : [key]
      return (entry.forms.contains(form) ? [own] : [])
        + children(key).flatMap { $0.paths(to: form) }.map { own + $0 }
    }
  }

  /// The same keys without one.
  func without(_ key: String) -> TableShape {
    let copy = TableShape(fixed: fixed)
    copy.entries = entries
    copy.entries[key] = nil
    return copy
  }

  /// The same keys where another file has the rest: none is needed, and parts of numbers will do.
  var partial: TableShape {
    let copy = TableShape(fixed: fixed)
    for (key, entry) in entries {
      var part = entry
      part.isRequired = false
      if !entry.isList {
        part.forms = entry.forms.map { form in
          switch form {
          case .table(let table): .table(table.partial)
          case .quantity(let range, let unit, .table, let isWhole):
            .quantity(range, unit: unit, .part, isWhole: isWhole)
          default: form
          }
        }
      }
      copy.entries[key] = part
    }
    return copy
  }
}

extension TableShape: Equatable {
  /// Shapes are equal where they are the same.
  static func == (a: TableShape, b: TableShape) -> Bool { a === b }
}
