// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities

/// `[heat_reuse]`: the share of the IT power that stands where somebody uses its heat.
struct HeatReuseBlock {
  /// What is stated; nil for nothing.
  var rules: HeatReuseRules?

  init(_ table: ConfigTable) {
    guard table.isPresent else {
      rules = nil
      return
    }
    var rules = HeatReuseRules()
    _ = table.node("share_min", .required, example: "{ 2028 = 0.2 }")
    rules.shareMin = table.limit("share_min", .share, penaltyUnit: "mw")
    rules.attribute = table.text("attribute", example: "\"heat_user\"")
    rules.siteIDs = table.texts("sites").map(\.text)
    let numbers = NumberRange.from(-1e12, to: 1e12)
    if let node = table.node("value") {
      table.shape?.add("value", .text(.any))
      if let text = node.text {
        rules.text = text
      } else {
        rules.number = table.checked("value", node, numbers)
      }
    }
    rules.atLeast = table.number("at_least", numbers)
    rules.atMost = table.number("at_most", numbers)
    Self.check(table, rules)
    self.rules = rules
  }

  /// Whether the planner says who has a user for the heat, in one way.
  private static func check(_ table: ConfigTable, _ rules: HeatReuseRules) {
    let states = ["value", "at_least", "at_most"].filter { table.entry($0) != nil }
    if let node = table.entry("attribute"), states.isEmpty {
      table.finding(
        "attribute", node, "names an attribute but not which of its values tell of a user",
        hint: "add value = \"yes\", at_least = ... or at_most = ...")
    }
    if let first = states.first, let node = table.entry(first), table.entry("attribute") == nil {
      table.finding(first, node, "belongs to no attribute", hint: "add attribute = \"heat_user\"")
    }
    if let node = table.entry("value"), states.count > 1 {
      table.finding("value", node, "stands beside \(states[1])", hint: "use one or the other")
    }
    if table.entry("attribute") == nil, table.entry("sites") == nil, let node = table.entry("share_min") {
      table.finding(
        "share_min", node, "does not say which sites have a user for their heat",
        hint: "add attribute = \"heat_user\" with value = \"yes\", or sites = [\"...\"]")
    }
  }
}
