// SPDX-License-Identifier: GPL-3.0-or-later

extension Quantity {
  /// The value at a price level: the stated end of the band, or the middle value where that end is not
  /// stated.
  package func value(at level: PriceLevel) -> Double {
    switch level {
    case .low: low ?? value
    case .mid: value
    case .high: high ?? value
    }
  }

  /// The figure as it is counted at a price level, so that what is used is what is stated: the end of the
  /// band becomes the value. An end of a band is an estimate whatever the middle rests on, and its source
  /// says which end it is. Doing it again changes nothing.
  package func priced(at level: PriceLevel) -> Quantity {
    let end = value(at: level)
    guard end != value else { return self }
    var figure = self
    figure.value = end
    figure.basis = .estimated
    figure.source =
      "\(level.rawValue) end of the band around \(value) \(unit)\(source.isEmpty ? "" : ": \(source)")"
    return figure
  }
}
