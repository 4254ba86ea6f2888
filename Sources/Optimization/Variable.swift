// SPDX-License-Identifier: GPL-3.0-or-later

/// A column of a model, by its zero-based index.
public struct Variable: Sendable, Hashable, Codable, Comparable {
  /// Zero-based column index.
  public let column: Int

  /// The variable of a column.
  public init(column: Int) { self.column = column }

  /// Order of columns.
  public static func < (a: Variable, b: Variable) -> Bool { a.column < b.column }
}
