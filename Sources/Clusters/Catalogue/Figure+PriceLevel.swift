// SPDX-License-Identifier: GPL-3.0-or-later

import Figures

extension Figure {
  /// The value at a price level: the stated end of the band, or the middle value where that end is not
  /// stated.
  func value(at level: PriceLevel) -> Double {
    switch level {
    case .low: low ?? value
    case .mid: value
    case .high: high ?? value
    }
  }
}
