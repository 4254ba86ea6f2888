// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// One case of a study: changes of the base scenario under a name.
package struct CaseChanges: Sendable, Equatable {
  /// Identifier, unique within the study, for example `017` or `no-dunkerque`.
  package var id: String
  /// What it is, for people.
  package var label: String
  /// Changes in order, as `--set` takes them.
  package var overlays: [String]
  /// Values of the study's factors in their order, as text; empty where the case has none of its own.
  package var values: [String]

  /// One case of a study.
  package init(id: String, label: String, overlays: [String], values: [String] = []) {
    self.id = id
    self.label = label
    self.overlays = overlays
    self.values = values
  }
}

/// What became of a case.
struct CaseAnswer: Sendable {
  /// The case.
  var changes: CaseChanges
  /// Key under which its file is kept; nil for one that could not even be read.
  var key: CaseKey?
  /// What is wrong with a case that failed; empty otherwise.
  var findings: [Finding] = []
  /// Whether its answer was there before this run.
  var wasKnown = false
}
