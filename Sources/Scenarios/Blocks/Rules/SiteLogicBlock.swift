// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities

/// `[[logic]]`, and `sites_min`, `per_departement_max` and `min_distance_km` of `[limits]`.
struct SiteLogicBlock {
  /// What the scenario states; nil for nothing.
  var logic: SiteLogic?

  private static let kinds = ["at_least", "at_most", "exclusive", "requires"]
  private static let count = NumberRange.from(1, to: 100_000)

  init(_ root: ConfigTable, limits: ConfigTable) {
    let entries = root.tables("logic")
    ConfigTable.reportRepeatedNames(entries, what: "statement")
    var read = SiteLogic()
    for (place, entry) in entries.enumerated() {
      if let statement = Self.statement(entry, number: place + 1) { read.statements.append(statement) }
    }
    read.sitesMin = Self.whole("sites_min", .upTo(100_000), limits)
    read.perDepartementMax = Self.whole("per_departement_max", .upTo(100_000), limits)
    read.minDistanceKm = limits.number("min_distance_km", .positive(upTo: 2_000))
    if read != SiteLogic() { logic = read }
  }

  /// A limit in sites; fractions are findings.
  private static func whole(_ key: String, _ range: NumberRange, _ table: ConfigTable) -> YearlyLimit? {
    guard let limit = table.limit(key, range, penaltyUnit: "site", isWhole: true), let node = table.node(key)
    else {
      return nil
    }
    for value in [limit.value].compactMap({ $0 }) + limit.byYear.sorted(by: { $0.key < $1.key }).map(\.value)
    where value != value.rounded() {
      table.finding(key, node, "must be a whole number, found \(NumberText.plain(value))")
      return nil
    }
    return limit
  }

  private static func statement(_ table: ConfigTable, number: Int) -> SiteLogic.Statement? {
    let before = table.log.reports
    let name = table.node("name").flatMap { table.text("name", $0) }
    let terms = RuleTerms(table, penaltyUnit: "site")
    let stated = kinds.filter { table.node($0) != nil }
    if stated.isEmpty {
      table.noteMissing("exclusive", hint: "or another of \(kinds.joined(separator: ", "))")
    }
    for other in stated.dropFirst() {
      guard let node = table.node(other) else { continue }
      table.finding(other, node, "stands beside \(stated[0])", hint: "state each under its own [[logic]]")
    }
    if table.isProbe { for key in stated { _ = kind(key, table) } }
    guard let first = stated.first, let kind = kind(first, table), table.log.reports == before else {
      return nil
    }
    return SiteLogic.Statement(
      name: name ?? "\(first) \(number)", kind: kind, penaltyEURPerSite: terms.penaltyEURPerUnit,
      source: terms.source ?? ConfigTable.plannersSource)
  }

  private static func kind(_ key: String, _ table: ConfigTable) -> SiteLogic.Statement.Kind? {
    switch key {
    case "exclusive":
      let ids = table.texts(key, mayBeEmpty: false).map(\.text)
      if ids.count == 1, let node = table.node(key) {
        table.finding(key, node, "names one site", hint: "name two or more, of which one may open")
      }
      return ids.count > 1 ? .exclusive(ids) : nil
    case "requires":
      let pair = table.table(key, .optional)
      let site = pair.text("site", .required, example: "\"a\"")
      let needs = pair.text("needs", .required, example: "\"b\"")
      if let site, site == needs, let node = pair.node("needs") {
        pair.finding("needs", node, "is the site itself", hint: "name another site")
      }
      guard let site, let needs else { return nil }
      return .requires(site: site, needs: needs)
    default:
      let counted = table.table(key, .optional)
      let range = key == "at_most" ? NumberRange.upTo(100_000) : count
      let n = counted.integer("n", range, .required)
      let ids = counted.texts("of", .required, example: "[\"a\", \"b\"]").map(\.text)
      guard let n, !ids.isEmpty else { return nil }
      return key == "at_most" ? .atMost(n, of: ids) : .atLeast(n, of: ids)
    }
  }
}
