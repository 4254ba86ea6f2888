// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Collects the faults of a set of figures, each under its key path.
struct QuantityCheck {
  /// The product or file that the figures belong to.
  let owner: String
  private(set) var findings: [Finding] = []

  init(owner: String) { self.owner = owner }

  /// Whether the figures of some tables have no fault so far.
  func areSound(_ tables: String...) -> Bool {
    !findings.contains { finding in tables.contains { finding.keyPath.hasPrefix("\($0).") } }
  }

  /// Notes a fault.
  mutating func fault(_ key: String, _ message: String) {
    findings.append(Finding(message, in: owner, key: key))
  }

  /// Checks unit, finiteness, range, band and, for a count, wholeness. Figures that are not known pass.
  mutating func check<Root>(_ field: Field<Root>, of root: Root) {
    guard let figure = field.figure(of: root) else { return }
    let (key, range) = (field.name, field.range)
    if figure.unit != field.unit {
      let wanted = field.unit.isEmpty ? "no unit (a ratio)" : "'\(field.unit)'"
      fault(key, "unit is '\(figure.unit)', wanted \(wanted)")
    }
    let values: [(String, Double?)] = [("value", figure.value), ("low", figure.low), ("high", figure.high)]
    for case (let name, let number?) in values {
      guard number.isFinite, range.isBetweenEnds(number) else {
        fault(key, "\(name) is \(number), wanted a number from \(range.lowest) to \(range.highest)")
        return
      }
    }
    if field.isWhole, figure.value != figure.value.rounded() {
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
