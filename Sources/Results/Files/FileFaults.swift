// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// What is wrong with a file that is read: everything at once, not only the first fault.
struct FileFaults {
  /// What was found so far, in the order of the file.
  private(set) var findings: [PlanReadingError.Finding] = []

  mutating func report(_ path: String, _ message: String) {
    findings.append(PlanReadingError.Finding(path: path, message: message))
  }

  /// Reports that something else stands where a value is needed.
  mutating func refuse<Value>(_ found: JSONValue, at path: String, needed: String) -> Value? {
    report(path, "\(needed) is needed, this is \(found.kind)")
    return nil
  }

  /// Throws what was found.
  func check() throws(PlanReadingError) {
    if !findings.isEmpty { throw PlanReadingError(findings: findings) }
  }

  static func join(_ path: String, _ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}
