// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import PlanningModel

/// The model of one planning year, taken apart: columns and rows of each site, and the rows that tie sites
/// together.
struct SiftedModel {
  let model: Model
  /// Columns of each site, connections before blocks.
  let connections: [[Int]]
  let blocks: [[Int]]
  /// Columns of what each site puts on substations.
  let connected: [[Int]]
  /// Site of each column; -1 for a column of the country.
  private let owner: [Int32]
  /// Site of each row that only one site's columns stand in; -1 for a row that ties sites together.
  let rowOwner: [Int32]
  /// Row of the power of each site, and of its one connection; -1 where there is none.
  let powerRow: [Int]
  let choiceRow: [Int]
  /// Entries of each column in rows that tie sites together.
  private let entryStart: [Int]
  private let entryRow: [Int32]
  private let entryValue: [Double]

  init(_ formulation: Formulation, sites: Int) {
    let model = formulation.model
    self.model = model
    connections = formulation.key.energised.map { $0.joined().compactMap { $0?.column } }
    blocks = formulation.key.installed.map { $0.joined().compactMap { $0?.column } }
    var owner = [Int32](repeating: -1, count: model.columnCount)
    for site in 0..<sites {
      for column in connections[site] + blocks[site] { owner[column] = Int32(site) }
    }
    var connected = [[Int]](repeating: [], count: sites)
    for amount in formulation.key.connected {
      owner[amount.variable.column] = Int32(amount.site)
      connected[amount.site].append(amount.variable.column)
    }
    self.connected = connected
    var rowOwner = [Int32](repeating: -1, count: model.rowCount)
    var powerRow = [Int](repeating: -1, count: sites)
    var choiceRow = [Int](repeating: -1, count: sites)
    var starts = [Int](repeating: 0, count: model.columnCount + 1)
    for row in 0..<model.rowCount {
      let range = model.rowStart[row]..<model.rowStart[row + 1]
      let site = range.first.map { owner[Int(model.columnIndex[$0])] } ?? -1
      if site >= 0, range.allSatisfy({ owner[Int(model.columnIndex[$0])] == site }) {
        rowOwner[row] = site
        let kind = formulation.rows[row].kind
        if kind == .sitePower { powerRow[Int(site)] = row }
        if kind == .oneConnection { choiceRow[Int(site)] = row }
        continue
      }
      for entry in range { starts[Int(model.columnIndex[entry]) + 1] += 1 }
    }
    for column in 0..<model.columnCount { starts[column + 1] += starts[column] }
    var entryRow = [Int32](repeating: 0, count: starts[model.columnCount])
    var entryValue = [Double](repeating: 0, count: starts[model.columnCount])
    var next = starts
    for row in 0..<model.rowCount where rowOwner[row] < 0 {
      for entry in model.rowStart[row]..<model.rowStart[row + 1] {
        let column = Int(model.columnIndex[entry])
        entryRow[next[column]] = Int32(row)
        entryValue[next[column]] = model.coefficient[entry]
        next[column] += 1
      }
    }
    self.owner = owner
    self.rowOwner = rowOwner
    self.powerRow = powerRow
    self.choiceRow = choiceRow
    entryStart = starts
    self.entryRow = entryRow
    self.entryValue = entryValue
  }

  /// Cost of a column less what the rows that tie sites together pay for it.
  func reducedCost(_ column: Int, _ multipliers: [Double]) -> Double {
    var cost = model.objective[column]
    for entry in entryStart[column]..<entryStart[column + 1] {
      cost -= multipliers[Int(entryRow[entry])] * entryValue[entry]
    }
    return cost
  }

  /// Coefficient of a column in a row.
  func coefficient(_ column: Int, inRow row: Int) -> Double {
    for entry in model.rowStart[row]..<model.rowStart[row + 1] where Int(model.columnIndex[entry]) == column {
      return model.coefficient[entry]
    }
    return 0
  }

  /// The model with the columns of some sites and of the country alone: all its plans are plans of the whole.
  ///
  /// - Parameter relaxed: Whether all columns may be fractions.
  /// - Returns: The model, the column of the whole behind each of its columns, and the row behind each row.
  func restricted(
    to sites: Set<Int>, relaxed: Bool
  ) throws(ModelError) -> (model: Model, columns: [Int], rows: [Int]) {
    var part = Model(sense: model.sense)
    part.objectiveConstant = model.objectiveConstant
    var columns: [Int] = []
    var place = [Int](repeating: -1, count: model.columnCount)
    for column in 0..<model.columnCount where owner[column] < 0 || sites.contains(Int(owner[column])) {
      place[column] = columns.count
      columns.append(column)
      _ = try part.addVariable(
        lower: model.columnLower[column], upper: model.columnUpper[column], cost: model.objective[column],
        integer: !relaxed && model.isInteger[column])
    }
    var rows: [Int] = []
    for row in 0..<model.rowCount where rowOwner[row] < 0 || sites.contains(Int(rowOwner[row])) {
      var expression = LinearExpression()
      for entry in model.rowStart[row]..<model.rowStart[row + 1] {
        let column = place[Int(model.columnIndex[entry])]
        if column >= 0 { expression.add(model.coefficient[entry], Variable(column: column)) }
      }
      try part.addConstraint(expression, lower: model.rowLower[row], upper: model.rowUpper[row])
      rows.append(row)
    }
    func mapped(_ variables: [Variable]) -> [Variable] {
      variables.compactMap { place[$0.column] >= 0 ? Variable(column: place[$0.column]) : nil }
    }
    part.hints = ModelHints(
      groups: model.hints.groups.map(mapped).filter { !$0.isEmpty },
      branchingPriority: model.hints.branchingPriority.isEmpty
        ? [] : columns.map { model.hints.branchingPriority[$0] },
      stages: model.hints.stages.map(mapped), relaxable: mapped(model.hints.relaxable))
    return (part, columns, rows)
  }
}
