// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Figures of one discipline that a planner may replace one by one. `init()` holds the defaults, each with
/// its source and unit.
package protocol AssumptionSet: FieldSet, Equatable, Codable {
  /// Name of the set, the table of a scenario that holds it, for example `power`.
  static var name: String { get }
  /// The defaults.
  init()
}

extension Field where Root: AssumptionSet {
  /// A figure that a planner may replace, in the unit of its default.
  init(
    _ name: String, _ path: any WritableKeyPath<Root, Quantity> & Sendable, _ range: ClosedRange<Double>,
    whole: Bool = false
  ) {
    self.init(
      name, path, unit: Root()[keyPath: path].unit, .from(range.lowerBound, to: range.upperBound),
      required: false, whole: whole)
  }
}

extension FieldSet {
  /// Every fault of a figure on its own: wrong unit, not finite, out of range, crossed band, no source. Empty
  /// for a sound set.
  ///
  /// - Parameter owner: The set or product, as findings name it.
  func findings(owner: String) -> [HardwareFinding] {
    var check = QuantityCheck(owner: owner)
    for field in Self.fields { check.check(field, of: self) }
    return check.findings
  }
}

extension AssumptionSet {
  /// Every fault of a figure; the `owner` of each finding is the name of the set.
  package func findings() -> [HardwareFinding] { findings(owner: Self.name) }
}
