// SPDX-License-Identifier: GPL-3.0-or-later

/// A fatal error inside GLPK: a failed assertion, an exhausted memory limit, or an argument that no check
/// caught. The unguarded library ends the process here. Every problem of the environment is gone, and every
/// further call in it throws ``GLPKError/environmentLost(cause:)``; other threads are not touched.
public struct GLPKFatalError: Error, Equatable, CustomStringConvertible {
  /// The GLPK routine in which it happened.
  public let routine: String
  /// GLPK's own words, with its source file and line.
  public let message: String

  public var description: String { "GLPK failed in \(routine): \(message)" }
}
