// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// A number at three levels, in the unit that its name in the owner states. The middle one is the central
/// estimate; low never lies above it and high never below.
package struct ValueBand: Sendable, Equatable, Codable {
  /// The lower end.
  package var low: Double
  /// The central estimate.
  package var mid: Double
  /// The upper end.
  package var high: Double

  /// Nothing at every level.
  package static let zero = ValueBand(0)

  /// A number at three levels.
  package init(low: Double, mid: Double, high: Double) {
    self.low = low
    self.mid = mid
    self.high = high
  }

  /// A number that is the same at every level.
  package init(_ value: Double) { self.init(low: value, mid: value, high: value) }

  /// A figure with its band; an end that is not stated is the value.
  package init(_ figure: Quantity) {
    self.init(
      low: figure.value(at: .low), mid: figure.value, high: figure.value(at: .high))
  }

  /// The value at a level.
  package subscript(level: PriceLevel) -> Double {
    switch level {
    case .low: low
    case .mid: mid
    case .high: high
    }
  }

  /// Level by level.
  package static func + (a: ValueBand, b: ValueBand) -> ValueBand {
    ValueBand(low: a.low + b.low, mid: a.mid + b.mid, high: a.high + b.high)
  }

  /// Level by level.
  static func * (a: ValueBand, b: ValueBand) -> ValueBand {
    ValueBand(low: a.low * b.low, mid: a.mid * b.mid, high: a.high * b.high)
  }

  static func * (a: ValueBand, factor: Double) -> ValueBand {
    ValueBand(low: a.low * factor, mid: a.mid * factor, high: a.high * factor)
  }

  /// Refuses NaN, infinity, values below zero and ends on the wrong side of the middle.
  func check(_ what: @autoclosure () -> String) throws {
    if low >= 0, mid >= low, high >= mid, high.isFinite { return }
    let what = what()
    guard low.isFinite, mid.isFinite, high.isFinite else { throw SizingError.notFinite(what) }
    guard low >= 0 else { throw SizingError.negative(what, low) }
    guard mid >= low else {
      throw SizingError.outOfRange("\(what), middle", mid, allowed: low...max(low, high))
    }
    guard high >= mid else {
      throw SizingError.outOfRange("\(what), high end", high, allowed: mid...Double.greatestFiniteMagnitude)
    }
  }
}
