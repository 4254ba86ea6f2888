// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

/// Hints from the names of columns: `w_SITE_..._YEAR`, `x_SITE_SKU_YEAR`, `n_SKU_YEAR` as `arpent model`
/// writes them, or the prototype's: one letter for the kind and one hexadecimal digit for the period, `X` for
/// blocks and `N` for totals.
struct NamedHints {
  private(set) var hints = ModelHints()

  init(names: [String], model: Model) {
    if names.contains(where: { $0.hasPrefix("w_") }) {
      readOwn(names, model)
    } else {
      readPrototype(names, model)
    }
  }

  private mutating func readOwn(_ names: [String], _ model: Model) {
    var groups: [String: [Variable]] = [:]
    var order: [String] = []
    var stages: [String: [Variable]] = [:]
    hints.branchingPriority = [Int32](repeating: 0, count: model.columnCount)
    for (column, name) in names.enumerated() {
      let parts = name.split(separator: "_")
      guard let kind = parts.first, let year = parts.last else { continue }
      let variable = Variable(column: column)
      switch kind {
      case "w":
        let site = parts.dropFirst().dropLast(2).joined(separator: "_")
        if groups[site] == nil { order.append(site) }
        groups[site, default: []].append(variable)
        hints.branchingPriority[column] = 2
      case "x":
        stages[String(year), default: []].append(variable)
        hints.relaxable.append(variable)
      case "n":
        stages[String(year), default: []].append(variable)
        hints.branchingPriority[column] = 1
      default: break
      }
    }
    hints.groups = order.compactMap { groups[$0] }
    hints.stages = stages.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The prototype's names say period and kind; binaries of one site are those joined by short rows of its
  /// own.
  private mutating func readPrototype(_ names: [String], _ model: Model) {
    for (column, name) in names.enumerated()
    where model.isInteger[column] && (name.hasPrefix("X") || name.hasPrefix("N")) {
      guard let period = name.dropFirst().first?.hexDigitValue else { continue }
      while hints.stages.count <= period { hints.stages.append([]) }
      hints.stages[period].append(Variable(column: column))
    }
    var parent = Array(0..<model.columnCount)
    func root(_ column: Int) -> Int {
      var found = column
      while parent[found] != found { found = parent[found] }
      return found
    }
    for row in 0..<model.rowCount where model.rowLower[row] == 0 {
      let entries = model.rowStart[row]..<model.rowStart[row + 1]
      let columns = entries.map { Int(model.columnIndex[$0]) }
      guard entries.count <= 5, columns.allSatisfy({ model.isBinary(Variable(column: $0)) }),
        entries.contains(where: { model.coefficient[$0] < 0 }),
        entries.contains(where: { model.coefficient[$0] > 0 })
      else { continue }
      for column in columns.dropFirst() { parent[root(column)] = root(columns[0]) }
    }
    var groups: [Int: [Variable]] = [:]
    for (column, name) in names.enumerated()
    where model.isBinary(Variable(column: column)) && !name.hasPrefix("Z") {
      groups[root(column), default: []].append(Variable(column: column))
    }
    hints.groups = groups.values.sorted { $0[0].column < $1[0].column }
  }
}
