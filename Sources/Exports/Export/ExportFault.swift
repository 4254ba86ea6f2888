// SPDX-License-Identifier: GPL-3.0-or-later

import Results

/// An export that cannot be made, with everything that is wrong.
package struct ExportFault: Error, Sendable, Equatable {
  /// Whether the target is at fault, and not what was asked for.
  package var isTarget: Bool
  /// Each thing that is wrong: where, what, cure.
  package var findings: [String]

  init(target: Bool = false, _ findings: [String]) {
    isTarget = target
    self.findings = findings
  }

  init(_ error: ResultDirectoryError) { self.init(target: true, ["\(error)"]) }
}
