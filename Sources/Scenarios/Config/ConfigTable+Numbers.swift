// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension ConfigTable {
  /// A number of a key, plain or with its basis: `0.07` or
  /// `{ value = 0.07, basis = "published", source = "..." }`. A plain number is the planner's own estimate.
  ///
  /// - Parameters:
  ///   - key: The key, whose last part is the unit.
  ///   - unit: The unit that the figure gets; empty for a ratio.
  ///   - range: What is allowed for the value and for the ends of its band.
  ///   - need: Whether the key must be there.
  /// - Returns: nil when it is absent or wrong; the fault is in the log.
  func figure(_ key: String, unit: String, _ range: NumberRange, _ need: Need = .required) -> Quantity? {
    let example = NumberText.plain(range.contains(1) ? 1 : range.highest)
    guard let node = node(key, need, example: example) else { return nil }
    return figure(key, node, unit: unit, range)
  }

  /// A number of a value that was already looked at.
  func figure(_ key: String, _ node: ConfigNode, unit: String, _ range: NumberRange) -> Quantity? {
    if let value = probedQuantity(key, range, unit: unit, .plainOrTable) {
      return Quantity(value, unit: unit, basis: .estimated, source: Self.plannersSource)
    }
    guard node.entries != nil else {
      return checked(key, node, range).map {
        Quantity($0, unit: unit, basis: .estimated, source: Self.plannersSource)
      }
    }
    let table = subtable(key, node)
    let before = log.reports
    let value = table.part("value", range)
    let low = table.part("low", range)
    let high = table.part("high", range)
    let basis = table.choice("basis", Basis.self, .optional) ?? .estimated
    let source = table.text("source", .optional) ?? ""
    if let stated = table.text("unit", .optional), stated != unit, let node = table.node("unit") {
      let wanted = unit.isEmpty ? "it is a ratio, leave the unit out" : "it must be \(unit), as in the key"
      table.finding("unit", node, "is '\(stated)'", hint: wanted)
    }
    if table.node("value") == nil {
      finding(key, node, "has no value", hint: "write \(key) = { value = ..., source = \"...\" }")
    }
    if basis != .estimated, source.isEmpty {
      finding(
        key, node, "is called \(basis.rawValue) but names no source",
        hint: "add source = \"...\", or say basis = \"estimated\"")
    }
    guard let value, log.reports == before else { return nil }
    if let low, low > value {
      finding(key, node, "low \(NumberText.plain(low)) lies above value \(NumberText.plain(value))")
    }
    if let high, high < value {
      finding(key, node, "high \(NumberText.plain(high)) lies below value \(NumberText.plain(value))")
    }
    return Quantity(
      value, unit: unit, basis: basis, source: source.isEmpty ? Self.plannersSource : source, low: low,
      high: high)
  }

  /// A number of a figure: its value or an end of its band.
  private func part(_ key: String, _ range: NumberRange) -> Double? {
    node(key).flatMap { checked(key, $0, range) }
  }

  /// A number of a key without its basis, for keys that only a planner decides.
  func number(_ key: String, _ range: NumberRange, _ need: Need = .optional) -> Double? {
    figure(key, unit: "", range, need)?.value
  }

  /// A whole number of a key.
  func integer(_ key: String, _ range: NumberRange, _ need: Need = .optional) -> Int? {
    guard let value = number(key, range, need), let node = node(key) else { return nil }
    return whole(key, node, value)
  }

  /// A number as an integer; a fraction is a finding.
  func whole(_ key: String, _ node: ConfigNode, _ value: Double) -> Int? {
    shape?.note(key) { $0.forms = $0.forms.map(\.whole) }
    if let whole = Int(exactly: value) { return whole }
    finding(key, node, "must be a whole number, found \(value)")
    return nil
  }

  /// The number of a value after its checks.
  ///
  /// - Parameter isElement: Whether it is an element of the list of the key.
  func checked(_ key: String, _ node: ConfigNode, _ range: NumberRange, isElement: Bool = false) -> Double? {
    if let shape {
      shape.add(key, .number(range))
      return range.example
    }
    guard let value = node.number else {
      var hint = ""
      if let text = node.text {
        hint =
          Double(text) == nil
          ? node.numberHint ?? "" : "write it without quotes: " + (isElement ? text : "\(key) = \(text)")
      }
      finding(key, node, "must be a number, found \(node.kind)", hint: hint)
      return nil
    }
    guard value.isFinite else {
      finding(key, node, "must be a finite number, found \(value)")
      return nil
    }
    if range.isBetweenEnds(value), range.isTooSmall(value) {
      finding(key, node, "is \(value), which is too small to count", hint: range.cure(value))
      return nil
    }
    guard range.contains(value) else {
      let looksLikePercent = range.lowest == 0 && range.highest == 1 && value > 1 && value <= 100
      finding(
        key, node, "must be \(range.words), found \(NumberText.plain(value))",
        hint: looksLikePercent ? "write a ratio: \(value / 100) for \(NumberText.plain(value)) %" : "")
      return nil
    }
    return value
  }
}
