// SPDX-License-Identifier: GPL-3.0-or-later

package import PlanningModel
package import Quantities

/// Why no plan exists, in the planner's terms: changes of the scenario with which there is one.
package struct InfeasibilityExplanation: Sendable, Equatable {
  /// One rule that would have to give way.
  package struct Concession: Sendable, Equatable {
    /// Which rule, where, when.
    package var rule: RowKey
    /// The limit the scenario states.
    package var limit: Double
    /// The value it would have to become.
    package var needed: Double
    /// Unit of both.
    package var unit: String
    /// The concession in words.
    package var words: Phrase
    /// The change as `--set` takes it; nil in explanations of earlier versions.
    package var argument: String?

    /// The concession as an English sentence.
    package var sentence: String { words.english }

    /// One rule that would have to give way.
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

  /// Rules that would have to give way together, in order of their keys; of all ways found the one that
  /// changes fewest settings, and of those the least, each concession measured against its limit. Empty where
  /// none was found: often power, land or years of the sites themselves stand in the way.
  package var concessions: [Concession]
  /// Other ways out, each without a concession that it could do without; none asks for all that another one
  /// asks for and more.
  package var alternatives: [[Concession]]
  /// Whether each way was proven to be the least of its kind; false where a limit cut a search short, so that
  /// less may do.
  package var isProven: Bool
  /// What cut the search short and what to do about it; nil where nothing did.
  package var cutShort: Phrase?

  /// Concessions that are known.
  package init(
    concessions: [Concession], alternatives: [[Concession]], isProven: Bool, cutShort: Phrase? = nil
  ) {
    self.concessions = concessions
    self.alternatives = alternatives
    self.isProven = isProven
    self.cutShort = cutShort
  }
}
