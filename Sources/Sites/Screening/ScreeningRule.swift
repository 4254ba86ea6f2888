// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// A hard rule: a site whose value breaks the limit is no candidate, whatever its scores.
package struct ScreeningRule: Sendable, Equatable, Codable {
  /// What a rule does with a site that has no value.
  package enum MissingPolicy: String, Sendable, Codable, CaseIterable {
    /// Excludes it: what is not shown does not count as met.
    case exclude
    /// Lets it pass.
    case keep
  }

  /// Name, unique among the rules.
  package var name: String
  /// Site attribute it looks at.
  package var attribute: String
  /// What the value must meet.
  package var limit: ScreeningLimit
  /// What it does with a site that has no value; nil takes the general policy.
  package var missing: MissingPolicy?
  /// Where the limit comes from, in words; empty for the planner's own choice.
  package var source: String
  /// Where the rule stands, as `file:line:column`, for messages; no part of its meaning and empty for a rule
  /// made in code.
  package var place: Finding.Place

  /// A hard rule.
  package init(
    name: String, attribute: String, limit: ScreeningLimit, missing: MissingPolicy? = nil,
    source: String = "",
    place: Finding.Place = Finding.Place()
  ) {
    self.name = name
    self.attribute = attribute
    self.limit = limit
    self.missing = missing
    self.source = source
    self.place = place
  }
}
