// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Figures of one trade that a planner may replace one by one. `init()` holds the defaults, each with its
/// source.
package protocol AssumptionSet: Sendable, Equatable, Codable {
  /// Name of the set, the table of a scenario that holds it, for example `power`.
  static var name: String { get }
  /// Every figure under its key, in the order in which they are listed.
  static var keys: [AssumptionKey<Self>] { get }
  /// The defaults.
  init()
}

extension AssumptionSet {
  /// Every figure as `set.key`, in order.
  package var named: [NamedQuantity] {
    Self.keys.map { NamedQuantity(name: "\(Self.name).\($0.name)", figure: self[keyPath: $0.path]) }
  }

  /// The set with its prices at a level.
  package func priced(at level: PriceLevel) -> Self {
    var priced = self
    for key in Self.keys where priced[keyPath: key.path].isPrice {
      priced[keyPath: key.path] = priced[keyPath: key.path].priced(at: level)
    }
    return priced
  }

  /// Every fault: wrong unit, not finite, out of range, crossed band, no source. Empty for a sound set. The
  /// `owner` of each finding is the name of the set.
  package func findings() -> [HardwareFinding] {
    let defaults = Self()
    var check = QuantityCheck(owner: Self.name)
    for key in Self.keys {
      check.check(
        key.name, self[keyPath: key.path], unit: defaults[keyPath: key.path].unit, key.range,
        whole: key.isWhole)
    }
    return check.findings
  }
}
