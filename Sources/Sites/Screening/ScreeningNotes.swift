// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What a planner should know about rules and scores that do less, or more, than they seem to.
struct ScreeningNotes {
  var table: SiteTable
  var parameters: ScreeningParameters
  var exclusions: [[ScreeningExclusion]]
  var keptRows: [Int]
  var ranking: ScreeningRanking?

  /// Every note, rules first, in order of their names.
  var all: [Finding] {
    var excluded: [String: Int] = [:]
    for exclusion in exclusions.joined() where !exclusion.isOfPlan {
      excluded[exclusion.rule, default: 0] += 1
    }
    var notes = parameters.rules.compactMap { note(on: $0, excluded: excluded[$0.name] ?? 0) }
    for rule in parameters.rules {
      notes += rule.limit.texts.compactMap { text in
        SiteCondition.unknownText(text, of: rule.attribute, in: table).map {
          Finding(.warning, at: rule.place, "rule '\(rule.name)': \($0)")
        }
      }
    }
    if keptRows.isEmpty, table.count > 0 {
      notes.append(
        Finding(
          .warning, at: Finding.Place(),
          "no site is kept: every one of the \(table.count) breaks at least one rule"))
    }
    if let ranking {
      notes += ranking.criteria.indices.compactMap { note(on: $0, in: ranking) }
      if parameters.top >= keptRows.count {
        notes.append(
          Finding(
            .note, at: Finding.Place(),
            "the shortlist of \(parameters.top) holds all \(keptRows.count) kept sites, so no weight can change it"
          ))
      }
    }
    return notes
  }

  private func note(on rule: ScreeningRule, excluded: Int) -> Finding? {
    let column = table.column(rule.attribute)
    if let column, column.values.allSatisfy(\.isMissing) {
      let effect =
        excluded > 0 ? "every site is excluded because none has a value of it" : "the rule excludes no site"
      return Finding(
        .warning, at: rule.place,
        "rule '\(rule.name)': no site has a value of '\(rule.attribute)'; \(effect)")
    }
    let bounds = column?.values.filter { $0.isUpperBound && isBeyond(rule.limit, $0) }.count ?? 0
    if bounds > 0 {
      return Finding(
        .warning, at: rule.place,
        "rule '\(rule.name)': at \(bounds) site\(bounds == 1 ? "" : "s") '\(rule.attribute)' is only an upper bound, which excludes no site"
      )
    }
    if excluded == 0 {
      return Finding(.note, at: rule.place, "rule '\(rule.name)' excludes no site")
    }
    if excluded == table.count {
      return Finding(.warning, at: rule.place, "rule '\(rule.name)' excludes every site")
    }
    return nil
  }

  private func isBeyond(_ limit: ScreeningLimit, _ value: SiteValue) -> Bool {
    value.number.map { !limit.admits(.number($0)) && !limit.excludesAll(upTo: $0) } ?? false
  }

  private func note(on index: Int, in ranking: ScreeningRanking) -> Finding? {
    let score = ranking.criteria[index]
    let missing = ranking.isAssumed[index].count(where: { $0 })
    let given = ScreeningText.number(score.missing)
    if missing == keptRows.count {
      return Finding(
        .warning, at: score.place,
        "score '\(score.name)': no kept site has a value of '\(score.attribute)'; all get \(given)")
    }
    if missing > 0 {
      return Finding(
        .note, at: score.place,
        "score '\(score.name)': \(missing) of \(keptRows.count) kept sites have no '\(score.attribute)' and get \(given)"
      )
    }
    if keptRows.count > 1, let first = ranking.scores[index].first,
      ranking.scores[index].allSatisfy({ $0 == first })
    {
      return Finding(
        .note, at: score.place, "score '\(score.name)' is the same at every kept site and distinguishes none"
      )
    }
    return nil
  }
}
