// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

/// Splits the integer columns of a model into those that decide something and those that count.
///
/// Binary columns decide; so do integer columns without cost, which are totals that other columns add up to. Integer columns
/// with a wider range and a cost count blocks. Without the integrality of the counts a siting model is far easier, its
/// bound is still a bound, and it lies within a few parts in 100 000 of the optimum (measured on 65 sites, 1 to 5 years).
struct IntegerRoles {
  /// All integer columns.
  private(set) var integer: [Int] = []
  /// Binary columns.
  private(set) var binary: [Int] = []
  /// Integer columns that decide, the binary ones among them.
  private(set) var deciding: [Int] = []
  /// Integer columns that count.
  private(set) var counting: [Int] = []

  init(_ model: Model) {
    for column in 0..<model.columnCount where model.isInteger[column] {
      integer.append(column)
      if model.isBinary(Variable(column: column)) {
        binary.append(column)
        deciding.append(column)
      } else if model.objective[column] == 0 {
        deciding.append(column)
      } else {
        counting.append(column)
      }
    }
  }
}
