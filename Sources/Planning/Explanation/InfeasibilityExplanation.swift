// SPDX-License-Identifier: GPL-3.0-or-later

package import PlanningModel
package import Quantities

/// Why no plan exists, in the planner's terms: changes of the scenario with which there is one.
package struct InfeasibilityExplanation: Sendable, Equatable {
  /// One rule that would have to be relaxed.
  package struct RelaxedRule: Sendable, Equatable {
    /// Which rule, where, when.
    package var rule: RowKey
    /// The limit the scenario states.
    package var limit: Double
    /// The value it would have to become.
    package var needed: Double
    /// Unit of both.
    package var unit: String
    /// The relaxation in words.
    package var words: Phrase
    /// The change as `--set` takes it; nil in explanations of earlier versions.
    package var argument: String?

    /// The relaxation as an English sentence.
    package var sentence: String { words.english }

    /// One rule that would have to be relaxed.
    package init(
      rule: RowKey, limit: Double, needed: Double, unit: String, words: Phrase, argument: String? = nil
    ) {
      self.rule = rule
      self.limit = limit
      self.needed = needed
      self.unit = unit
      self.words = words
      self.argument = argument
    }
  }

  /// Rules that would have to be relaxed together, in order of their keys; of all ways found the one that
  /// changes fewest settings, and of those the least, each relaxation measured against its limit. Empty where
  /// none was found: often power, land or years of the sites themselves stand in the way.
  package var relaxations: [RelaxedRule]
  /// Other relaxations, each without a rule that need not be relaxed; none asks for all that another one
  /// asks for and more.
  package var alternatives: [[RelaxedRule]]
  /// Whether each way was proven to be the least of its kind; false where a limit cut a search short, so that
  /// less may do.
  package var isProven: Bool
  /// What cut the search short and what to do about it; nil where nothing did.
  package var cutShort: Phrase?

  /// Relaxations that are known.
  package init(
    relaxations: [RelaxedRule], alternatives: [[RelaxedRule]], isProven: Bool, cutShort: Phrase? = nil
  ) {
    self.relaxations = relaxations
    self.alternatives = alternatives
    self.isProven = isProven
    self.cutShort = cutShort
  }
}
