// SPDX-License-Identifier: GPL-3.0-or-later

/// What a planner asks of a site before any plan is made: rules that exclude it, and scores that rank what is
/// left.
package struct ScreeningParameters: Sendable, Equatable, Codable {
  /// What a rule does with a site that has no value, unless the rule says otherwise.
  package var missing: ScreeningRule.MissingPolicy
  /// Size of the shortlist whose stability is reported, at least 1.
  package var top: Int
  /// Random weightings behind the rank acceptability (SMAA), at least 1.
  package var samples: Int
  /// Seed of the random weightings.
  package var seed: UInt64
  /// Rules, with unique names.
  package var rules: [ScreeningRule]
  /// Scores, with unique names.
  package var scores: [ScreeningScore]
  /// Weights of groups of scores; a group that is not named weighs 1.
  package var groupWeights: [String: Double]

  /// What a planner asks of a site. The defaults are a convention, not figures: a shortlist of ten and a
  /// thousand weightings, for which the ends of a 90 % interval are known to about one weighting in a
  /// hundred.
  package init(
    missing: ScreeningRule.MissingPolicy = .exclude, top: Int = 10, samples: Int = 1_000, seed: UInt64 = 1,
    rules: [ScreeningRule] = [], scores: [ScreeningScore] = [], groupWeights: [String: Double] = [:]
  ) {
    self.missing = missing
    self.top = top
    self.samples = samples
    self.seed = seed
    self.rules = rules
    self.scores = scores
    self.groupWeights = groupWeights
  }

  /// Policy of a rule for a missing value: its own, or the general one.
  package func missingPolicy(of rule: ScreeningRule) -> ScreeningRule.MissingPolicy {
    rule.missing ?? missing
  }

  /// The same with rules and scores in order of their names, so that the order in a file never shows in a
  /// result.
  var inOrder: ScreeningParameters {
    var sorted = self
    sorted.rules.sort { $0.name < $1.name }
    sorted.scores.sort { $0.name < $1.name }
    return sorted
  }
}
