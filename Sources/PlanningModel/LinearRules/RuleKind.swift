// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// A kind of rule with all that is known of it wherever it appears. Each is written once, beside its rule;
/// model, audit, explanation, tables, page and files read its members.
package struct RuleKind: Sendable {
  /// What valid inequalities take from a rule of the kind.
  package enum ValidInequality: Sendable {
    /// The connections must be able to carry a smallest amount.
    case amount
    /// The connections must be able to carry the GPUs asked for.
    case demand
    /// What is in one region counts for no more than its share of the GPUs asked for.
    case regionShare
    /// A site counts for no more GPUs than may be lost with it.
    case lostSite
    /// The connections of the sites that count must be able to carry their share of the GPUs asked for.
    case siteShare
  }

  /// A place of the grid whose power a kind of rule limits, in MW.
  package enum GridPlace: Sendable {
    case substation
    case demandZone
    case region
  }

  /// Stable identifier in files, for example `substation_headroom`.
  package let identifier: String
  /// What a rule of the kind asks, in a few words.
  package let label: Phrase
  /// Whether a planner could decide to relax it; physics and paper are fixed.
  package let isPolicy: Bool
  /// What valid inequalities take from it.
  package let inequality: ValidInequality
  /// The place whose grid power it limits; nil for rules about anything else.
  package let gridPlace: GridPlace?
  /// A relaxation in a sentence; nil where the sentence of all rules does.
  package let relaxed: (@Sendable (RelaxedLimit) -> Phrase)?

  /// A kind of rule.
  ///
  /// - Parameter label: Words of the identifier where nothing is stated.
  package init(
    _ identifier: String, _ label: Phrase? = nil, isPolicy: Bool = true,
    inequality: ValidInequality = .amount, gridPlace: GridPlace? = nil,
    relaxed: (@Sendable (RelaxedLimit) -> Phrase)? = nil
  ) {
    let words = identifier.replacing("_", with: " ")
    self.identifier = identifier
    self.label = label ?? Phrase(word: words.prefix(1).uppercased() + words.dropFirst())
    self.isPolicy = isPolicy
    self.inequality = inequality
    self.gridPlace = gridPlace
    self.relaxed = relaxed
  }
}

extension RuleKind: Hashable {
  package static func == (a: RuleKind, b: RuleKind) -> Bool { a.identifier == b.identifier }

  package func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}

/// A limit and the one that takes its place, as the parts of a sentence.
package struct RelaxedLimit: Sendable {
  /// Name, place or sku that the rule speaks of.
  package var scope: String
  /// The number that is written.
  package var now: Phrase
  /// The number to write.
  package var then: Phrase
  /// ` in 2028`, or nothing.
  package var year: Phrase
  /// The problem that has no plan.
  package var problem: SitingProblem

  /// A limit and the one that takes its place.
  package init(scope: String, now: Phrase, then: Phrase, year: Phrase, problem: SitingProblem) {
    self.scope = scope
    self.now = now
    self.then = then
    self.year = year
    self.problem = problem
  }
}
