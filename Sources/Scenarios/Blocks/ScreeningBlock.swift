// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// `[screening]`: hard rules that exclude sites, scores that rank the others, and how the rank is tested.
struct ScreeningBlock {
  /// What the block says; nil where it is not written.
  var parameters: ScreeningParameters?
  /// Groups whose weights are stated, with their places.
  var weightedGroups: [LocatedText] = []
  /// Groups that scores name, also those of scores that have faults.
  var scoredGroups: Set<String> = []

  init(_ table: ConfigTable) {
    let defaults = ScreeningParameters()
    var read = ScreeningParameters(
      missing: table.choice("missing", ScreeningRule.MissingPolicy.self) ?? defaults.missing,
      top: table.integer("top", .from(1, to: 1_000_000)) ?? defaults.top,
      samples: table.integer("samples", .from(1, to: 100_000)) ?? defaults.samples,
      seed: table.integer("seed", .upTo(2_147_483_647)).map { UInt64($0) } ?? defaults.seed)
    let rules = table.tables("rule")
    read.rules = rules.compactMap { ScreeningRuleTable($0).rule() }
    Self.reportRepeated(rules, what: "rule")
    let scores = table.tables("score")
    read.scores = scores.compactMap { ScreeningScoreTable($0).score() }
    Self.reportRepeated(scores, what: "score")
    scoredGroups = Set(scores.compactMap { $0.entry("group")?.text })
    let groups = table.table("groups")
    for group in groups.keys {
      guard let node = groups.node(group) else { continue }
      weightedGroups.append(LocatedText(text: group, node: node))
      read.groupWeights[group] = groups.number(group, ScreeningScoreTable.weights)
    }
    parameters = table.isPresent ? read : nil
  }

  /// Results tell rules and scores apart by their names, which are their attributes where none are given.
  private static func reportRepeated(_ tables: [ConfigTable], what: String) {
    var seen: Set<String> = []
    for table in tables {
      let key = table.entry("name")?.text == nil ? "attribute" : "name"
      guard let node = table.entry(key), let name = node.text, !seen.insert(name).inserted else { continue }
      table.finding(
        key, node, "another \(what) is called '\(name)' already", hint: "give each a name of its own")
    }
  }
}

extension ConfigTable {
  /// Reports keys such as `max_km`, which look like a limit in a unit: what screening compares with is in the
  /// unit of the attribute.
  ///
  /// - Returns: Whether there was any.
  @discardableResult
  func reportUnits(in keys: [String]) -> Bool {
    var isReported = false
    for written in self.keys {
      guard let key = keys.first(where: { written.hasPrefix($0 + "_") }), !keys.contains(written),
        let node = node(written)
      else { continue }
      finding(
        written, node, "names a unit, but '\(key)' is in the unit of the attribute", hint: "write '\(key)'")
      isReported = true
    }
    return isReported
  }

  /// Where a value stands.
  static func place(of node: ConfigNode) -> Finding.Place {
    let position = node.origin.position
    return Finding.Place(node.origin.file, line: position?.line, column: position?.column)
  }
}
