// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Scenarios

/// Prints the JSON Schema of a kind of file.
package enum SchemaWorkflow {
  /// A name that no kind has.
  package struct UnknownKind: Error, CustomStringConvertible {
    /// What is wrong and what to do.
    package var description: String
  }

  /// Every kind with what it is, a line each.
  package static var list: String {
    let width = SchemaKind.allCases.map(\.rawValue.count).max() ?? 0
    return SchemaKind.allCases.map { kind in
      kind.rawValue + String(repeating: " ", count: width - kind.rawValue.count + 2) + kind.words + "\n"
    }.joined()
  }

  /// Names of all kinds.
  package static var names: [String] { SchemaKind.allCases.map(\.rawValue) }

  /// How a schema can be printed.
  package enum Format: String, CaseIterable, Sendable {
    /// A JSON Schema.
    case json
    /// Tables of keys for people.
    case markdown
  }

  /// The schema of a kind, or its keys as tables.
  ///
  /// - Parameter table: The one table that is wanted in Markdown; nil for all.
  package static func text(of name: String, as format: Format = .json, table: String? = nil)
    throws(UnknownKind) -> String
  {
    guard let kind = SchemaKind(rawValue: name) else {
      let near = nearestName(to: name, among: names).map { "did you mean '\($0)'?" }
      throw UnknownKind(
        description: "there is no kind '\(name)'; \(near ?? "there are \(names.joined(separator: ", "))")")
    }
    if format == .json { return kind.text }
    let text = kind.keyTables(table)
    guard text.isEmpty, let table else { return text }
    throw UnknownKind(description: "\(kind.words) has no table '\(table)'")
  }
}
