// SPDX-License-Identifier: GPL-3.0-or-later

/// A plan file that cannot be read, or does not belong to the inputs, with everything that is wrong.
package struct PlanReadingError: Error, Equatable, CustomStringConvertible {
  /// One fault.
  package struct Finding: Sendable, Equatable, CustomStringConvertible {
    /// Where in the file, for example `sites[cambrai].connection.voltage_kv`; empty for the whole.
    package var path: String
    /// What is wrong and what would be right.
    package var message: String

    package var description: String { path.isEmpty ? message : "\(path): \(message)" }
  }

  /// Every fault, in the order of the file.
  package var findings: [Finding]

  /// Faults, in the order of the file.
  package init(findings: [Finding]) {
    self.findings = findings
  }

  package var description: String { findings.map(\.description).joined(separator: "\n") }
}
