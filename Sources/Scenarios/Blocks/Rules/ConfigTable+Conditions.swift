// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities
import Sites

extension ConfigTable {
  /// A condition on site attributes; nil when it is absent or cannot be read.
  func condition(_ key: String, _ need: Need = .optional) -> SiteCondition? {
    guard let text = text(key, need, example: "\"status = 'candidate' and area_ha >= 10\"", .condition),
      let node = node(key)
    else { return nil }
    do {
      return try SiteCondition(text)
    } catch {
      let upTo = text.unicodeScalars.prefix(error.column - 1).suffix(24)
      let place = error.column == 1 ? "at its beginning" : "after '\(String(String.UnicodeScalarView(upTo)))'"
      finding(key, node, "\(error.message), \(place) (character \(error.column))", hint: error.hint)
      return nil
    }
  }

  /// The tables of a list, each under its own `[[key]]`; empty when it is absent or something else.
  func tables(_ key: String) -> [ConfigTable] {
    let nodes = elements(key)
    return nodes.enumerated().map { subtable(key, $1, number: $0 + 1) }
  }

  /// The elements of a list of tables, each under its own `[[key]]`; empty when it is absent or something
  /// else.
  func elements(_ key: String) -> [ConfigNode] {
    guard let node = node(key) else { return [] }
    guard let nodes = list(key, node), nodes.allSatisfy({ $0.entries != nil }) else {
      finding(
        key, node, "must be a list of tables, found \(node.kind)",
        hint: "write each under its own [[\(ConfigPath.text(path + [key]))]]")
      return []
    }
    return nodes
  }

  /// Reports every name that another table of a list has already.
  static func reportRepeatedNames(_ tables: [ConfigTable], what: String) {
    var seen: Set<String> = []
    for table in tables {
      guard let node = table.entry("name"), let name = node.text, !seen.insert(name).inserted else {
        continue
      }
      table.finding(
        "name", node, "another \(what) is called '\(name)' already", hint: "give each a name of its own")
    }
  }

  /// A limit of a rule, with the price and the source that stand beside it where it has none of its own.
  func limit(_ key: String, _ range: NumberRange, penaltyUnit unit: String, of rule: RuleTerms)
    -> YearlyLimit?
  {
    guard var limit = limit(key, range, penaltyUnit: unit) else { return nil }
    if limit.penaltyEURPerUnit == nil { limit.penaltyEURPerUnit = rule.penaltyEURPerUnit }
    if limit.source == Self.plannersSource, let source = rule.source { limit.source = source }
    return limit
  }
}

/// What a rule says for both of its limits.
struct RuleTerms {
  /// Price of a violation, in EUR a unit; nil for a hard rule.
  var penaltyEURPerUnit: Double?
  /// Where the rule comes from; nil where it does not say.
  var source: String?

  /// - Parameter unit: Unit in the name of the penalty's key.
  init(_ table: ConfigTable, penaltyUnit unit: String) {
    penaltyEURPerUnit = table.number("penalty_eur_per_\(unit)", .upTo(1e13))
    source = table.text("source")
  }
}
