// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension ConfigTable {
  /// Reads the figures of a set as a scenario states them, each plain or with its basis.
  ///
  /// - Parameters:
  ///   - fields: The figures to read.
  ///   - set: Where they are kept; what is not stated stays.
  /// - Returns: Whether every figure that is needed is there and right; every fault is in the log.
  @discardableResult
  func read<Root>(_ fields: [Field<Root>], into set: inout Root) -> Bool {
    var isComplete = true
    for field in fields {
      defer { for former in field.formerNames { refuse(former, whichIsNow: field.name) } }
      let need = field.isRequired ? Need.required : .optional
      guard let figure = figure(field.name, unit: field.unit, field.range, need),
        isWholeWhereNeeded(field, figure)
      else {
        if field.isRequired { isComplete = false }
        continue
      }
      shape?.note(field.name) {
        $0.meaning = field.meaning
        $0.defaultFigure = field.isRequired ? nil : field.figure(of: set)
      }
      field.set(figure, in: &set)
    }
    return isComplete
  }

  private func isWholeWhereNeeded<Root>(_ field: Field<Root>, _ figure: Quantity) -> Bool {
    guard field.isWhole, let node = node(field.name) else { return true }
    return whole(field.name, node, figure.value) != nil
  }
}
