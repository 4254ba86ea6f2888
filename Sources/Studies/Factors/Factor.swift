// SPDX-License-Identifier: GPL-3.0-or-later

/// One input that a study varies.
package struct Factor: Sendable, Equatable {
  /// What the value of a case does to the input.
  package enum Verb: String, Sendable, CaseIterable {
    /// The value replaces the input.
    case set
    /// The input is multiplied by the value, a ratio.
    case multiply
    /// The value, in the unit of the input, is added to it.
    case add
  }

  /// What values a factor may take.
  package enum Domain: Sendable, Equatable {
    /// Stated values in the order written. A sampled design holds them equally likely.
    case levels([FactorValue])
    /// A probability distribution; only sampled and one-at-a-time designs can use it.
    case distribution(Distribution)
    /// Nothing is stated; only explicit cases give the factor values.
    case open
  }

  /// The name, by which cases, tables and charts call the factor. Random draws depend on it and on no other
  /// factor.
  package var name: String
  /// The input that is changed, as a path of keys with `*` as wildcard: `cost.energy_eur_per_mwh`,
  /// `skus.gb300-nvl72.price_usd.*`.
  package var path: String
  /// What the value does to the input.
  package var verb: Verb
  /// The values it may take.
  package var domain: Domain

  /// A factor, not yet checked; see `faults(in:)`.
  ///
  /// - Parameters:
  ///   - name: The name; unique in a study.
  ///   - path: The path of the input, with `*` as wildcard.
  ///   - verb: What the value does to the input.
  ///   - domain: The values it may take.
  package init(_ name: String, path: String, verb: Verb = .set, domain: Domain) {
    self.name = name
    self.path = path
    self.verb = verb
    self.domain = domain
  }
}
