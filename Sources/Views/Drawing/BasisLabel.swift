// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Wording

/// What a figure rests on, in a word.
enum BasisLabel {
  /// What a figure rests on; a dash where that is not known.
  static func words(_ basis: Basis?) -> Phrase {
    switch basis {
    case .published: "published"
    case .derived: "derived"
    case .estimated: "estimated"
    case nil: .none
    }
  }

  /// A band of values; a dash where there is none.
  static func band(_ low: Double?, _ high: Double?) -> Phrase {
    guard let low, let high else { return .none }
    return "\(.rounded(low)) to \(.rounded(high))"
  }
}
