// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

extension Model {
  /// Refuses a model that breaks the invariants of its type. The building functions keep them, a decoded file
  /// may not, and a proof about such a model would mean nothing.
  func checkInvariants() throws(BoundProofError) {
    let columns = columnCount
    let rows = rowCount
    guard columnLower.count == columns, columnUpper.count == columns, isInteger.count == columns else {
      throw .faultyModel("its columns have lists of different lengths")
    }
    guard rowUpper.count == rows, rowStart.count == rows + 1, rowStart.first == 0,
      rowStart.last == coefficient.count, columnIndex.count == coefficient.count,
      (0..<rows).allSatisfy({ rowStart[$0] <= rowStart[$0 + 1] })
    else {
      throw .faultyModel("its rows have lists of different lengths")
    }
    guard columnIndex.allSatisfy({ $0 >= 0 && Int($0) < columns }) else {
      throw .faultyModel("a row names a column that does not exist")
    }
    guard objectiveConstant.isFinite, objective.allSatisfy(\.isFinite), coefficient.allSatisfy(\.isFinite)
    else {
      throw .faultyModel("a coefficient is not a finite number")
    }
    try Self.checkBounds(columnLower, columnUpper, "column")
    try Self.checkBounds(rowLower, rowUpper, "row")
  }

  private static func checkBounds(
    _ lower: [Double], _ upper: [Double], _ what: String
  ) throws(BoundProofError) {
    for index in lower.indices where !(lower[index] < .infinity && upper[index] > -.infinity) {
      throw .faultyModel("the bounds of \(what) \(index) are \(lower[index]) and \(upper[index])")
    }
  }
}
