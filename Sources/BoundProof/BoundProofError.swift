// SPDX-License-Identifier: GPL-3.0-or-later

/// Why multipliers or a point could not be used, or prove nothing.
package enum BoundProofError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A column without which there would be a bound.
  package struct BlockedColumn: Sendable, Equatable {
    /// Zero-based column.
    package var column: Int
    /// Its reduced cost, rounded towards minus infinity, in the objective's own direction.
    package var reducedCost: Double
    /// Whether the bound that is missing is the upper one.
    package var lacksUpperBound: Bool
  }

  /// There must be as many numbers as the model has rows (or columns).
  case wrongCount(what: String, expected: Int, found: Int)
  /// Numbers at these zero-based positions are NaN or infinite.
  case notFinite(what: String, positions: [Int])
  /// The model breaks its own invariants, as one read from a damaged file may.
  case faultyModel(String)
  /// The multipliers prove no finite bound: each of these columns may run away along its reduced cost.
  case noFiniteBound([BlockedColumn])
  /// The multipliers combine the rows to something that points can satisfy: `total` would have to be above 0.
  case noContradiction(total: ExactNumber)

  package var description: String {
    switch self {
    case .wrongCount(let what, let expected, let found):
      return "there are \(found) \(what), but the model needs \(expected)"
    case .notFinite(let what, let positions):
      return "\(what) must be finite numbers; not so at positions \(Self.list(positions))"
    case .faultyModel(let fault):
      return "the model is damaged: \(fault)"
    case .noFiniteBound(let columns):
      let first = columns.prefix(5).map { column in
        "column \(column.column) (reduced cost \(column.reducedCost), no "
          + (column.lacksUpperBound ? "upper" : "lower") + " bound)"
      }
      let more = columns.count > 5 ? " and \(columns.count - 5) more" : ""
      return "the multipliers prove no finite bound because of " + first.joined(separator: ", ") + more
        + "; give these columns bounds or use multipliers of an optimal basis"
    case .noContradiction(let total):
      return "the multipliers do not prove that the model has no solution: the rows combine to "
        + "\(total.roundedDown), which is not above 0"
    }
  }

  private static func list(_ positions: [Int]) -> String {
    let more = positions.count > 5 ? " and \(positions.count - 5) more" : ""
    return positions.prefix(5).map(String.init).joined(separator: ", ") + more
  }

  /// Checks a list of numbers.
  static func check(_ numbers: [Double], _ what: String, count: Int) throws(BoundProofError) {
    guard numbers.count == count else {
      throw .wrongCount(what: what, expected: count, found: numbers.count)
    }
    let positions = numbers.indices.filter { !numbers[$0].isFinite }
    guard positions.isEmpty else { throw .notFinite(what: what, positions: positions) }
  }
}
