// SPDX-License-Identifier: GPL-3.0-or-later

/// How far one weight can move, all others as they are, before other sites are on the shortlist.
public struct WeightRange: Sendable, Equatable {
  /// Whose weight it is.
  public enum Subject: String, Sendable {
    /// A score, within its group or by itself.
    case score
    /// A group of scores.
    case group
  }

  /// What happens to the shortlist just beyond an end.
  public struct Exchange: Sendable, Equatable {
    /// Identifiers of the sites that come onto it, ascending.
    public var enters: [String]
    /// Identifiers of the sites that leave it, ascending.
    public var leaves: [String]
  }

  /// Whose weight it is.
  public var subject: Subject
  /// Name of the score or group.
  public var name: String
  /// The weight as stated.
  public var weight: Double
  /// Lower end: the shortlist is the same for every weight between the ends. 0 where no smaller weight
  /// changes it.
  public var low: Double
  /// Upper end; nil where no larger weight changes the shortlist.
  public var high: Double?
  /// What happens below the lower end; nil where it is 0.
  public var below: Exchange?
  /// What happens above the upper end; nil where there is none.
  public var above: Exchange?

  /// Whether any weight above 0 gives the same shortlist.
  public var isAny: Bool { low == 0 && high == nil }
}
