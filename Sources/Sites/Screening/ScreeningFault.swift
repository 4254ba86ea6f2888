// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that makes a screening impossible: what, where, what to do.
package struct ScreeningFault: Sendable, Equatable, CustomStringConvertible {
  /// Where it stands, as `file:line:column`; empty for parameters made in code.
  package var place: String
  /// What is wrong.
  package var message: String
  /// What to do; empty where the message says it all.
  package var hint: String

  /// Something that makes a screening impossible.
  package init(place: String, message: String, hint: String = "") {
    self.place = place
    self.message = message
    self.hint = hint
  }

  /// One line in the form `place: error: message (hint)`.
  package var description: String {
    (place.isEmpty ? "" : "\(place): error: ") + message + (hint.isEmpty ? "" : " (\(hint))")
  }
}

/// Something about a screening that its planner should know.
package struct ScreeningNote: Sendable, Equatable, CustomStringConvertible {
  /// How much it matters.
  package enum Severity: String, Sendable {
    /// Worth knowing.
    case note
    /// Probably not what was meant.
    case warning
  }

  /// How much it matters.
  package var severity: Severity
  /// Where the rule or score stands, as `file:line:column`; empty where there is none.
  package var place: String
  /// What is worth knowing.
  package var message: String

  /// Something worth knowing.
  package init(_ severity: Severity, place: String = "", _ message: String) {
    self.severity = severity
    self.place = place
    self.message = message
  }

  /// One line in the form `place: warning: message`.
  package var description: String { (place.isEmpty ? "" : "\(place): ") + "\(severity.rawValue): \(message)" }
}
