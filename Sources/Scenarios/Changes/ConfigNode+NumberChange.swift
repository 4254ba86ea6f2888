// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension ConfigNode {
  /// This number, figure, table of numbers by year, or list of numbers after a change.
  ///
  /// - Returns: nil for anything else.
  func changed(by change: NumberChange, origin: ConfigOrigin) -> ConfigNode? {
    if isFigure { return changedFigure(change, origin) }
    switch content {
    case .integer, .number: return changedNumber(change, origin)
    case .table(let entries):
      guard !entries.isEmpty, entries.keys.allSatisfy({ Int($0) != nil }) else { return nil }
      var changed: [String: ConfigNode] = [:]
      for (year, node) in entries {
        guard node.number != nil || node.isFigure else { return nil }
        guard let new = node.changed(by: change, origin: origin) else { return nil }
        changed[year] = new
      }
      return ConfigNode(.table(changed), origin: self.origin)
    case .array(let nodes):
      var changed: [ConfigNode] = []
      for node in nodes {
        guard let new = node.changedNumber(change, origin) else { return nil }
        changed.append(new)
      }
      return nodes.isEmpty ? nil : ConfigNode(.array(changed), origin: origin)
    case .text, .boolean, .date: return nil
    }
  }

  /// A whole number stays whole where the result is one but for the last digits of the arithmetic.
  private func changedNumber(_ change: NumberChange, _ origin: ConfigOrigin) -> ConfigNode? {
    guard let value = number else { return nil }
    if change.changesNothing { return self }
    let result = change.result(value)
    let whole = result.rounded()
    if case .integer = content, abs(whole) < 1e15, abs(result - whole) <= 1e-14 * abs(whole) {
      return ConfigNode(.integer(Int(whole)), origin: origin)
    }
    return ConfigNode(.number(result), origin: origin)
  }

  /// The band goes along with the value; what was published is not any more.
  private func changedFigure(_ change: NumberChange, _ origin: ConfigOrigin) -> ConfigNode? {
    guard var entries else { return nil }
    for key in ["value", "low", "high"] {
      guard let node = entries[key] else { continue }
      guard let new = node.changedNumber(change, origin) else { return nil }
      entries[key] = new
    }
    if change.changesNothing { return self }
    if case .times(let factor) = change, factor < 0 {
      (entries["low"], entries["high"]) = (entries["high"], entries["low"])
    }
    if let basis = entries["basis"] {
      entries["basis"] = ConfigNode(.text("estimated"), origin: basis.origin)
    }
    if entries["basis"] != nil || entries["source"] != nil {
      let old = entries["source"]?.text ?? ConfigTable.plannersSource
      entries["source"] = ConfigNode(.text(change.source(after: old)), origin: origin)
    }
    return ConfigNode(.table(entries), origin: origin)
  }
}
