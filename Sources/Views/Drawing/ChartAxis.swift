// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A scale of a chart with round ticks at and between its ends.
struct ChartAxis {
  /// Value at its start.
  let low: Double
  /// Value at its end, above `low`.
  let high: Double
  /// Values that are marked, in ascending order.
  let ticks: [Double]
  private let decimals: Int

  /// An axis that holds values; those that are not finite are left out.
  ///
  /// - Parameters:
  ///   - values: What it must hold.
  ///   - wanted: About how many steps it has. Where all values are whole, so are the ticks.
  init(_ values: [Double], wanted: Int = 5) {
    let finite = values.filter { $0.isFinite && $0.magnitude < 1e100 }
    let isWhole = !finite.isEmpty && finite.allSatisfy { $0 == $0.rounded() }
    var low = finite.min() ?? 0
    var high = finite.max() ?? 1
    // Where nothing varies, a little room on both sides.
    let least = max(low.magnitude, high.magnitude) * 1e-9
    if high - low <= least {
      let room = max(high.magnitude * 0.01, isWhole ? 1 : 0)
      low -= room
      high += room
    }
    let raw = Self.step(atLeast: (high - low) / Double(max(1, wanted)))
    let step = isWhole ? max(1, raw) : raw
    let first = (low / step + 1e-9).rounded(.down)
    let last = max(first + 1, (high / step - 1e-9).rounded(.up))
    self.low = first * step
    self.high = last * step
    let count = Int(min(50, last - first))
    ticks = (0...count).map { (first + Double($0)) * step }
    var decimals = 0
    var size = step
    while size < 0.999, decimals < 12 {
      size *= 10
      decimals += 1
    }
    self.decimals = decimals
  }

  /// Where a value lies between start, 0, and end, 1.
  func share(_ value: Double) -> Double { (value - low) / (high - low) }

  /// A tick in words.
  func text(_ tick: Double) -> String { NumberText.grouped(tick, decimals: decimals) }

  /// 1, 2 or 5 times a power of ten, about as long as asked for.
  private static func step(atLeast raw: Double) -> Double {
    guard raw > 1e-200 else { return 1 }
    var power = 1.0
    while power > raw { power /= 10 }
    while power * 10 <= raw { power *= 10 }
    let lead = raw / power
    return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10)
  }
}
