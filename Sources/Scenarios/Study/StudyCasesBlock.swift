// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Studies

/// `[[cases]]` and `[[stress]]`: cases that are written out.
struct StudyCasesBlock {
  var factors: StudyFactorsBlock
  var log: FindingLog

  /// Cases of `[[cases]]`.
  func cases(_ root: ConfigTable) -> [ListedCase] {
    root.tables("cases").map { table in
      var item = Self.named(table)
      let values = table.table("values")
      for key in values.keys {
        guard let node = values.node(key) else { continue }
        item.values[key] = value(key, node, in: values)
      }
      for factor in factors.factors {
        guard let value = item.values[factor.factor.name],
          let text = OverlayText.text(factor.factor, value)
        else { continue }
        if OverlayText.check(text, at: item.place, log: log) { item.overlays.append(text) }
      }
      item.overlays += Self.changes(table)
      return item
    }
  }

  /// Cases of `[[stress]]`.
  func stressTests(_ root: ConfigTable) -> [ListedCase] {
    let tables = root.probes("stress", by: "kind", Stress.Kind.self) ?? root.tables("stress")
    root.shape?.note("stress") { $0.isList = true }
    return tables.compactMap { table in
      var item = Self.named(table)
      guard let stress = Stress(table) else { return nil }
      item.stress = stress
      if item.label == item.id { item.label = stress.words }
      return item
    }
  }

  private static func named(_ table: ConfigTable) -> ListedCase {
    let name = table.text("name", .required, example: "\"no-cambrai\"") ?? ""
    let label = table.text("label") ?? ""
    return ListedCase(
      id: name, label: label.isEmpty ? name : label,
      place: StudyPlace(origin: table.origin, path: table.path))
  }

  private func value(_ key: String, _ node: ConfigNode, in table: ConfigTable) -> FactorValue? {
    let value = table.factorValue(key, node)
    guard let factor = factors.factors.first(where: { $0.factor.name == key })?.factor else {
      if !factors.names.contains(key) {
        let names = factors.factors.map(\.factor.name)
        let near = nearestName(to: key, among: names).map { "did you mean '\($0)'?" }
        table.finding(
          key, node, "is no factor of this study",
          hint: near
            ?? (names.isEmpty
              ? "declare it under [[factors]], or write changes"
              : "factors: \(names.joined(separator: ", "))"))
      }
      return nil
    }
    guard let value else { return nil }
    if factor.verb != .set, value.number == nil {
      table.finding(
        key, node, "must be a number, which the verb '\(factor.verb.rawValue)' needs, found \(node.kind)",
        hint: node.numberHint ?? "")
      return nil
    }
    return value
  }

  /// `changes` of a case or of the study: texts of the form that `--set` takes, in order.
  static func changes(_ table: ConfigTable) -> [String] {
    guard let node = table.node("changes") else { return [] }
    guard let nodes = table.list("changes", node) else {
      let hint = node.text.map { "write changes = [\(CanonicalTOML.quoted($0))]" } ?? ""
      table.finding(
        "changes", node, "must be a list of texts, found \(node.kind)",
        hint: hint.isEmpty ? "write changes = [\"cost.energy_eur_per_mwh*=2\"]" : hint)
      return []
    }
    return nodes.compactMap { element in
      guard let text = table.text("changes", element) else { return nil }
      let place = StudyPlace(origin: element.origin, path: table.path + ["changes"])
      return OverlayText.check(text, at: place, log: table.log) ? text : nil
    }
  }
}
