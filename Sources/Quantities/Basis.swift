// SPDX-License-Identifier: GPL-3.0-or-later

/// What a number rests on.
///
/// The order is the order of trust: a published figure is never replaced by a derived one, and a derived one
/// never by an estimate.
package enum Basis: String, Codable, Sendable, CaseIterable, Comparable {
  /// Printed by a source outside Arpent, which is named with it.
  case published
  /// Computed from published figures or from a geospatial layer by a stated rule.
  case derived
  /// Filled by a written rule or a planner's choice where no source was found.
  case estimated

  private var rank: Int {
    switch self {
    case .published: 0
    case .derived: 1
    case .estimated: 2
    }
  }

  /// `published < derived < estimated`.
  package static func < (a: Basis, b: Basis) -> Bool { a.rank < b.rank }
}
