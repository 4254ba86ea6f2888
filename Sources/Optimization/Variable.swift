// SPDX-License-Identifier: GPL-3.0-or-later

/// A column of a model, by its zero-based index.
package struct Variable: Sendable, Hashable, Codable, Comparable {
  /// Zero-based column index.
  package let column: Int

  /// The variable of a column.
  package init(column: Int) { self.column = column }

  /// Order of columns.
  package static func < (a: Variable, b: Variable) -> Bool { a.column < b.column }
}
