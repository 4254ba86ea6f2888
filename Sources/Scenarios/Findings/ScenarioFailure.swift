// SPDX-License-Identifier: GPL-3.0-or-later

/// A scenario that cannot be used, with everything that is wrong with it.
package struct ScenarioFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// Every finding, warnings included, by file and line.
  package var findings: [Finding]

  /// A scenario that cannot be used.
  package init(findings: [Finding]) { self.findings = findings }

  /// Whether a file it names cannot be opened, which is another fault than a wrong file.
  package var hasUnreadableFile: Bool { findings.contains { $0.kind == .unreadableFile } }

  /// One line a finding.
  package var description: String { findings.map(\.description).joined(separator: "\n") }
}
