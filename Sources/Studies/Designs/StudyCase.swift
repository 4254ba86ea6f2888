// SPDX-License-Identifier: GPL-3.0-or-later

/// One case of a study: what each factor is given.
package struct StudyCase: Sendable, Equatable {
  /// A value given to a factor.
  package struct Assignment: Sendable, Equatable {
    /// The position of the factor in the study's list, from 0.
    package var factor: Int
    /// The value.
    package var value: FactorValue

    /// A value given to a factor.
    package init(factor: Int, value: FactorValue) {
      self.factor = factor
      self.value = value
    }
  }

  /// What a case is for in a one-at-a-time design.
  package enum Role: Sendable, Equatable {
    /// No factor is changed.
    case base
    /// The factor at a position is at its low end.
    case low(factor: Int)
    /// The factor at a position is at its high end, or at its only level.
    case high(factor: Int)
  }

  /// How a case came about, which decides what statistics it can carry.
  package enum Origin: String, Sendable, CaseIterable {
    /// The unchanged base.
    case base
    /// A draw from the distributions of the factors: such cases estimate probabilities and expectations.
    case draw
    /// One of all combinations of levels: no factor goes with another.
    case combination
    /// Chosen by hand, one at a time or in step: says what it is and nothing of how likely it is.
    case chosen
  }

  /// The name: as written, or the number of the case from 1 in six digits. Unique in a study.
  package var id: String
  /// A few words for tables and charts.
  package var label: String
  /// The values given, in the order of the factors. A factor without one keeps what the base scenario says.
  package var assignments: [Assignment]
  /// What the case is for in a one-at-a-time design; nil in any other.
  package var role: Role?

  /// A case.
  package init(id: String, label: String, assignments: [Assignment], role: Role? = nil) {
    self.id = id
    self.label = label
    self.assignments = assignments
    self.role = role
  }

  /// The value given to a factor, or nil where the base scenario's stays.
  package func value(ofFactor factor: Int) -> FactorValue? {
    assignments.first { $0.factor == factor }?.value
  }

  /// The name of the case at a position from 0: its number from 1 in at least six digits, whatever the size
  /// of the study.
  static func number(_ position: Int) -> String {
    let digits = String(position + 1)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}

/// A case written out by a planner.
package struct ExplicitCase: Sendable, Equatable {
  /// The name, or nil for the number of the case.
  package var name: String?
  /// Values by the name of the factor. A factor left out keeps what the base scenario says.
  package var values: [String: FactorValue]

  /// A case.
  package init(name: String? = nil, values: [String: FactorValue]) {
    self.name = name
    self.values = values
  }
}
