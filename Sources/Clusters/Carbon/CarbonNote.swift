// SPDX-License-Identifier: GPL-3.0-or-later

/// What a reader of a carbon account must know.
package enum CarbonNote: Sendable, Equatable, Codable {
  /// No maker publishes the footprint of a rack-scale system.
  case embodiedIsAssumed
  /// The electricity is the yearly average of the grid.
  case gridAverage(gramsPerKWh: Double)
  /// Transport, end of life, refrigerants and tests of generators are left out.
  case notCounted

  /// The note in plain words.
  package var sentence: String {
    switch self {
    case .embodiedIsAssumed:
      "What making the systems emits is an assumption built on the footprint of one GPU board; none is published for a rack."
    case .gridAverage(let gramsPerKWh):
      "The electricity counts at the yearly average of the grid, \(PlainWords.number(gramsPerKWh)) g per kWh, whatever "
        + "contract the site has."
    case .notCounted: "Transport, end of life, refrigerants and test runs of generators are not counted."
    }
  }
}
