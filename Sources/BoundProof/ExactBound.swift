// SPDX-License-Identifier: GPL-3.0-or-later

package import Optimization

/// A bound on the objective of every point of a model, proven by multipliers of its rows in exact arithmetic.
///
/// Nothing of the solver that made the multipliers has to be believed: wrong multipliers give a weak bound,
/// never a false one. The bound is that of the linear relaxation; whole numbers can only make the optimum
/// worse.
package struct ExactBound: Sendable, Equatable {
  /// The bound, constant of the objective included: a lower bound of a minimization, an upper bound of a
  /// maximization.
  package let value: ExactNumber
  /// Whether it bounds from below (a minimization) or from above.
  package let sense: Model.Sense
  /// Number of multipliers that asked for a side their row does not have, and counted as 0.
  package let repairedMultipliers: Int
  /// Part by which all multipliers were shrunk to free columns without bounds from reduced costs that differ
  /// from 0 by rounding; 0 when there was no need.
  package let shrinkage: Double
  /// Zero-based columns for which a bound was used that the model does not state but its rows imply, in
  /// ascending order.
  package let impliedBoundColumns: [Int]

  /// The largest double not above the bound.
  package var roundedDown: Double { value.roundedDown }
  /// The smallest double not below the bound.
  package var roundedUp: Double { value.roundedUp }
  /// The bound as a double that is still a bound: rounded down for a minimization, up for a maximization.
  package var safeDouble: Double { sense == .minimize ? roundedDown : roundedUp }

  /// Proves a bound.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - rowMultipliers: One a row, as solvers give dual values: change of the objective per unit of the
  ///     row's active side, in the objective's own direction. Any numbers are allowed; optimal duals give the
  ///     optimum of the relaxation.
  /// - Throws: ``BoundProofError`` when the numbers are not one finite number a row, the model is damaged, or
  ///   no finite bound follows, with every column that prevents it.
  package init(model: Model, rowMultipliers: [Double]) throws(BoundProofError) {
    try BoundProofError.check(rowMultipliers, "row multipliers", count: model.rowCount)
    try model.checkInvariants()
    let isMinimization = model.sense == .minimize
    let plain = DualCombination(
      model, rowMultipliers: rowMultipliers, sign: isMinimization ? 1 : -1, withObjective: true)
    let best = try BoundSearch(model).best(from: plain)
    let constant = ExactNumber(finite: model.objectiveConstant)
    value = (isMinimization ? best.total : -best.total) + constant
    sense = model.sense
    repairedMultipliers = best.combination.droppedMultipliers
    shrinkage = best.shrinkage
    impliedBoundColumns = best.impliedBoundColumns
  }
}
