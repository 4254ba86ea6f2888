// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

/// Looks for the best finite bound that a combination of rows gives, with the repairs it may need.
///
/// The reduced cost of a basic column is 0 in the linear program but seldom exactly 0 for multipliers that
/// are doubles. A remainder of -1e-16 on a column without an upper bound makes the bound minus infinity. Any
/// multipliers prove a bound, so a repair can cost strength, never truth.
struct BoundSearch {
  /// A finite bound and how it came about.
  struct Found {
    var total: ExactNumber
    var combination: DualCombination
    /// Part by which the multipliers were shrunk; 0 for not at all.
    var shrinkage = 0.0
    var impliedBoundColumns: [Int] = []
  }

  private let model: Model
  private let stated: ColumnBounds

  init(_ model: Model) {
    self.model = model
    stated = ColumnBounds(statedBy: model)
  }

  /// The combination as it is where that is bounded. Otherwise the better of two: the combination as it is,
  /// or shrunk, either with bounds that the rows imply for columns still blocked.
  func best(from plain: DualCombination) throws(BoundProofError) -> Found {
    let blocked = plain.blockedColumns(stated)
    if blocked.isEmpty { return Found(total: plain.total(stated), combination: plain) }
    let implied = ColumnBounds(impliedBy: model)
    let asItIs = found(plain, implied)
    let shrunk = shrinkExponent(plain, blocked).flatMap { exponent in
      var combination = plain
      combination.shrink(exponent: exponent)
      var result = found(combination, implied)
      result?.shrinkage = ExactNumber.powerOfTwo(exponent).roundedUp
      return result
    }
    switch (asItIs, shrunk) {
    case (let first?, let second?): return second.total > first.total ? second : first
    case (let only?, nil), (nil, let only?): return only
    case (nil, nil): throw .noFiniteBound(report(plain, implied))
    }
  }

  /// Bound of a combination; nil when a column stays blocked.
  private func found(_ combination: DualCombination, _ implied: ColumnBounds) -> Found? {
    guard combination.blockedColumns(implied).isEmpty else { return nil }
    return Found(
      total: combination.total(implied), combination: combination,
      impliedBoundColumns: combination.blockedColumns(stated))
  }

  /// The smallest power of two by which to shrink the multipliers so that all blocked columns come free whose
  /// own cost has the sign that their bounds allow; nil when there is no such column.
  ///
  /// With multipliers 0 reduced costs are costs, so a small step towards 0 suffices for a small remainder. It
  /// loses the same part of the distance to the bound that multipliers 0 give, since the bound is a concave
  /// function of the multipliers.
  private func shrinkExponent(_ combination: DualCombination, _ blocked: [Int]) -> Int? {
    var result: Int?
    for column in blocked {
      let remainder = combination.reducedCosts[column].value
      let cost = ExactNumber(finite: combination.costs[column])
      guard cost.signum == -remainder.signum else { continue }
      // A start that is too small for certain, then upwards to the first that is enough.
      var exponent = min(-1, remainder.binaryOrder - cost.binaryOrder - 3)
      while exponent < 0 {
        let part = ExactNumber.powerOfTwo(exponent)
        if (remainder * (ExactNumber(1) - part) + cost * part).signum != remainder.signum { break }
        exponent += 1
      }
      result = max(result ?? exponent, exponent)
    }
    return result
  }

  private func report(
    _ combination: DualCombination, _ implied: ColumnBounds
  ) -> [BoundProofError.BlockedColumn] {
    combination.blockedColumns(implied).map { column in
      let cost = combination.reducedCosts[column].value
      return BoundProofError.BlockedColumn(
        column: column, reducedCost: (model.sense == .minimize ? cost : -cost).roundedDown,
        lacksUpperBound: cost.signum < 0)
    }
  }
}
