// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that makes a screening impossible: what, where, what to do.
public struct ScreeningFault: Sendable, Equatable, CustomStringConvertible {
  /// Where it stands, as `file:line:column`; empty for parameters made in code.
  public var place: String
  /// What is wrong.
  public var message: String
  /// What to do; empty where the message says it all.
  public var hint: String

  /// Something that makes a screening impossible.
  public init(place: String, message: String, hint: String = "") {
    self.place = place
    self.message = message
    self.hint = hint
  }

  /// One line in the form `place: error: message (hint)`.
  public var description: String {
    (place.isEmpty ? "" : "\(place): error: ") + message + (hint.isEmpty ? "" : " (\(hint))")
  }
}

/// Something about a screening that its planner should know.
public struct ScreeningNote: Sendable, Equatable, CustomStringConvertible {
  /// How much it matters.
  public enum Severity: String, Sendable {
    /// Worth knowing.
    case note
    /// Probably not what was meant.
    case warning
  }

  /// How much it matters.
  public var severity: Severity
  /// Where the rule or score stands, as `file:line:column`; empty where there is none.
  public var place: String
  /// What is worth knowing.
  public var message: String

  /// Something worth knowing.
  public init(_ severity: Severity, place: String = "", _ message: String) {
    self.severity = severity
    self.place = place
    self.message = message
  }

  /// One line in the form `place: warning: message`.
  public var description: String { (place.isEmpty ? "" : "\(place): ") + "\(severity.rawValue): \(message)" }
}
