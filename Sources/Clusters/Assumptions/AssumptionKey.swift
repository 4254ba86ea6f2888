// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// One figure of a set of assumptions: the key that sets it, where it is kept, and what it may be.
package struct AssumptionKey<Root: Sendable>: Sendable {
  /// Key in a scenario and in `--set`, for example `ups_efficiency`; it ends in the unit where there is one.
  package let name: String
  /// Where the figure is kept.
  package let path: any WritableKeyPath<Root, Quantity> & Sendable
  /// Values that a sizing can use, in the unit of the default.
  package let range: ClosedRange<Double>
  /// Whether the value counts things.
  package let isWhole: Bool

  /// One figure of a set of assumptions.
  package init(
    _ name: String, _ path: any WritableKeyPath<Root, Quantity> & Sendable, _ range: ClosedRange<Double>,
    whole: Bool = false
  ) {
    self.name = name
    self.path = path
    self.range = range
    isWhole = whole
  }
}
