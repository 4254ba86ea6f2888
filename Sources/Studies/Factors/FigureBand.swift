// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// The band of a figure as a distribution, for Monte Carlo over estimated figures.
package enum FigureBand {
  /// The distribution that a figure's band stands for when a study states none.
  ///
  /// A band says least and most, and the value what is held likeliest; the triangular distribution is the
  /// customary reading of three such numbers. Where the value sits on an end nothing is known of the
  /// likeliest value inside, and the band is read as uniform.
  ///
  /// - Parameter figure: The figure; `low` and `high` are in its unit, and so is the distribution.
  /// - Returns: Triangular from low over value to high; uniform from low to high when the value is an end;
  ///   nil when an end is missing or both are the same.
  /// - Throws: `FigureBandError` when the value lies outside its band or the band is upside down or not
  ///   finite.
  package static func distribution(of figure: Quantity) throws(FigureBandError) -> Distribution? {
    guard let low = figure.low, let high = figure.high else { return nil }
    guard low.isFinite, high.isFinite, low <= figure.value, figure.value <= high else {
      throw FigureBandError(value: figure.value, low: low, high: high, unit: figure.unit)
    }
    if low == high { return nil }
    if figure.value == low || figure.value == high { return .uniform(low: low, high: high) }
    return .triangular(low: low, mode: figure.value, high: high)
  }
}

/// A figure lies outside its own band.
package struct FigureBandError: Error, Equatable, CustomStringConvertible {
  /// The value, in `unit`.
  package var value: Double
  /// Lower end of the band, in `unit`.
  package var low: Double
  /// Upper end of the band, in `unit`.
  package var high: Double
  /// The unit of all three.
  package var unit: String

  /// What is wrong and what to do.
  package var description: String {
    "the value \(value) \(unit) does not lie in its band from \(low) to \(high); correct the value or the band"
  }
}
