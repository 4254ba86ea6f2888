// SPDX-License-Identifier: GPL-3.0-or-later

/// What each factor alone does to an outcome: the data of a tornado chart, from the cases of
/// `CaseDesign.oneAtATime`.
package struct Tornado: Sendable, Equatable {
  /// One factor.
  package struct Bar: Sendable, Equatable {
    /// The name of the factor.
    package let factor: String
    /// The factor's value at its low end; nil when it has one level only.
    package let lowValue: FactorValue?
    /// The factor's value at its high end, or its only level.
    package let highValue: FactorValue
    /// The outcome at the low end; the base outcome when the factor has one level only; nil when that case
    /// has none.
    package let low: Double?
    /// The outcome at the high end, or nil when that case has none.
    package let high: Double?
    /// The spread of the outcome over low end, base and high end, in its unit; nil when an end has no
    /// outcome.
    package let swing: Double?
  }

  /// The outcome of the base.
  package let base: Double
  /// The factors: those with an end that has no outcome first, then by falling swing; equals by name.
  package let bars: [Bar]

  /// The bars of a study.
  ///
  /// - Parameters:
  ///   - factors: The factors of the study.
  ///   - cases: Its cases.
  ///   - outcomes: The outcome of each case in one unit, such as a cost in EUR; nil for a case without a
  ///     plan.
  /// - Throws: `ReadingError` when the lists do not belong together, an outcome is not finite, or the base
  ///   has none.
  package init(factors: [Factor], cases: [StudyCase], outcomes: [Double?]) throws(ReadingError) {
    try requireCount("outcomes", outcomes.count, cases.count)
    try requireFinite("the outcomes", outcomes)
    var low: [Int: Int] = [:]
    var high: [Int: Int] = [:]
    var atBase: Double?
    for (position, item) in cases.enumerated() {
      switch item.role {
      case .base: atBase = outcomes[position]
      case .low(let factor): low[factor] = position
      case .high(let factor): high[factor] = position
      case nil: break
      }
    }
    guard let base = atBase else { throw .noBase }
    self.base = base
    bars = factors.indices.compactMap { factor -> Bar? in
      guard let up = high[factor], let highValue = cases[up].value(ofFactor: factor) else { return nil }
      let down = low[factor]
      let lowOutcome = down.map { outcomes[$0] } ?? base
      var swing: Double?
      if let a = lowOutcome, let b = outcomes[up] { swing = max(a, b, base) - min(a, b, base) }
      return Bar(
        factor: factors[factor].name, lowValue: down.flatMap { cases[$0].value(ofFactor: factor) },
        highValue: highValue, low: lowOutcome, high: outcomes[up], swing: swing)
    }.sorted { a, b in
      let (left, right) = (a.swing ?? .infinity, b.swing ?? .infinity)
      return left == right ? a.factor < b.factor : left > right
    }
  }
}
