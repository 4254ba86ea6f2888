// SPDX-License-Identifier: GPL-3.0-or-later

/// A model that cannot be built. Raised for faults of the builder, never for an infeasible problem.
package enum ModelError: Error, Equatable, CustomStringConvertible {
  /// A number that must be finite is not.
  case nonFinite(String)
  /// A lower bound lies above the upper one.
  case crossedBounds(String, lower: Double, upper: Double)
  /// A row names a column that the model does not have.
  case unknownColumn(Int, row: Int)

  package var description: String {
    switch self {
    case .nonFinite(let place): "the \(place) is not a finite number"
    case .crossedBounds(let place, let lower, let upper):
      "the bounds of \(place) cross: \(lower) is above \(upper)"
    case .unknownColumn(let column, let row):
      "row \(row) names column \(column), which the model does not have"
    }
  }
}
