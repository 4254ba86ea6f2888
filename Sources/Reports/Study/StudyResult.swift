// SPDX-License-Identifier: GPL-3.0-or-later

public import Studies

/// The answered cases of a study, ready to be read: what was varied, and what came of every case.
public struct StudyResult: Sendable, Equatable {
  /// Something that the study varies.
  public struct Factor: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Unit of its values; empty for a ratio or a text.
    public var unit: String

    /// Something that the study varies.
    public init(name: String, unit: String) {
      self.name = name
      self.unit = unit
    }
  }

  /// One case.
  public struct Row: Sendable, Equatable {
    /// Identifier, unique within the study.
    public var id: String
    /// What it is, for people.
    public var label: String
    /// Changes of the base, in order, as `--set` takes them.
    public var changes: [String]
    /// Values of the factors, in their order; nil where the case leaves a factor as the base has it.
    public var values: [FactorValue?]
    /// What it is for in a one-at-a-time design; nil in any other.
    public var role: StudyCase.Role?
    /// How it came about, which decides what statistics it can carry.
    public var origin: StudyCase.Origin
    /// Key of its file; empty for a case that could not even be read.
    public var key: String
    /// Its answer; nil for a case that failed or was not run.
    public var record: CaseRecord?
    /// What is wrong with a case that failed.
    public var findings: [String]

    /// One case.
    public init(
      id: String, label: String, changes: [String], values: [FactorValue?] = [], role: StudyCase.Role? = nil,
      origin: StudyCase.Origin = .chosen, key: String = "", record: CaseRecord? = nil, findings: [String] = []
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
    public var isFailure: Bool { outcome == .failed }
  }

  /// What all cases have in common.
  public struct Base: Sendable, Equatable {
    /// The scenario file, as seen from the working directory; empty where it is not known.
    public var path: String
    /// Changes of it that every case makes first, as `--set` takes them.
    public var changes: [String]
    /// The scenario with these changes in place, as text; empty where it is not known.
    public var effectiveScenario: String

    /// What all cases have in common.
    public init(path: String = "", changes: [String] = [], effectiveScenario: String = "") {
      self.path = path
      self.changes = changes
      self.effectiveScenario = effectiveScenario
    }
  }

  /// Title.
  public var name: String
  /// What it asks; empty where nothing is said.
  public var description: String
  /// `bound`, `resize` or `replan`.
  public var depth: String
  /// What is varied.
  public var factors: [Factor]
  /// Every case in the order of the study, answered or not.
  public var rows: [Row]
  /// What all cases have in common.
  public var base: Base

  /// The answered cases of a study.
  public init(
    name: String, description: String, depth: String, factors: [Factor], rows: [Row], base: Base = Base()
  ) {
    self.name = name
    self.description = description
    self.depth = depth
    self.factors = factors
    self.rows = rows
    self.base = base
  }

  /// Cases that failed.
  public var failures: [Row] { rows.filter(\.isFailure) }
}
