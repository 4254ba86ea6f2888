// SPDX-License-Identifier: GPL-3.0-or-later

/// The assumptions of any number of specifications, held once: some two hundred figures with their sources,
/// which cost more to copy than a whole specification to compute.
package final class DesignBasis: Sendable {
  /// The figures and choices.
  package let assumptions: DesignAssumptions

  /// Holds assumptions that have no findings.
  package init(_ assumptions: DesignAssumptions = DesignAssumptions()) { self.assumptions = assumptions }
}

extension DesignBasis: Equatable {
  /// Whether the assumptions are equal.
  package static func == (a: DesignBasis, b: DesignBasis) -> Bool {
    a === b || a.assumptions == b.assumptions
  }
}
