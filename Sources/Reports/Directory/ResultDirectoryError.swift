// SPDX-License-Identifier: GPL-3.0-or-later

/// A result that cannot be written: where, why and what to do.
public struct ResultDirectoryError: Error, Equatable, CustomStringConvertible {
  /// Path that cannot be written.
  public var path: String
  /// What is in the way.
  public var reason: String
  /// What to do about it.
  public var cure: String

  public var description: String { "cannot write \(path): \(reason); \(cure)" }
}
