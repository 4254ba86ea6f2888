// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

/// Bounds of columns that hold at every point of a model's linear relaxation.
struct ColumnBounds {
  /// Lower bounds; `-infinity` for none.
  private(set) var lower: [Double]
  /// Upper bounds; `+infinity` for none.
  private(set) var upper: [Double]

  /// The bounds that the model states.
  init(statedBy model: Model) {
    lower = model.columnLower
    upper = model.columnUpper
  }

  /// The bounds that the model states and, for columns that lack one, those that follow from its rows: the
  /// other columns of a row at the bounds that leave this one the most room. Activities are exact and
  /// quotients are rounded to the safe side, so the bounds are as true as the rows.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - passes: How often to go through the rows; a bound found in one pass may lead to another in the next.
  init(impliedBy model: Model, passes: Int = 8) {
    self.init(statedBy: model)
    for _ in 0..<passes {
      var found = false
      for row in 0..<model.rowCount where tighten(model, row) { found = true }
      if !found { return }
    }
  }

  /// Takes what one row says about columns without a bound; whether it said anything.
  private mutating func tighten(_ model: Model, _ row: Int) -> Bool {
    let entries = model.rowStart[row]..<model.rowStart[row + 1]
    guard entries.contains(where: { isOpen(Int(model.columnIndex[$0])) }) else { return false }
    var found = false
    // a x <= U with the least activity of the others, and a x >= L with their greatest.
    if model.rowUpper[row].isFinite, tighten(model, entries, side: model.rowUpper[row], least: true) {
      found = true
    }
    if model.rowLower[row].isFinite, tighten(model, entries, side: model.rowLower[row], least: false) {
      found = true
    }
    return found
  }

  private func isOpen(_ column: Int) -> Bool { !lower[column].isFinite || !upper[column].isFinite }

  private mutating func tighten(_ model: Model, _ entries: Range<Int>, side: Double, least: Bool) -> Bool {
    var activity = ExactSum()
    var unlimited: [Int] = []
    for entry in entries {
      let extreme = self.extreme(model, entry, least: least)
      if extreme.isFinite {
        activity.add(model.coefficient[entry], times: extreme)
      } else {
        unlimited.append(entry)
      }
    }
    // An unlimited column leaves every other one without a limit.
    guard unlimited.count <= 1 else { return false }
    var found = false
    for entry in unlimited.isEmpty ? Array(entries) : unlimited {
      let column = Int(model.columnIndex[entry])
      let coefficient = model.coefficient[entry]
      let limitsFromAbove = (coefficient > 0) == least
      guard !(limitsFromAbove ? upper[column] : lower[column]).isFinite else { continue }
      var room = ExactSum()
      room.add(side)
      room.add(-activity.value)
      if unlimited.isEmpty { room.add(coefficient, times: extreme(model, entry, least: least)) }
      let limit = room.value.quotient(by: coefficient, down: !limitsFromAbove)
      guard limit.isFinite else { continue }
      if limitsFromAbove { upper[column] = limit } else { lower[column] = limit }
      found = true
    }
    return found
  }

  private func extreme(_ model: Model, _ entry: Int, least: Bool) -> Double {
    let column = Int(model.columnIndex[entry])
    return (model.coefficient[entry] > 0) == least ? lower[column] : upper[column]
  }
}
