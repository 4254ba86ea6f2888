// SPDX-License-Identifier: GPL-3.0-or-later

/// A whole problem as flat arrays with indices from 0, the form in which problems are loaded and compared.
public struct ProblemArrays: Sendable, Equatable {
  /// Direction of optimization.
  public var direction: Direction
  /// Constant of the objective.
  public var objectiveConstant: Double
  /// Lower bound of each column; `-infinity` for none.
  public var columnLower: [Double]
  /// Upper bound of each column; `+infinity` for none.
  public var columnUpper: [Double]
  /// Objective coefficient of each column.
  public var objective: [Double]
  /// Whether each column must take a whole number.
  public var isInteger: [Bool]
  /// Lower bound of each row; `-infinity` for none.
  public var rowLower: [Double]
  /// Upper bound of each row; `+infinity` for none.
  public var rowUpper: [Double]
  /// Start of each row in `columnIndex` and `coefficient`, and one entry more: their length.
  public var rowStart: [Int]
  /// Column of each matrix entry, row by row.
  public var columnIndex: [Int32]
  /// Value of each matrix entry, row by row.
  public var coefficient: [Double]

  /// A problem without rows and columns.
  public init(direction: Direction = .minimize) {
    self.direction = direction
    objectiveConstant = 0
    columnLower = []
    columnUpper = []
    objective = []
    isInteger = []
    rowLower = []
    rowUpper = []
    rowStart = [0]
    columnIndex = []
    coefficient = []
  }

  /// A problem from its arrays.
  public init(
    direction: Direction = .minimize, objectiveConstant: Double = 0, columnLower: [Double],
    columnUpper: [Double], objective: [Double], isInteger: [Bool], rowLower: [Double], rowUpper: [Double],
    rowStart: [Int], columnIndex: [Int32], coefficient: [Double]
  ) {
    self.direction = direction
    self.objectiveConstant = objectiveConstant
    self.columnLower = columnLower
    self.columnUpper = columnUpper
    self.objective = objective
    self.isInteger = isInteger
    self.rowLower = rowLower
    self.rowUpper = rowUpper
    self.rowStart = rowStart
    self.columnIndex = columnIndex
    self.coefficient = coefficient
  }

  /// Number of columns.
  public var columnCount: Int { objective.count }
  /// Number of rows.
  public var rowCount: Int { rowLower.count }

  /// Appends a column and gives its index.
  @discardableResult
  public mutating func addColumn(
    lower: Double = 0, upper: Double = .infinity, cost: Double = 0, integer: Bool = false
  ) -> Int {
    columnLower.append(lower)
    columnUpper.append(upper)
    objective.append(cost)
    isInteger.append(integer)
    return columnCount - 1
  }

  /// Appends a row and gives its index.
  @discardableResult
  public mutating func addRow(
    _ entries: [(column: Int, value: Double)], lower: Double = -.infinity, upper: Double = .infinity
  ) -> Int {
    for entry in entries {
      // A column beyond the range of Int32 is as unknown as column -1, and is reported as such.
      columnIndex.append(Int32(exactly: entry.column) ?? -1)
      coefficient.append(entry.value)
    }
    rowLower.append(lower)
    rowUpper.append(upper)
    rowStart.append(coefficient.count)
    return rowCount - 1
  }
}
