// SPDX-License-Identifier: GPL-3.0-or-later

/// What came of a case, as statistics see it.
package enum CaseOutcome: Sendable, Equatable {
  /// It has a plan, or a bound, that comes to an amount in the unit of the study's objective.
  case amount(Double)
  /// It is proven that it has no plan: worse than any amount, and never to be left out in silence.
  case noPlan
  /// Nothing is known: it failed, was not run, or seeks something else.
  case unknown

  /// The amount; nil without one.
  package var amount: Double? { if case .amount(let value) = self { value } else { nil } }
}
