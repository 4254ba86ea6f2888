// SPDX-License-Identifier: GPL-3.0-or-later

/// A mixed-integer linear program in flat arrays: columns, rows, and a sparse matrix stored row by row.
///
/// A model carries no names and no meaning; whoever builds it keeps a key from variables to meaning. Building
/// order is the order of columns and rows, so the same input gives the same model on every machine.
///
/// Invariants, kept by the building functions: every number is finite except bounds, which may be infinite;
/// every row names each variable at most once; bounds of integer columns are whole numbers.
package struct Model: Sendable, Equatable, Codable {
  /// Whether the objective is to be made small or large.
  package enum Sense: String, Sendable, Codable {
    case minimize
    case maximize
  }

  /// Direction of optimization.
  package var sense: Sense
  /// A constant added to the objective.
  package var objectiveConstant: Double
  /// Lower bound of each column; `-infinity` for none.
  package private(set) var columnLower: [Double]
  /// Upper bound of each column; `+infinity` for none.
  package private(set) var columnUpper: [Double]
  /// Objective coefficient of each column.
  package private(set) var objective: [Double]
  /// Whether each column must take a whole number.
  package private(set) var isInteger: [Bool]
  /// Lower bound of each row; `-infinity` for none.
  package private(set) var rowLower: [Double]
  /// Upper bound of each row; `+infinity` for none.
  package private(set) var rowUpper: [Double]
  /// Start of each row in `columnIndex` and `coefficient`, with one more entry at the end.
  package private(set) var rowStart: [Int]
  /// Zero-based column of each matrix entry, row by row.
  package private(set) var columnIndex: [Int32]
  /// Value of each matrix entry, row by row; never zero.
  package private(set) var coefficient: [Double]
  /// Advice to a solver about the structure; never changes the set of solutions.
  package var hints: ModelHints

  /// An empty model.
  package init(sense: Sense = .minimize) {
    self.sense = sense
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
    hints = ModelHints()
  }

  /// Number of columns.
  package var columnCount: Int { objective.count }
  /// Number of rows.
  package var rowCount: Int { rowLower.count }
  /// Number of matrix entries.
  package var entryCount: Int { coefficient.count }

  /// Whether a column is an integer column with bounds 0 and 1 at most.
  package func isBinary(_ variable: Variable) -> Bool {
    let column = variable.column
    return isInteger[column] && columnLower[column] >= 0 && columnUpper[column] <= 1
  }

  /// Adds a column.
  ///
  /// - Parameters:
  ///   - lower: Lower bound; rounded up to a whole number for an integer column.
  ///   - upper: Upper bound; rounded down to a whole number for an integer column.
  ///   - cost: Objective coefficient.
  ///   - integer: Whether the column must take a whole number.
  /// - Throws: `ModelError` when a bound is NaN, the bounds cross, or the cost is not finite.
  package mutating func addVariable(
    lower: Double = 0, upper: Double = .infinity, cost: Double = 0, integer: Bool = false
  ) throws(ModelError) -> Variable {
    guard cost.isFinite else { throw .nonFinite("objective coefficient of column \(columnCount)") }
    guard !lower.isNaN, !upper.isNaN, lower < .infinity, upper > -.infinity else {
      throw .nonFinite("bound of column \(columnCount)")
    }
    let low = integer ? lower.rounded(.up) : lower
    let high = integer ? upper.rounded(.down) : upper
    guard low <= high else { throw .crossedBounds("column \(columnCount)", lower: lower, upper: upper) }
    columnLower.append(low)
    columnUpper.append(high)
    objective.append(cost)
    isInteger.append(integer)
    return Variable(column: columnCount - 1)
  }

  /// Adds an integer column with bounds 0 and 1.
  ///
  /// - Throws: `ModelError` when the cost is not finite.
  package mutating func addBinary(cost: Double = 0) throws(ModelError) -> Variable {
    try addVariable(lower: 0, upper: 1, cost: cost, integer: true)
  }

  /// Adds a row `lower <= expression <= upper`. The expression's constant moves to the bounds; terms on the
  /// same variable are summed; zero terms are dropped.
  ///
  /// - Returns: The zero-based index of the row.
  /// - Throws: `ModelError` when a coefficient is not finite, a bound is NaN, the bounds cross, or a variable
  ///   is not a column of this model.
  @discardableResult
  package mutating func addConstraint(
    _ expression: LinearExpression, lower: Double = -.infinity, upper: Double = .infinity
  ) throws(ModelError) -> Int {
    let low = lower - expression.constant
    let high = upper - expression.constant
    guard !low.isNaN, !high.isNaN, low < .infinity, high > -.infinity else {
      throw .nonFinite("bound of row \(rowCount)")
    }
    guard low <= high else { throw .crossedBounds("row \(rowCount)", lower: low, upper: high) }
    for (column, value) in expression.mergedTerms() {
      guard value.isFinite else { throw .nonFinite("coefficient of column \(column) in row \(rowCount)") }
      guard column >= 0, column < columnCount else { throw .unknownColumn(column, row: rowCount) }
      if value != 0 {
        columnIndex.append(Int32(column))
        coefficient.append(value)
      }
    }
    rowLower.append(low)
    rowUpper.append(high)
    rowStart.append(coefficient.count)
    return rowCount - 1
  }

  /// Replaces the bounds of a column.
  ///
  /// - Throws: `ModelError` when a bound is NaN or the bounds cross.
  package mutating func setBounds(
    of variable: Variable, lower: Double, upper: Double
  ) throws(ModelError) {
    guard !lower.isNaN, !upper.isNaN else { throw .nonFinite("bound of column \(variable.column)") }
    let low = isInteger[variable.column] ? lower.rounded(.up) : lower
    let high = isInteger[variable.column] ? upper.rounded(.down) : upper
    guard low <= high else {
      throw .crossedBounds("column \(variable.column)", lower: lower, upper: upper)
    }
    columnLower[variable.column] = low
    columnUpper[variable.column] = high
  }

  /// Sets the objective coefficient of a column.
  ///
  /// - Throws: `ModelError` when the cost is not finite.
  package mutating func setCost(of variable: Variable, to cost: Double) throws(ModelError) {
    guard cost.isFinite else { throw .nonFinite("objective coefficient of column \(variable.column)") }
    objective[variable.column] = cost
  }

  /// Objective value at a point, constant included.
  package func objectiveValue(at values: [Double]) -> Double {
    var sum = objectiveConstant
    for column in 0..<min(columnCount, values.count) { sum += objective[column] * values[column] }
    return sum
  }

  /// Left-hand side of a row at a point.
  package func activity(ofRow row: Int, at values: [Double]) -> Double {
    var sum = 0.0
    for entry in rowStart[row]..<rowStart[row + 1] {
      sum += coefficient[entry] * values[Int(columnIndex[entry])]
    }
    return sum
  }
}
