// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

/// A model as free-format MPS text with numbers that read back exactly. GLPK's own writer keeps every number
/// to twelve characters, sign and exponent included, which leaves seven digits of -0.0012345678 and moves the
/// optimum.
///
/// The format has no place for the direction that all readers know: a maximization is written as the
/// minimization of the negative objective. A constant on the right-hand side of the objective is read with
/// one sign by GLPK and with the other by HiGHS and Cbc: it becomes a column `objective_constant` that is
/// fixed at 1.
struct FreeMPSText {
  private let model: Model
  private let names: ModelNames
  private let objectiveName: String
  private let constantName: String
  private let sign: Double
  private(set) var text: String

  /// Names must have been checked.
  init(_ model: Model, names: ModelNames) {
    self.model = model
    self.names = names
    sign = model.sense == .minimize ? 1 : -1
    objectiveName = Self.unused("objective", in: names.rows)
    constantName = Self.unused("objective_constant", in: names.columns)
    // Cbc takes the file for fixed format without the last word.
    text = names.comments("*") + "NAME \(names.problem) FREE\n"
    addRows()
    addColumns()
    addRightHandSides()
    addRanges()
    addBounds()
    text += "ENDATA\n"
  }

  private static func unused(_ name: String, in names: [String]) -> String {
    let taken = Set(names)
    var result = name
    while taken.contains(result) { result += "_" }
    return result
  }

  private mutating func addRows() {
    text += "ROWS\n N \(objectiveName)\n"
    for row in 0..<model.rowCount { text += " \(kind(of: row)) \(names.rows[row])\n" }
  }

  private func kind(of row: Int) -> String {
    let lower = model.rowLower[row]
    let upper = model.rowUpper[row]
    if lower == upper { return "E" }
    if lower > -.infinity { return "G" }
    return upper < .infinity ? "L" : "N"
  }

  private mutating func addColumns() {
    text += "COLUMNS\n"
    let entries = entriesByColumn()
    var isInteger = false
    var markers = 0
    func marker(_ kind: String) -> String {
      markers += 1
      return " M\(markers) 'MARKER' '\(kind)'\n"
    }
    for column in 0..<model.columnCount {
      if model.isInteger[column] != isInteger {
        isInteger.toggle()
        text += marker(isInteger ? "INTORG" : "INTEND")
      }
      let cost = model.objective[column]
      // A column without any entry must be mentioned all the same.
      if cost != 0 || entries[column].isEmpty {
        text += " \(names.columns[column]) \(objectiveName) \(cost == 0 ? 0 : sign * cost)\n"
      }
      for entry in entries[column] {
        text += " \(names.columns[column]) \(names.rows[entry.row]) \(entry.value)\n"
      }
    }
    if isInteger { text += marker("INTEND") }
    if model.objectiveConstant != 0 {
      text += " \(constantName) \(objectiveName) \(sign * model.objectiveConstant)\n"
    }
  }

  private func entriesByColumn() -> [[(row: Int, value: Double)]] {
    var entries = [[(row: Int, value: Double)]](repeating: [], count: model.columnCount)
    for row in 0..<model.rowCount {
      for entry in model.rowStart[row]..<model.rowStart[row + 1] {
        entries[Int(model.columnIndex[entry])].append((row, model.coefficient[entry]))
      }
    }
    return entries
  }

  private mutating func addRightHandSides() {
    text += "RHS\n"
    for row in 0..<model.rowCount {
      let side = model.rowLower[row] > -.infinity ? model.rowLower[row] : model.rowUpper[row]
      if side.isFinite, side != 0 { text += " RHS \(names.rows[row]) \(side)\n" }
    }
  }

  private mutating func addRanges() {
    let ranged = (0..<model.rowCount).filter { row in
      model.rowLower[row] > -.infinity && model.rowUpper[row] < .infinity
        && model.rowLower[row] < model.rowUpper[row]
    }
    guard !ranged.isEmpty else { return }
    text += "RANGES\n"
    for row in ranged {
      text += " RANGE \(names.rows[row]) \(model.rowUpper[row] - model.rowLower[row])\n"
    }
  }

  private mutating func addBounds() {
    text += "BOUNDS\n"
    for column in 0..<model.columnCount {
      let name = names.columns[column]
      let lower = model.columnLower[column]
      let upper = model.columnUpper[column]
      switch (lower > -.infinity, upper < .infinity) {
      case (true, true) where lower == upper: text += " FX BOUND \(name) \(lower)\n"
      case (false, false): text += " FR BOUND \(name)\n"
      case (let hasLower, let hasUpper):
        // Readers differ on what an upper bound alone says about the lower one, and on integer columns
        // without bounds.
        if !hasLower {
          text += " MI BOUND \(name)\n"
        } else if lower != 0 || (hasUpper && upper <= 0) {
          text += " LO BOUND \(name) \(lower)\n"
        }
        if hasUpper {
          text += " UP BOUND \(name) \(upper)\n"
        } else if model.isInteger[column] {
          text += " PL BOUND \(name)\n"
        }
      }
    }
    if model.objectiveConstant != 0 { text += " FX BOUND \(constantName) 1.0\n" }
  }
}
