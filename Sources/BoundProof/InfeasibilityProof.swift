// SPDX-License-Identifier: GPL-3.0-or-later

package import Optimization

/// A proof in exact arithmetic that no point satisfies all rows and bounds of a model (Farkas' lemma): rows
/// added up with multipliers say that 0 would have to be at least a number above 0.
package struct InfeasibilityProof: Sendable, Equatable {
  /// What 0 would have to be at least; above 0. It grows with the multipliers and has no unit.
  package let excess: ExactNumber
  /// Zero-based rows that contradict each other, together with bounds of their columns, in ascending order.
  package let rows: [Int]

  /// Proves that there is no point.
  ///
  /// - Parameters:
  ///   - model: The model; its objective and integer columns play no part.
  ///   - rowMultipliers: One a row. Solvers differ in the sign of such a ray: both are tried.
  /// - Throws: ``BoundProofError`` when the numbers are not one finite number a row, the model is damaged, or
  ///   the multipliers prove nothing.
  package init(model: Model, rowMultipliers: [Double]) throws(BoundProofError) {
    try BoundProofError.check(rowMultipliers, "row multipliers", count: model.rowCount)
    try model.checkInvariants()
    let search = BoundSearch(model)
    let largest = rowMultipliers.map(\.magnitude).max() ?? 0
    // What is 0 in a ray comes out of a solver as a remainder, which a column without bounds does not
    // forgive.
    let cleaned = rowMultipliers.map { $0.magnitude < 1e-9 * largest ? 0 : $0 }
    var failures: [BoundProofError] = []
    for multipliers in cleaned == rowMultipliers ? [rowMultipliers] : [rowMultipliers, cleaned] {
      for sign in [1.0, -1.0] {
        let plain = DualCombination(model, rowMultipliers: multipliers, sign: sign, withObjective: false)
        do throws(BoundProofError) {
          let best = try search.best(from: plain)
          if best.total.signum > 0 {
            excess = best.total
            rows = plain.multipliers.indices.filter { !plain.multipliers[$0].isZero }
            return
          }
          failures.append(.noContradiction(total: best.total))
        } catch {
          failures.append(error)
        }
      }
    }
    // With the given sign unless only the other one could be computed at all.
    throw failures.first { if case .noContradiction = $0 { true } else { false } } ?? failures[0]
  }
}
