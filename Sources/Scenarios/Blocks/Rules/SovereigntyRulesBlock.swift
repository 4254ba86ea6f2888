// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities

/// `sovereignty.tiers` and `[[sovereignty.share]]`: tiers of sovereignty and shares of the GPUs by tier.
struct SovereigntyRulesBlock {
  /// The file of tiers, with the place that names it; nil for none.
  var tiersFile: LocatedText?
  /// The shares, tiers not yet read; nil where the scenario states neither tiers nor shares.
  var rules: SovereigntyRules?

  /// Keys that are no more, each with the share that means the same.
  private static let formerKeys = [
    (key: "eu_controlled_share_min", name: "eu-control", control: "yes", side: "min"),
    (key: "non_eu_owner_share_max", name: "non-eu-owner", control: "no", side: "max"),
    (key: "secnumcloud_class_share_min", name: "secnumcloud-class", control: "yes", side: "min"),
  ]

  init(_ table: ConfigTable) {
    for former in Self.formerKeys where !table.isProbe && table.entry(former.key) != nil {
      guard let node = table.node(former.key) else { continue }
      let share = node.number ?? node.entries?["value"]?.number ?? 0.5
      let text =
        "share = [{ name = \"\(former.name)\", where = \"eu_control = '\(former.control)'\", "
        + "\(former.side) = \(NumberText.plain(share)) }]"
      table.finding(
        former.key, node, "is a [[sovereignty.share]] now", hint: "write under [sovereignty]: \(text)")
    }
    if let node = table.node("tiers"), let path = table.text("tiers", node, .path) {
      tiersFile = LocatedText(text: path, node: node)
    }
    let entries = table.tables("share")
    ConfigTable.reportRepeatedNames(entries, what: "share")
    let shares = entries.compactMap(Self.share)
    if tiersFile != nil || !shares.isEmpty { rules = SovereigntyRules(shares: shares) }
  }

  private static func share(_ table: ConfigTable) -> SovereigntyRules.Share? {
    let before = table.log.reports
    let name = table.text("name", .required, example: "\"sensitive work\"")
    let tier = table.node("tier").flatMap { table.text("tier", $0) }
    let condition = table.condition("where")
    let terms = RuleTerms(table, penaltyUnit: "gpu")
    let least = table.limit("min", .share, penaltyUnit: "gpu", of: terms)
    let most = table.limit("max", .share, penaltyUnit: "gpu", of: terms)
    if let node = table.node("workload"), let workload = table.text("workload", node), workload != "all" {
      table.finding(
        "workload", node, "is '\(workload)', but demand is not distinguished by workload",
        hint: "write workload = \"all\", or leave it out: the share is of all GPUs in service")
    }
    if let node = table.node("tier"), table.node("where") != nil {
      table.finding("tier", node, "stands beside where", hint: "a share names a tier or a condition")
    }
    if table.node("tier") == nil, table.node("where") == nil {
      table.noteMissing("tier", hint: "or where = \"...\": a share names the sites that count")
    }
    if table.node("min") == nil, table.node("max") == nil {
      table.noteMissing("min", hint: "or max: for example min = { 2028 = 0.3 }")
    }
    guard table.log.reports == before, let name, least != nil || most != nil else { return nil }
    if let condition {
      return SovereigntyRules.Share(
        name: name, scope: .condition(condition), atLeast: least, atMost: most)
    }
    return tier.map {
      SovereigntyRules.Share(name: name, scope: .tier($0), atLeast: least, atMost: most)
    }
  }
}
