// SPDX-License-Identifier: GPL-3.0-or-later

/// One thing that is wrong, or doubtful, with what a planner asked or wrote: what, where and what to do. It
/// is made where the fault shows and stays what it is up to the exit code; only the last step makes a line of
/// it.
package struct Finding: Error, Sendable, Hashable, CustomStringConvertible {
  /// How bad it is.
  package enum Severity: String, Sendable, CaseIterable {
    /// The input cannot be used.
    case error
    /// The input can be used, but probably does not say what its writer meant.
    case warning
    /// Worth knowing.
    case note
  }

  /// What kind of thing is wrong; it decides the exit code of a command.
  package enum Kind: String, Sendable, CaseIterable {
    /// Something written in a file or an overlay.
    case content
    /// A file that does not exist or cannot be read.
    case unreadableFile
  }

  /// Where in a file something stands.
  package struct Place: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The file, the source of a layer or the overlay, for example `--set grid.route_factor`; empty where
    /// there is none.
    package var file: String
    /// Line in the file, from 1; nil where there is none, for example for a missing block or an overlay.
    package var line: Int?
    /// Column in the line in characters, from 1; nil where there is no line.
    package var column: Int?

    /// A place in a file.
    package init(_ file: String = "", line: Int? = nil, column: Int? = nil) {
      self.file = file
      self.line = line
      self.column = column
    }

    /// `file:line:column`.
    package var description: String {
      if file.isEmpty { return line.map { "line \($0)" } ?? "" }
      return [line, column].compactMap { $0 }.reduce(file) { "\($0):\($1)" }
    }
  }

  /// How bad it is.
  package var severity: Severity
  /// What kind of thing is wrong.
  package var kind: Kind
  /// What was being done, for example `case 12`; empty where the place says it all.
  package var context = ""
  /// Where it stands.
  package var place: Place
  /// Keys from the root of the file, joined by dots, for example `horizon.discount_rate`; empty for the whole
  /// file.
  package var keyPath: String
  /// Layer that it is about, as declared; empty where it is about none.
  package var layer = ""
  /// Site that it is about; empty where it is about none.
  package var feature = ""
  /// What is wrong.
  package var message: String
  /// What to do; empty where the message says it all.
  package var hint: String
  /// Whether its line tells the severity after the place, as compilers do and editors read.
  private let isLabelled: Bool

  /// A finding in a file that a planner wrote, whose line editors can read.
  package init(
    severity: Severity = .error, kind: Kind = .content, file: String, line: Int? = nil, column: Int? = nil,
    keyPath: String = "", message: String, hint: String = ""
  ) {
    self.severity = severity
    self.kind = kind
    place = Place(file, line: line, column: column)
    self.keyPath = keyPath
    self.message = message
    self.hint = hint
    isLabelled = true
  }

  /// A finding whose line begins with its severity, whatever it is about.
  package init(
    _ message: String, in file: String = "", line: Int? = nil, key: String = "", layer: String = "",
    feature: String = "", hint: String = "", severity: Severity = .error, kind: Kind = .content
  ) {
    self.severity = severity
    self.kind = kind
    place = Place(file, line: line)
    keyPath = key
    self.layer = layer
    self.feature = feature
    self.message = message
    self.hint = hint
    isLabelled = false
  }

  /// A finding at the place of something that is also made in code, where it has none.
  package init(_ severity: Severity = .error, at place: Place, _ message: String, hint: String = "") {
    self.severity = severity
    kind = .content
    self.place = place
    keyPath = ""
    self.message = message
    self.hint = hint
    isLabelled = !place.file.isEmpty
  }

  /// File in which it stands, or the overlay.
  package var file: String { place.file }
  /// Line in the file, from 1.
  package var line: Int? { place.line }
  /// Column in the line in characters, from 1.
  package var column: Int? { place.column }

  /// One line in the form `file:line:column: error: key.path: message (hint)`, or
  /// `layer 'name' (source): message`; of an error without the severity where that would come first.
  package var description: String {
    isLabelled || severity == .error ? sentence : "\(severity.rawValue): \(sentence)"
  }

  /// The description, always with the severity: what a terminal shows.
  package var reported: String { isLabelled ? sentence : "\(severity.rawValue): \(sentence)" }

  /// The description without a severity at its beginning.
  package var sentence: String {
    var whereabouts = "\(place)"
    if !layer.isEmpty { whereabouts = "layer '\(layer)'" + (file.isEmpty ? "" : " (\(file))") }
    let parts = [
      context, whereabouts, isLabelled ? severity.rawValue : "", feature.isEmpty ? "" : "site '\(feature)'",
      keyPath, message,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ": ") + (hint.isEmpty ? "" : " (\(hint))")
  }
}

/// Inputs that cannot be used, with everything that is wrong with them.
package struct InputFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// Every finding, warnings included, in the order of the inputs.
  package var findings: [Finding]

  /// Inputs that cannot be used.
  package init(findings: [Finding]) { self.findings = findings }

  /// Whether all that is wrong is that files cannot be opened, which is another fault than a wrong file.
  package var cannotOpen: Bool {
    findings.allSatisfy { $0.severity != .error || $0.kind == .unreadableFile }
  }

  /// One line a finding.
  package var description: String { findings.map(\.description).joined(separator: "\n") }
}
