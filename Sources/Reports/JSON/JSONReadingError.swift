// SPDX-License-Identifier: GPL-3.0-or-later

/// A text that is not JSON, and where.
public struct JSONReadingError: Error, Equatable, CustomStringConvertible {
  /// Line, from 1.
  public var line: Int
  /// Byte of the line, from 1.
  public var column: Int
  /// What is wrong.
  public var message: String

  public var description: String { "line \(line), column \(column): \(message)" }
}
