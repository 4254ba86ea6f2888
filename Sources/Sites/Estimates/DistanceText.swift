// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Distances as messages state them.
package enum DistanceText {
  /// A distance for a message, to a tenth; rounded up where it would else not read as beyond its limit.
  package static func rounded(_ value: Double, beyond limit: Double? = nil) -> Double {
    let tenth = value.rounded(decimals: 1)
    guard let limit, value > limit, tenth <= limit else { return tenth }
    return max(value, (value * 10).rounded(.up) / 10)
  }
}
