// SPDX-License-Identifier: GPL-3.0-or-later

/// A text that is not JSON, and where.
package struct JSONReadingError: Error, Equatable, CustomStringConvertible {
  /// Line, from 1.
  package var line: Int
  /// Byte of the line, from 1.
  package var column: Int
  /// What is wrong.
  package var message: String

  package var description: String { "line \(line), column \(column): \(message)" }
}
