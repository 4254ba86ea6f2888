// SPDX-License-Identifier: GPL-3.0-or-later

extension ProblemArrays {
  /// Everything that forbids to load these arrays, in the order of rows and columns; empty when they are
  /// sound.
  ///
  /// - Parameter limit: Stop after this many.
  public func faults(limit: Int = 20) -> [String] {
    var found = faultsOfShape()
    // Without the right shape the other checks would read outside the arrays.
    guard found.isEmpty else { return found }
    if !objectiveConstant.isFinite { found.append("the objective constant is not a finite number") }
    for column in 0..<columnCount where found.count < limit {
      if !objective[column].isFinite {
        found.append("the objective coefficient of column \(column) is not a finite number")
      }
      let lower = columnLower[column]
      let upper = columnUpper[column]
      let fault =
        Checks.faultOfBounds(lower, upper)
        ?? (isInteger[column] ? Checks.faultOfIntegerBounds(lower, upper) : nil)
      if let fault { found.append("column \(column): \(fault)") }
    }
    var lastRow = [Int](repeating: -1, count: columnCount)
    for row in 0..<rowCount where found.count < limit {
      if let fault = Checks.faultOfBounds(rowLower[row], rowUpper[row]) {
        found.append("row \(row): \(fault)")
      }
      for entry in rowStart[row]..<rowStart[row + 1] where found.count < limit {
        let column = Int(columnIndex[entry])
        guard column >= 0, column < columnCount else {
          found.append("row \(row) names column \(column); the problem has \(columnCount)")
          continue
        }
        if lastRow[column] == row { found.append("row \(row) names column \(column) more than once") }
        lastRow[column] = row
        if !coefficient[entry].isFinite {
          found.append("the coefficient of column \(column) in row \(row) is not a finite number")
        }
      }
    }
    return found
  }

  private func faultsOfShape() -> [String] {
    let columns = columnCount
    let rows = rowCount
    if columnLower.count != columns || columnUpper.count != columns || isInteger.count != columns {
      return ["the arrays of columns differ in length"]
    }
    if rowUpper.count != rows || rowStart.count != rows + 1 {
      return ["the arrays of rows differ in length, or rowStart has not one entry more than there are rows"]
    }
    if columnIndex.count != coefficient.count {
      return ["columnIndex has \(columnIndex.count) entries and coefficient \(coefficient.count)"]
    }
    if rowStart.first != 0 || rowStart.last != coefficient.count
      || zip(rowStart, rowStart.dropFirst()).contains(where: { $0 > $1 })
    {
      return ["rowStart does not rise from 0 to the number of matrix entries"]
    }
    if columns > Checks.largestCount || rows > Checks.largestCount
      || coefficient.count > Checks.largestEntryCount
    {
      return ["the problem is larger than GLPK allows"]
    }
    return []
  }
}
