// SPDX-License-Identifier: GPL-3.0-or-later

/// One thing that is wrong, or doubtful, in a scenario or in a file it names: what, where and what to do.
package struct Finding: Error, Sendable, Hashable, Codable, CustomStringConvertible {
  /// How bad it is.
  package enum Severity: String, Sendable, Codable, CaseIterable {
    /// The scenario cannot be used.
    case error
    /// The scenario can be used, but probably does not say what its writer meant.
    case warning
  }

  /// What kind of thing is wrong; it decides the exit code of a command.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// Something written in a file or an overlay.
    case content
    /// A file that does not exist or cannot be read.
    case unreadableFile
  }

  /// How bad it is.
  package var severity: Severity
  /// What kind of thing is wrong.
  package var kind: Kind
  /// File in which it stands, or the overlay, for example `--set grid.route_factor`.
  package var file: String
  /// Line in the file, from 1; nil where there is none, for example for a missing block or an overlay.
  package var line: Int?
  /// Column in the line in characters, from 1; nil where there is no line.
  package var column: Int?
  /// Keys from the root of the file, joined by dots, for example `horizon.discount_rate`; empty for the whole
  /// file.
  package var keyPath: String
  /// What is wrong.
  package var message: String
  /// What to do; empty where the message says it all.
  package var hint: String

  /// One thing that is wrong or doubtful.
  package init(
    severity: Severity = .error, kind: Kind = .content, file: String, line: Int? = nil, column: Int? = nil,
    keyPath: String = "", message: String, hint: String = ""
  ) {
    self.severity = severity
    self.kind = kind
    self.file = file
    self.line = line
    self.column = column
    self.keyPath = keyPath
    self.message = message
    self.hint = hint
  }

  /// One line in the form `file:line:column: error: key.path: message (hint)`.
  package var description: String {
    let place = [line, column].compactMap { $0 }.reduce(file) { "\($0):\($1)" }
    let key = keyPath.isEmpty ? "" : "\(keyPath): "
    let advice = hint.isEmpty ? "" : " (\(hint))"
    return "\(place): \(severity.rawValue): \(key)\(message)\(advice)"
  }
}
