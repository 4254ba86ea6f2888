// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import PlanningModel
import Quantities
import Sites

extension RuleKind {
  /// IT power with a user for its heat.
  static let heatReuse = RuleKind("heat_reuse", "IT power with a user for its heat")
}

/// Share of the IT power that must stand on sites with a user for its heat. Who has one, the planner says: by
/// an attribute of the sites or by name. Nothing in the data pack tells.
package struct HeatReuseRules: RuleFamily, Equatable, Codable {
  /// Smallest share of the provisioned IT power in service, between 0 and 1.
  package var shareMin: YearlyLimit?
  /// Site attribute that tells who has a user.
  package var attribute: String?
  /// Text that the attribute has where there is a user.
  package var text: String?
  /// Number that the attribute has where there is a user.
  package var number: Double?
  /// Smallest number that counts.
  package var atLeast: Double?
  /// Largest number that counts.
  package var atMost: Double?
  /// Sites with a user, by identifier, beside those the attribute tells.
  package var siteIDs: [String] = []

  package static let kinds: [RuleKind] = [.heatReuse]

  /// No rule.
  package init() {}

  /// One rule a year: MW on sites with a user, at least a share of all.
  package func linearRules(in context: inout RuleContext) -> [LinearRule] {
    guard let limit = shareMin else { return [] }
    guard let sites = sites(&context) else { return [] }
    let problem = context.problem
    var rules: [LinearRule] = []
    for (year, calendar, share) in context.limits(limit) where share > 0 {
      rules.append(
        LinearRule(
          .heatReuse, limit, at: ["heat_reuse", "share_min"], .share, year: calendar, unit: "MW",
          terms: problem.blocks(on: sites, year: year) { _, sku in problem.blocks[sku].itMW },
          reference: problem.national(year: year) { $0.itMW }, atLeast: share))
    }
    if sites.isEmpty, !rules.isEmpty, limit.penaltyEURPerUnit == nil {
      context.finding("heat_reuse: no candidate has a user for its heat; check the attribute and its value")
      return []
    }
    return rules
  }

  /// Candidates with a user; nil where what is stated makes no sense.
  private func sites(_ context: inout RuleContext) -> [Int]? {
    let table = context.table
    var isSound = true
    for id in siteIDs where !context.isKnown(id, among: table.ids, key: "heat_reuse.sites", what: "site") {
      isSound = false
    }
    if let attribute {
      let columns = table.columns.map(\.name)
      if !context.isKnown(attribute, among: columns, key: "heat_reuse.attribute", what: "site attribute") {
        isSound = false
      }
    }
    guard isSound else { return nil }
    var found: [Int] = []
    for (index, site) in context.problem.sites.enumerated() {
      let row = context.row(ofSite: index)
      if siteIDs.contains(site.id) || hasUser(row: row, in: table) { found.append(index) }
    }
    return found
  }

  private func hasUser(row: Int, in table: SiteTable) -> Bool {
    guard let attribute else { return false }
    let value = table.value(attribute, row: row)
    if let text { return value.text == text }
    guard let found = value.number else { return false }
    if let number { return found == number }
    if let atLeast, found < atLeast { return false }
    if let atMost, found > atMost { return false }
    return atLeast != nil || atMost != nil
  }
}
