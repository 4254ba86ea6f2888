// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Collects the findings of one reading. Each is kept once, however often a value is looked at.
///
/// A reference type because the tables of all files of a scenario write into the same log; it lives within
/// one call.
final class FindingLog {
  private var seen: Set<Finding> = []
  private var fileOrder: [String: Int] = [:]
  private(set) var all: [Finding] = []
  /// Key paths of overlay values that were written like a number but are wanted as text.
  private(set) var pathsReadAsText: [[String]] = []

  /// The name that a path has now where one of its keys has another one, for what is reported on a key that
  /// is not there.
  var currentName: (([String]) -> (former: String, now: String)?)?

  /// Whether anything makes the scenario unusable.
  var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// How often something was reported, repeated findings included: whoever compares it before and after a
  /// step knows whether the step went well.
  private(set) var reports = 0

  /// Adds a finding unless the same one is there already.
  func add(_ finding: Finding) {
    reports += 1
    guard seen.insert(finding).inserted else { return }
    enter(file: finding.file)
    all.append(finding)
  }

  /// Adds a finding at a place.
  func add(
    _ severity: Finding.Severity = .error, at origin: ConfigOrigin, path: [String], _ message: String,
    hint: String = ""
  ) {
    add(
      Finding(
        severity: severity, file: origin.file, line: origin.position?.line,
        column: origin.position?.column, keyPath: ConfigPath.text(path), message: message, hint: hint))
  }

  /// Gives a file its place in the report, even before anything is found in it.
  func enter(file: String) {
    if fileOrder[file] == nil { fileOrder[file] = fileOrder.count }
  }

  /// Notes an overlay value that was written like a number but is wanted as text.
  func noteReadAsText(_ path: [String]) { pathsReadAsText.append(path) }

  /// The findings by file in the order of reading and then by overlay, then by line, column, key path and
  /// message.
  var sorted: [Finding] {
    func key(_ finding: Finding) -> (Int, Int, Int, String, String) {
      let isOverlay = finding.file.hasPrefix(ConfigOrigin.overlayPrefix)
      let rank = (fileOrder[finding.file] ?? 0) + (isOverlay ? fileOrder.count : 0)
      return (
        rank, finding.line ?? .max, finding.column ?? .max, finding.keyPath,
        finding.message
      )
    }
    return all.sorted { key($0) < key($1) }
  }
}
