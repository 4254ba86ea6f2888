// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Sites held against a planner's rules and scores: which are kept, which are excluded and by which rules,
/// and how the kept ones rank. A function of the table and the parameters alone; the order of sites, rules
/// and scores never matters.
package struct Screening: Sendable, Equatable {
  /// The parameters, rules and scores in order of their names.
  package let parameters: ScreeningParameters
  /// Identifiers of all sites, ascending.
  package let ids: [String]
  /// Rules that excluded each site, in order of their names; none for a site that is kept. In the order of
  /// `ids`.
  package let exclusionsBySite: [[ScreeningExclusion]]
  /// Units of the attributes that the rules look at, in the order of the rules.
  package let ruleUnits: [String]
  /// Scores and rank of the kept sites; nil where no score is asked for or no site is kept.
  package let ranking: ScreeningRanking?
  /// What the planner should know, rules first.
  package let notes: [Finding]

  /// Screens the sites of a table.
  ///
  /// - Parameters:
  ///   - table: Sites with their attributes.
  ///   - parameters: Rules and scores.
  ///   - excluded: Why every plan of the scenario excludes sites, beside what the rules of the screening
  ///     exclude.
  /// - Throws: `InputFailure` with every unknown attribute, every limit of the wrong kind and every parameter
  ///   out of range.
  package init(
    table: SiteTable, parameters: ScreeningParameters, excluded: [SiteExclusion] = []
  ) throws(InputFailure) {
    let parameters = parameters.inOrder
    let faults = ScreeningChecks(table: table, parameters: parameters).faults()
    if !faults.isEmpty { throw InputFailure(findings: faults) }
    self.parameters = parameters
    ids = table.ids
    ruleUnits = parameters.rules.map { table.column($0.attribute)?.unit ?? "" }
    var found = [[ScreeningExclusion]](repeating: [], count: table.count)
    for rule in parameters.rules { Self.apply(rule, parameters: parameters, table: table, to: &found) }
    for exclusion in excluded {
      if let row = table.row(of: exclusion.siteID) { found[row].append(ScreeningExclusion(exclusion)) }
    }
    exclusionsBySite = found
    let kept = found.indices.filter { found[$0].isEmpty }
    ranking =
      kept.isEmpty || parameters.scores.isEmpty
      ? nil : ScreeningRanking(table: table, rows: kept, parameters: parameters)
    notes =
      ScreeningNotes(
        table: table, parameters: parameters, exclusions: found, keptRows: kept, ranking: ranking
      ).all
  }

  /// Every attribute that a rule or score names and that no site has, or that holds texts where numbers are
  /// wanted or the reverse. For parameters that have other faults already; `init` finds these too.
  package static func attributeFaults(table: SiteTable, parameters: ScreeningParameters) -> [Finding] {
    ScreeningChecks(table: table, parameters: parameters.inOrder).attributeFaults()
  }

  /// Rows of the kept sites, ascending.
  package var keptRows: [Int] { exclusionsBySite.indices.filter { exclusionsBySite[$0].isEmpty } }

  /// Rows of the excluded sites, ascending.
  package var excludedRows: [Int] { exclusionsBySite.indices.filter { !exclusionsBySite[$0].isEmpty } }

  /// Number of sites that each rule excluded, in the order of the rules.
  package var excludedByRule: [Int] {
    var counts: [String: Int] = [:]
    for exclusion in exclusionsBySite.joined() where !exclusion.isOfPlan {
      counts[exclusion.rule, default: 0] += 1
    }
    return parameters.rules.map { counts[$0.name] ?? 0 }
  }

  /// The exclusions as reasons why a site is no candidate of a plan.
  package var exclusions: [SiteExclusion] {
    exclusionsBySite.indices.flatMap { row in
      exclusionsBySite[row].filter { !$0.isOfPlan }.map { $0.exclusion(siteID: ids[row]) }
    }
  }

  /// Holds one rule against every site.
  private static func apply(
    _ rule: ScreeningRule, parameters: ScreeningParameters, table: SiteTable,
    to exclusions: inout [[ScreeningExclusion]]
  ) {
    guard let column = table.column(rule.attribute) else { return }
    let limit = rule.limit.words(unit: column.unit)
    let wantsNumber = rule.limit.asksForNumbers
    let excludesMissing = parameters.missingPolicy(of: rule) == .exclude
    for row in column.values.indices {
      let value = column.values[row]
      var candidate: ScreeningLimit.Value?
      if wantsNumber {
        if let number = value.number, number.isFinite { candidate = .number(number) }
      } else if let text = value.text {
        candidate = .text(text)
      }
      // Beyond the limit the true value may still keep it.
      if value.isUpperBound, case .number(let number) = candidate, !rule.limit.excludesAll(upTo: number) {
        continue
      }
      let isExcluded = candidate.map { !rule.limit.admits($0) } ?? excludesMissing
      guard isExcluded else { continue }
      exclusions[row].append(
        ScreeningExclusion(
          rule: rule.name, attribute: rule.attribute, value: value, unit: column.unit, limit: limit,
          limitSource: rule.source, isMissing: candidate == nil))
    }
  }
}
