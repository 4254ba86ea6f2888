// SPDX-License-Identifier: GPL-3.0-or-later

/// One thing that is wrong with a solution file, or that its reader should know.
public struct SolutionFinding: Sendable, Hashable, CustomStringConvertible {
  /// Line in the file, from 1; nil for the file as a whole.
  public var line: Int?
  /// What it is.
  public var message: String
  /// What to do; empty where the message says it all.
  public var hint: String

  /// One thing about a file.
  public init(line: Int? = nil, _ message: String, hint: String = "") {
    self.line = line
    self.message = message
    self.hint = hint
  }

  public var description: String {
    (line.map { "line \($0): " } ?? "") + message + (hint.isEmpty ? "" : " (\(hint))")
  }
}

/// A solution file that cannot be used, with everything that is wrong with it.
public struct SolutionFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Name of the file, as it was given.
  public var file: String
  /// Format of the file; nil when it was not recognised.
  public var format: SolutionFormat?
  /// Everything that is wrong, in order of lines.
  public var findings: [SolutionFinding]

  /// One line a finding in the form `file:line: message (hint)`.
  public var description: String {
    findings.map { finding in
      let place = finding.line.map { "\(file):\($0)" } ?? file
      return "\(place): \(finding.message)" + (finding.hint.isEmpty ? "" : " (\(finding.hint))")
    }.joined(separator: "\n")
  }
}
