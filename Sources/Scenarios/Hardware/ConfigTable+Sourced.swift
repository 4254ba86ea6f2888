// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension ConfigTable {
  /// Reads the figures of a set as a hardware file states them, never plain. Units and ranges are checked
  /// with the product as a whole.
  ///
  /// - Returns: Whether every figure that is needed is there.
  @discardableResult
  func readSourced<Root>(_ fields: [Field<Root>], into set: inout Root) -> Bool {
    var isComplete = true
    for field in fields {
      if let figure = sourced(field) {
        field.set(figure, in: &set)
      } else if field.isRequired {
        isComplete = false
      }
    }
    return isComplete
  }

  /// A number of the hardware catalogue, which is never plain: `{ value, unit, basis, source }`, with `low`
  /// and `high` where sources differ. Units and ranges are checked by the product itself.
  private func sourced<Root>(_ field: Field<Root>) -> Quantity? {
    let key = field.name
    let form = "{ value = ..., unit = \"...\", basis = \"published\", source = \"https://...\" }"
    guard let node = node(key, field.isRequired ? .required : .optional, example: form) else { return nil }
    if let value = probedQuantity(key, field.range, unit: field.unit, .table) {
      shape?.note(key) {
        $0.meaning = field.meaning
        if field.isWhole { $0.forms = $0.forms.map(\.whole) }
      }
      return Quantity(value, unit: field.unit, basis: .estimated, source: Self.plannersSource)
    }
    guard node.entries != nil else {
      if node.number != nil {
        finding(key, node, "is a number without a source", hint: "write \(key) = \(form)")
      } else {
        finding(
          key, node, "must be a number with its source, found \(node.kind)", hint: "write \(key) = \(form)")
      }
      return nil
    }
    let table = subtable(key, node)
    let value = table.node("value", .required, example: "72").flatMap { table.checked("value", $0, .any) }
    let basis = table.choice("basis", Basis.self, .required)
    let source = table.text("source", .required, example: "\"https://...\"")
    let unit = table.text("unit")
    let low = table.node("low").flatMap { table.checked("low", $0, .any) }
    let high = table.node("high").flatMap { table.checked("high", $0, .any) }
    guard let value else { return nil }
    // A missing basis or source is in the log already; the other checks go on with what is there.
    return Quantity(
      value, unit: unit ?? "", basis: basis ?? .estimated, source: source ?? Self.plannersSource, low: low,
      high: high)
  }
}
