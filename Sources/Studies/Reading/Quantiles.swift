// SPDX-License-Identifier: GPL-3.0-or-later

/// Quantiles of a sample, by linear interpolation between order statistics.
///
/// Type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician
/// 50 (1996) 361-365, which NumPy and R use unless told otherwise.
package struct Quantiles: Sendable, Equatable {
  /// The sample in ascending order.
  package let sorted: [Double]

  /// The quantiles of a sample.
  ///
  /// - Parameter values: The sample in any order and unit.
  /// - Throws: `ReadingError` when it is empty or has a value that is not finite.
  package init(_ values: [Double]) throws(ReadingError) {
    if values.isEmpty { throw .nothing("values") }
    try requireFinite("the values", values)
    sorted = values.sorted()
  }

  /// The value below which a share of the sample lies, in the sample's unit.
  ///
  /// - Parameter share: From 0, the least value, to 1, the greatest.
  /// - Throws: `ReadingError.share` for any other.
  package func value(at share: Double) throws(ReadingError) -> Double {
    guard (0...1).contains(share) else { throw .share(share) }
    let position = Double(sorted.count - 1) * share
    let below = Int(position)
    let part = position - Double(below)
    guard part > 0 else { return sorted[below] }
    return sorted[below] * (1 - part) + sorted[below + 1] * part
  }
}
