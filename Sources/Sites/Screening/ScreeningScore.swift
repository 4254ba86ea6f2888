// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// A criterion that turns an attribute into a score from 0 (worst) to 1 (best) for every site that the rules
/// keep.
package struct ScreeningScore: Sendable, Equatable, Codable {
  /// Which end is good.
  package enum Direction: String, Sendable, Codable, CaseIterable {
    /// The smaller, the better.
    case lower
    /// The larger, the better.
    case higher
  }

  /// How a value becomes a score. Sites that are excluded or have no value take no part in either.
  package enum Scale: Sendable, Equatable, Codable {
    /// Share of the other sites with a value that are strictly worse, plus half of those that are equal; 0.5
    /// where there is no other.
    case percentile
    /// Place between two ends, linear, cut off at 0 and 1. An end that is not fixed is the smallest or
    /// largest value; where all values are equal the score is 0.5.
    case minMax(low: Double?, high: Double?)
  }

  /// Name, unique among the scores.
  package var name: String
  /// Site attribute it looks at; its values must be numbers.
  package var attribute: String
  /// Which end is good.
  package var better: Direction
  /// How a value becomes a score.
  package var scale: Scale
  /// Weight, above 0: within its group, or among the groups where it has none.
  package var weight: Double
  /// Group whose scores are averaged first; nil for a score that stands by itself.
  package var group: String?
  /// Score of a site without a value, from 0 to 1.
  package var missing: Double
  /// Where the score stands, as `file:line:column`, for messages; no part of its meaning and empty for one
  /// made in code.
  package var place: Finding.Place

  /// A criterion.
  package init(
    name: String, attribute: String, better: Direction, scale: Scale = .percentile, weight: Double = 1,
    group: String? = nil, missing: Double = 0, place: Finding.Place = Finding.Place()
  ) {
    self.name = name
    self.attribute = attribute
    self.better = better
    self.scale = scale
    self.weight = weight
    self.group = group
    self.missing = missing
    self.place = place
  }
}
