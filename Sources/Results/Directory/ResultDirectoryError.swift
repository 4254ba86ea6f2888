// SPDX-License-Identifier: GPL-3.0-or-later

/// A result that cannot be written: where, why and what to do.
package struct ResultDirectoryError: Error, Equatable, CustomStringConvertible {
  /// Path that cannot be written.
  package var path: String
  /// What is in the way.
  package var reason: String
  /// What to do about it.
  package var cure: String

  /// A result that cannot be written.
  package init(path: String, reason: String, cure: String) {
    self.path = path
    self.reason = reason
    self.cure = cure
  }

  package var description: String { "cannot write \(path): \(reason); \(cure)" }
}
