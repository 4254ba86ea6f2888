// SPDX-License-Identifier: GPL-3.0-or-later

/// One thing that is wrong with a solution file, or that its reader should know.
package struct SolutionFinding: Sendable, Hashable, CustomStringConvertible {
  /// Line in the file, from 1; nil for the file as a whole.
  package var line: Int?
  /// What it is.
  package var message: String
  /// What to do; empty where the message says it all.
  package var hint: String

  /// One thing about a file.
  package init(line: Int? = nil, _ message: String, hint: String = "") {
    self.line = line
    self.message = message
    self.hint = hint
  }

  package var description: String {
    (line.map { "line \($0): " } ?? "") + message + (hint.isEmpty ? "" : " (\(hint))")
  }
}

/// A solution file that cannot be used, with everything that is wrong with it.
package struct SolutionFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Name of the file, as it was given.
  package var file: String
  /// Format of the file; nil when it was not recognised.
  package var format: SolutionFormat?
  /// Everything that is wrong, in order of lines.
  package var findings: [SolutionFinding]

  /// One line a finding in the form `file:line: message (hint)`.
  package var description: String {
    findings.map { finding in
      let place = finding.line.map { "\(file):\($0)" } ?? file
      return "\(place): \(finding.message)" + (finding.hint.isEmpty ? "" : " (\(finding.hint))")
    }.joined(separator: "\n")
  }
}
