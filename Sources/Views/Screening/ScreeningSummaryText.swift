// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Results
import Sites

extension ScreeningReport {
  /// What `arpent screen` prints: counts, rules, ranking, how firmly the shortlist stands, and every excluded
  /// site with its rules.
  ///
  /// - Parameter width: Columns of the terminal; nil where the output is none.
  package func text(width: Int? = nil) -> String {
    let (kept, excluded) = (screening.keptRows.count, screening.excludedRows.count)
    var text = TextWidth.safe(name) + "\n\(table.count) sites: \(kept) kept, \(excluded) excluded\n"
    if !screening.parameters.rules.isEmpty { text += "\nRules\n" + rules.text(width: width) }
    if screening.ranking != nil {
      text += "\nKept sites by score\n" + ranked.text(width: width)
      text += weights(width: width)
    } else if kept > 0 {
      text += "\nKept sites, without scores\n" + unranked.text(width: width)
    }
    if excluded > 0 {
      text += "\nExcluded sites and every rule that excluded them\n" + exclusionTable.text(width: width)
    }
    return text
  }

  private var rules: TextTable {
    var lines = TextTable(columns: [
      .init("rule", shrinksTo: 16), .init("attribute", shrinksTo: 12), .init("limit", shrinksTo: 12),
      .init("no value"), .init("excludes", .right),
    ])
    for (index, rule) in screening.parameters.rules.enumerated() {
      lines.rows.append([
        rule.name, rule.attribute, rule.limit.words(unit: screening.ruleUnits[index]),
        screening.parameters.missingPolicy(of: rule) == .exclude ? "excludes" : "passes",
        "\(screening.excludedByRule[index])",
      ])
    }
    return lines
  }

  private var ranked: TextTable {
    guard let ranking = screening.ranking else { return TextTable(columns: []) }
    let top = screening.parameters.top
    var lines = TextTable(
      columns: [.init("rank", .right), .init("site", shrinksTo: 16), .init("score", .right)]
        + ranking.units.map { .init($0.name, .right, shrinksTo: 6) }
        + [.init("rank, 5-95 %", .right), .init("in top \(top)", .right)])
    for (row, place) in keptInOrder {
      guard let place, let interval = intervals?.sites[place] else { continue }
      lines.rows.append(
        ["\(ranking.ranks[place])", table.names[row], NumberText.grouped(ranking.totals[place], decimals: 3)]
          + ranking.unitScores.map { NumberText.grouped($0[place], decimals: 2) } + [
            "\(interval.low5)-\(interval.high95)", NumberText.percent(interval.topShare),
          ])
    }
    return lines
  }

  private var unranked: TextTable {
    TextTable(
      columns: [.init("id", shrinksTo: 16), .init("site", shrinksTo: 16)],
      rows: screening.keptRows.map { [screening.ids[$0], table.names[$0]] })
  }

  /// How far each weight can move, and what the rank acceptability is.
  private func weights(width: Int?) -> String {
    guard let stability, let intervals else { return "" }
    var lines = TextTable(columns: [
      .init("weight of", shrinksTo: 12), .init("now", .right), .init("from", .right), .init("to", .right),
      .init("below that", shrinksTo: 16), .init("above that", shrinksTo: 16),
    ])
    for range in stability.weights {
      let isInGroup = range.subject == .score && isGrouped(range.name)
      lines.rows.append([
        (isInGroup ? "  " : "") + range.name + (range.subject == .group ? " (group)" : ""),
        Self.short(range.weight), range.isAny ? "any" : Self.short(range.low),
        range.isAny ? "" : range.high.map(Self.short) ?? "inf", Self.change(range.below),
        Self.change(range.above),
      ])
    }
    return "\nThe top \(stability.members.count) stay the same while one weight, the others as they are, is\n"
      + lines.text(width: width)
      + "Rank, 5-95 %: under \(NumberText.grouped(intervals.samples)) random weightings (seed \(intervals.seed))\n"
  }

  private func isGrouped(_ score: String) -> Bool {
    screening.parameters.scores.contains { $0.name == score && $0.group != nil }
  }

  private var exclusionTable: TextTable {
    var lines = TextTable(columns: [
      .init("site", shrinksTo: 16), .init("rule", shrinksTo: 12), .init("value", shrinksTo: 12),
      .init("limit", shrinksTo: 12),
    ])
    for row in screening.excludedRows {
      for (number, exclusion) in screening.exclusionsBySite[row].enumerated() {
        lines.rows.append([
          number == 0 ? table.names[row] : "", exclusion.rule,
          exclusion.valueText + Self.mark(exclusion.value),
          exclusion.limit,
        ])
      }
    }
    return lines
  }

  /// What a value rests on, as in the table of sites.
  static func mark(_ value: SiteValue) -> String {
    switch value.basis {
    case .published, nil: ""
    case .derived: "*"
    case .estimated: "?"
    }
  }

  /// A weight for people, at most three decimals.
  static func short(_ value: Double) -> String {
    let rounded = value.rounded(decimals: 3)
    return rounded == 0 && value > 0 ? "0.001" : NumberText.shortest(rounded) ?? "-"
  }

  /// Who comes and who goes.
  static func change(_ change: WeightRange.Exchange?) -> String {
    guard let change else { return "" }
    return "+" + change.enters.joined(separator: " +") + " -" + change.leaves.joined(separator: " -")
  }
}
