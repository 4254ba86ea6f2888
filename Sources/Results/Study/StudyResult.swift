// SPDX-License-Identifier: GPL-3.0-or-later

package import Studies

/// The answered cases of a study, ready to be read: what was varied, and what came of every case.
package struct StudyResult: Sendable, Equatable {
  /// Something that the study varies.
  package struct Factor: Sendable, Equatable {
    /// Its name.
    package var name: String
    /// Unit of its values; empty for a ratio or a text.
    package var unit: String

    /// Something that the study varies.
    package init(name: String, unit: String) {
      self.name = name
      self.unit = unit
    }
  }

  /// One case.
  package struct Row: Sendable, Equatable {
    /// Identifier, unique within the study.
    package var id: String
    /// What it is, for people.
    package var label: String
    /// Changes of the base, in order, as `--set` takes them.
    package var changes: [String]
    /// Values of the factors, in their order; nil where the case leaves a factor as the base has it.
    package var values: [FactorValue?]
    /// What it is for in a one-at-a-time design; nil in any other.
    package var role: StudyCase.Role?
    /// How it came about, which decides what statistics it can carry.
    package var origin: StudyCase.Origin
    /// Key of its file; empty for a case that could not even be read.
    package var key: String
    /// Its answer; nil for a case that failed or was not run.
    package var record: CaseFile?
    /// What is wrong with a case that failed.
    package var findings: [String]

    /// One case.
    package init(
      id: String, label: String, changes: [String], values: [FactorValue?] = [], role: StudyCase.Role? = nil,
      origin: StudyCase.Origin = .chosen, key: String = "", record: CaseFile? = nil, findings: [String] = []
    ) {
      self.id = id
      self.label = label
      self.changes = changes
      self.values = values
      self.role = role
      self.origin = origin
      self.key = key
      self.record = record
      self.findings = findings
    }

    /// Whether it failed: an answer that there is no plan is none.
    package var isFailure: Bool { outcome == .failed }
  }

  /// What all cases have in common.
  package struct Base: Sendable, Equatable {
    /// The scenario file, as seen from the working directory; empty where it is not known.
    package var path: String
    /// Changes of it that every case makes first, as `--set` takes them.
    package var changes: [String]
    /// The scenario with these changes in place, as text; empty where it is not known.
    package var effectiveScenario: String

    /// What all cases have in common.
    package init(path: String = "", changes: [String] = [], effectiveScenario: String = "") {
      self.path = path
      self.changes = changes
      self.effectiveScenario = effectiveScenario
    }
  }

  /// Title.
  package var name: String
  /// What it asks; empty where nothing is said.
  package var description: String
  /// How much was decided again in each case.
  package var depth: StudyDepth
  /// What is varied.
  package var factors: [Factor]
  /// Every case in the order of the study, answered or not.
  package var rows: [Row]
  /// What all cases have in common.
  package var base: Base

  /// The answered cases of a study.
  package init(
    name: String, description: String, depth: StudyDepth, factors: [Factor], rows: [Row], base: Base = Base()
  ) {
    self.name = name
    self.description = description
    self.depth = depth
    self.factors = factors
    self.rows = rows
    self.base = base
  }

  /// Cases that failed.
  package var failures: [Row] { rows.filter(\.isFailure) }
}
