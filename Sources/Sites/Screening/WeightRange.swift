// SPDX-License-Identifier: GPL-3.0-or-later

/// How far one weight can move, all others as they are, before other sites are on the shortlist.
package struct WeightRange: Sendable, Equatable {
  /// Whose weight it is.
  package enum Subject: String, Sendable {
    /// A score, within its group or by itself.
    case score
    /// A group of scores.
    case group
  }

  /// What happens to the shortlist just beyond an end.
  package struct Exchange: Sendable, Equatable {
    /// Identifiers of the sites that come onto it, ascending.
    package var enters: [String]
    /// Identifiers of the sites that leave it, ascending.
    package var leaves: [String]
  }

  /// Whose weight it is.
  package var subject: Subject
  /// Name of the score or group.
  package var name: String
  /// The weight as stated.
  package var weight: Double
  /// Lower end: the shortlist is the same for every weight between the ends. 0 where no smaller weight
  /// changes it.
  package var low: Double
  /// Upper end; nil where no larger weight changes the shortlist.
  package var high: Double?
  /// What happens below the lower end; nil where it is 0.
  package var below: Exchange?
  /// What happens above the upper end; nil where there is none.
  package var above: Exchange?

  /// Whether any weight above 0 gives the same shortlist.
  package var isAny: Bool { low == 0 && high == nil }
}
