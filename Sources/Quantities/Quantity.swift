// SPDX-License-Identifier: GPL-3.0-or-later

/// A number that can be defended: value, unit, basis, source and, for estimates, the band it may lie in.
package struct Quantity: Sendable, Equatable, Codable {
  /// The value, in `unit`. Always finite.
  package var value: Double
  /// The unit as written in the key or column it comes from, for example `MW`, `EUR/MWh`, `km`; empty for a
  /// ratio.
  package var unit: String
  /// What the value rests on.
  package var basis: Basis
  /// Where the value comes from: an address, a table, a rule. Empty only for a planner's own choice.
  package var source: String
  /// Lower end of the band the value may lie in, in `unit`; nil where none is stated.
  package var low: Double?
  /// Upper end of the band the value may lie in, in `unit`; nil where none is stated.
  package var high: Double?

  /// A number with what it rests on.
  ///
  /// - Parameters:
  ///   - value: The value, in `unit`.
  ///   - unit: The unit; empty for a ratio.
  ///   - basis: What the value rests on.
  ///   - source: Where it comes from.
  ///   - low: Lower end of its band, in `unit`.
  ///   - high: Upper end of its band, in `unit`.
  package init(
    _ value: Double, unit: String, basis: Basis, source: String, low: Double? = nil, high: Double? = nil
  ) {
    self.value = value
    self.unit = unit
    self.basis = basis
    self.source = source
    self.low = low
    self.high = high
  }
}
