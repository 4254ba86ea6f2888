// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Geodata
import Reports
import Scenarios
import Sites

/// A finding as it is reported, taken apart for programs: how bad it is, where it stands, what is wrong, what
/// to do.
struct PlacedFinding: Sendable, Equatable {
  /// The line for a person.
  let text: String
  private let finding: Finding
  /// Whether it stands in a file, or in a change of the command line.
  private let hasFile: Bool

  /// A finding of a scenario file.
  init(_ finding: Finding) {
    text = Credentials.hidden(in: finding.description)
    self.finding = finding
    hasFile = true
  }

  /// A finding of a layer or of the sites.
  ///
  /// - Parameters:
  ///   - text: The line for a person.
  ///   - severity: How bad it is.
  ///   - layer: Name of the layer.
  ///   - message: The line without what the other members say.
  init(text: String, severity: Finding.Severity = .error, layer: String, message: String) {
    let key = layer == "sites" ? layer : "layers.\(layer)"
    self.init(
      text: text,
      Finding(severity: severity, file: "", keyPath: key, message: Credentials.hidden(in: message)))
  }

  /// A finding of which the file is not known.
  private init(text: String, _ finding: Finding) {
    self.text = text
    self.finding = finding
    hasFile = false
  }

  /// A line of which only its severity is known, and the layer where it begins with one.
  init(line: String) {
    let (mark, layer) = ("warning: ", "layer '")
    let isWarning = line.hasPrefix(mark)
    let severity: Finding.Severity = isWarning ? .warning : .error
    let words = isWarning ? line.dropFirst(mark.count) : line[...]
    if words.hasPrefix(layer), let end = words.firstRange(of: "': ") {
      let name = words[words.index(words.startIndex, offsetBy: layer.count)..<end.lowerBound]
      self.init(
        text: line, severity: severity, layer: String(name), message: String(words[end.upperBound...]))
      return
    }
    self.init(
      text: line, Finding(severity: severity, file: "", message: Credentials.hidden(in: String(words))))
  }

  /// Whether a line that is reported is a warning.
  static func isWarning(_ line: String) -> Bool {
    line.hasPrefix("warning: ") || line.contains(": warning: ")
  }

  /// What a program reads.
  var json: JSONValue {
    func stated(_ text: String) -> JSONValue { text.isEmpty ? .null : .string(Credentials.hidden(in: text)) }
    return [
      "severity": .string(finding.severity.rawValue),
      "file": hasFile ? stated(finding.file) : .null,
      "line": .optional(finding.line),
      "column": .optional(finding.column),
      "key": stated(finding.keyPath),
      "message": .string(Credentials.hidden(in: finding.message)),
      "hint": stated(finding.hint),
      "text": .string(text),
    ]
  }
}
