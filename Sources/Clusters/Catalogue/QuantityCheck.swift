// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Collects the faults of a set of figures, each under its key path.
struct QuantityCheck {
  /// The product or file that the figures belong to.
  let owner: String
  private(set) var findings: [HardwareFinding] = []

  init(owner: String) { self.owner = owner }

  /// Notes a fault.
  mutating func fault(_ key: String, _ message: String) {
    findings.append(HardwareFinding(owner: owner, key: key, message: message))
  }

  /// Checks unit, finiteness, range, band and, for a count, wholeness. Absent figures pass.
  mutating func check(
    _ key: String, _ figure: Quantity?, unit: String, _ range: ClosedRange<Double>, whole: Bool = false
  ) {
    guard let figure else { return }
    if figure.unit != unit {
      let wanted = unit.isEmpty ? "no unit (a ratio)" : "'\(unit)'"
      fault(key, "unit is '\(figure.unit)', wanted \(wanted)")
    }
    let values: [(String, Double?)] = [("value", figure.value), ("low", figure.low), ("high", figure.high)]
    for case (let name, let number?) in values {
      guard number.isFinite, range.contains(number) else {
        fault(key, "\(name) is \(number), wanted a number from \(range.lowerBound) to \(range.upperBound)")
        return
      }
    }
    if whole, figure.value != figure.value.rounded() {
      fault(key, "value is \(figure.value), wanted a whole number")
    }
    if let low = figure.low, low > figure.value { fault(key, "low \(low) lies above value \(figure.value)") }
    if let high = figure.high, high < figure.value {
      fault(key, "high \(high) lies below value \(figure.value)")
    }
    if figure.basis != .estimated, figure.source.isEmpty {
      fault(key, "basis is \(figure.basis.rawValue) but no source is named; name it, or say estimated")
    }
  }
}
