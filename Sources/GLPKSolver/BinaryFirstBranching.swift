// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK

/// Chooses the column to branch on: a binary one while any is fractional, the one with the greatest min(v,
/// 1 - v) x (1 + |cost|) at its relaxation value v; ties go to the first. Other columns are left to GLPK's
/// own rule. On siting models this is worth more than all cuts together: without it the search is spent on
/// block counts, whose roundings decide nothing.
///
/// Columns are known by their bounds and costs in the tree only, because presolve has renumbered them; a
/// model's own priorities cannot be looked up.
struct BinaryFirstBranching {
  private var costs: [Double] = []
  private var isBinary: [Bool] = []

  /// Branches on the best binary column of the current node, if one is fractional.
  mutating func branch(_ tree: borrowing SearchTree) throws {
    if costs.count != tree.columnCount {
      costs = try tree.objectiveCoefficients()
      let bounds = try tree.columnBounds()
      isBinary = zip(bounds.lower, bounds.upper).map { $0 >= 0 && $1 <= 1 }
    }
    let values = try tree.relaxationValues()
    let fractional = try tree.fractionalColumns()
    var best: (column: Int, score: Double)?
    for column in 0..<tree.columnCount where fractional[column] && isBinary[column] {
      let score = min(values[column], 1 - values[column]) * (1 + costs[column].magnitude)
      if score > best?.score ?? -1 { best = (column, score) }
    }
    if let best { try tree.branch(on: best.column) }
  }
}
