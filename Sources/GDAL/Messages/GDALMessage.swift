// SPDX-License-Identifier: GPL-3.0-or-later

/// One message that GDAL gave during a call.
public struct GDALMessage: Sendable, Hashable {
  /// How serious GDAL says the message is.
  public enum Severity: Int, Sendable, Hashable, Comparable {
    /// The call did what was asked; something deserves attention.
    case warning = 2
    /// The call did not do what was asked.
    case failure = 3
    /// GDAL ends the process after such a message; it is never seen in practice.
    case fatal = 4

    /// Whether the first is less serious.
    public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  /// Warning, failure or fatal.
  public let severity: Severity
  /// GDAL's error number (`CPLE_...`): 1 general, 2 memory, 3 file access, 4 open failed, 5 bad argument, 6
  /// not supported ...
  public let code: Int
  /// GDAL's own words, without a trailing line break.
  public let text: String

  /// Makes a message, mostly for tests and for notes of the wrapper itself.
  public init(severity: Severity, code: Int, text: String) {
    self.severity = severity
    self.code = code
    self.text = text
  }
}
