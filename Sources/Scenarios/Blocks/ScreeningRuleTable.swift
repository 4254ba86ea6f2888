// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// One `[[screening.rule]]`.
struct ScreeningRuleTable {
  private static let limits = ["max", "min", "equals", "one_of", "not_one_of"]
  private static let any = NumberRange.measured

  private let table: ConfigTable

  init(_ table: ConfigTable) { self.table = table }

  /// The rule; nil where something needed is missing or wrong.
  func rule() -> ScreeningRule? {
    let before = table.log.reports
    let attribute = table.text("attribute", .required, example: "\"substation_225_km\"")
    let name = table.node("name").flatMap { table.text("name", $0) }
    let missing = table.choice("missing", ScreeningRule.MissingPolicy.self)
    let source = table.text("source") ?? ""
    let limit = limit()
    guard let attribute, let node = table.node("attribute"), table.log.reports == before, !limit.isEmpty
    else {
      return nil
    }
    return ScreeningRule(
      name: name ?? attribute, attribute: attribute, limit: limit, missing: missing, source: source,
      place: ConfigTable.place(of: node))
  }

  private func limit() -> ScreeningLimit {
    let limit = ScreeningLimit(
      min: table.number("min", Self.any), max: table.number("max", Self.any), equals: value("equals"),
      oneOf: values("one_of"), notOneOf: values("not_one_of"))
    let hasUnits = table.reportUnits(in: ["max", "min"])
    if !hasUnits, Self.limits.allSatisfy({ table.node($0) == nil }) {
      table.noteMissing(
        "max", hint: "or another of \(Self.limits.dropFirst().joined(separator: ", ")): a rule needs a limit")
    }
    if let low = limit.min, let high = limit.max, low > high, let node = table.node("min") {
      table.finding(
        "min", node, "\(NumberText.plain(low)) lies above max, \(NumberText.plain(high))",
        hint: "no value can meet both")
    }
    reportContradictions(limit)
    return limit
  }

  /// Keys that say the same thing twice, or cannot both be met.
  private func reportContradictions(_ limit: ScreeningLimit) {
    func report(_ key: String, beside others: [String], _ hint: String) {
      guard let node = table.node(key), let other = others.first(where: { table.node($0) != nil }) else {
        return
      }
      table.finding(key, node, "stands beside \(other)", hint: hint)
    }
    report(
      "equals", beside: ["one_of", "not_one_of", "min", "max"], "equals says it all: leave the other out")
    report("one_of", beside: ["not_one_of", "min", "max"], "one_of says it all: leave the other out")
    if limit.min != nil || limit.max != nil, case .text = limit.notOneOf.first,
      let node = table.node("not_one_of")
    {
      table.finding(
        "not_one_of", node, "holds texts beside min or max", hint: "a value is a number or a text")
    }
  }

  /// A number or a text to compare with.
  private func value(_ key: String) -> ScreeningLimit.Value? {
    guard let node = table.node(key) else { return nil }
    return value(key, node)
  }

  private func value(_ key: String, _ node: ConfigNode) -> ScreeningLimit.Value? {
    table.shape?.add(key, .text(.any))
    table.shape?.add(key, .number(Self.any))
    if let text = node.text { return .text(text) }
    if node.number != nil { return table.checked(key, node, Self.any).map { .number($0) } }
    table.finding(key, node, "must be a number or a text in quotes, found \(node.kind)")
    return nil
  }

  /// A list of numbers or of texts, each at most once.
  private func values(_ key: String) -> [ScreeningLimit.Value] {
    guard let node = table.node(key) else { return [] }
    table.shape?.note(key) { ($0.isNeverEmpty, $0.isUnique) = (true, true) }
    guard let nodes = table.list(key, node) else {
      let example = node.text.map(CanonicalTOML.quoted) ?? node.number.map(NumberText.plain)
      table.finding(
        key, node, "must be a list of numbers or texts, found \(node.kind)",
        hint: example.map { "write \(key) = [\($0)]" } ?? "")
      return []
    }
    if nodes.isEmpty { table.finding(key, node, "must not be an empty list") }
    var found: [ScreeningLimit.Value] = []
    for element in nodes {
      guard let value = value(key, element) else { continue }
      if found.contains(value) { table.finding(key, element, "stands twice in the list") }
      if let first = found.first, Self.isText(first) != Self.isText(value) {
        table.finding(key, element, "mixes numbers and texts", hint: "a value is a number or a text")
      }
      found.append(value)
    }
    return found
  }

  private static func isText(_ value: ScreeningLimit.Value) -> Bool {
    if case .text = value { true } else { false }
  }
}
