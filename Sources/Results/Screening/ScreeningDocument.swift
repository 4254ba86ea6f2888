// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities
import Sites

extension ScreeningReport {
  /// Version of the layout of `screening.json`.
  static let documentSchema = 1

  /// `screening.json`: everything about the screening, for programs.
  package var json: String {
    let parameters = screening.parameters
    return JSONWriter.text([
      "schema": .integer(Self.documentSchema),
      "scenario": .string(name),
      "sites": .integer(table.count),
      "kept": .integer(screening.keptRows.count),
      "excluded": .integer(screening.excludedRows.count),
      "rules": .array(
        zip(parameters.rules, zip(screening.ruleUnits, screening.excludedByRule)).map { rule, found in
          [
            "name": .string(rule.name), "attribute": .string(rule.attribute), "unit": .string(found.0),
            "limit": .string(rule.limit.words(unit: found.0)),
            "missing": .string(parameters.missingPolicy(of: rule).rawValue), "source": .string(rule.source),
            "excluded": .integer(found.1),
          ]
        }),
      "scores": .array((screening.ranking?.criteria ?? parameters.scores).enumerated().map(score)),
      "groups": .array(
        (screening.ranking?.units ?? []).filter(\.isGroup).map { unit in
          ["name": .string(unit.name), "weight": .number(unit.weight)]
        }),
      "ranking": .array(keptInOrder.map(kept)),
      "excluded_sites": .array(screening.excludedRows.map(excluded)),
      "stability": stability.map(shortlist) ?? .null,
      "random_weights": intervals.map { intervals in
        [
          "samples": .integer(intervals.samples), "seed": .integer(Int(clamping: intervals.seed)),
          "generator": "SplitMix64",
          "distribution": "uniform on the simplex, groups first, then scores within each",
        ]
      } ?? .null,
      "notes": .array(screening.notes.map { .string("\($0.severity.rawValue): \($0.message)") }),
    ])
  }

  private func score(_ index: Int, _ score: ScreeningScore) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(score.name)), .init("attribute", .string(score.attribute)),
      .init("unit", .string(table.column(score.attribute)?.unit ?? "")),
      .init("better", .string(score.better.rawValue)),
    ]
    switch score.scale {
    case .percentile: members.append(.init("scale", "percentile"))
    case .minMax:
      members += [
        .init("scale", "min_max"), .init("low", .optional(screening.ranking?.lowEnds[index])),
        .init("high", .optional(screening.ranking?.highEnds[index])),
      ]
    }
    members += [
      .init("weight", .number(score.weight)), .init("group", .optional(score.group)),
      .init("missing", .number(score.missing)),
    ]
    return .object(members)
  }

  private func kept(_ site: (row: Int, place: Int?)) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(screening.ids[site.row])), .init("name", .string(table.names[site.row])),
      .init("lon", .number(table.positions[site.row].longitude)),
      .init("lat", .number(table.positions[site.row].latitude)),
    ]
    guard let ranking = screening.ranking, let place = site.place else { return .object(members) }
    members += [
      .init("rank", .integer(ranking.ranks[place])),
      .init("score", .number(Self.rounded(ranking.totals[place]))),
      .init(
        "groups",
        .object(
          zip(ranking.units, ranking.unitScores).filter(\.0.isGroup).map {
            JSONValue.Member($0.name, .number(Self.rounded($1[place])))
          })),
      .init(
        "scores",
        .array(
          ranking.criteria.indices.map { index in
            let attribute = ranking.criteria[index].attribute
            let value = table.value(attribute, row: site.row)
            return [
              "name": .string(ranking.criteria[index].name),
              "score": .number(Self.rounded(ranking.scores[index][place])),
              "assumed": .bool(ranking.isAssumed[index][place]), "value": .optional(value.number),
              "basis": .optional(value.basis?.rawValue),
            ]
          })),
    ]
    if let interval = intervals?.sites[place] {
      members.append(
        .init(
          "random_weights",
          [
            "best": .integer(interval.best), "p05": .integer(interval.low5),
            "median": .integer(interval.median),
            "p95": .integer(interval.high95), "worst": .integer(interval.worst),
            "top_share": .number(interval.topShare),
          ]))
    }
    return .object(members)
  }

  private func excluded(_ row: Int) -> JSONValue {
    [
      "id": .string(screening.ids[row]), "name": .string(table.names[row]),
      "lon": .number(table.positions[row].longitude), "lat": .number(table.positions[row].latitude),
      "excluded_by": .array(
        screening.exclusionsBySite[row].map { exclusion in
          let (value, source) = Self.valueAndSource(exclusion.value)
          return [
            "rule": .string(exclusion.rule), "attribute": .string(exclusion.attribute),
            "value": value,
            "unit": .string(exclusion.unit), "limit": .string(exclusion.limit),
            "missing": .bool(exclusion.isMissing),
            "basis": .optional(exclusion.value.basis?.rawValue), "source": .string(source),
            "limit_source": .string(exclusion.limitSource),
          ]
        }),
    ]
  }

  /// A value, and its source; for a missing one why there is none.
  private static func valueAndSource(_ value: SiteValue) -> (JSONValue, String) {
    switch value.content {
    case .number(let number): (.number(number), value.source)
    case .text(let text): (.string(text), value.source)
    case .missing(let reason): (.null, reason)
    }
  }

  private func shortlist(_ stability: ShortlistStability) -> JSONValue {
    func exchange(_ change: WeightRange.Exchange?) -> JSONValue {
      change.map {
        ["enters": .array($0.enters.map { .string($0) }), "leaves": .array($0.leaves.map { .string($0) })]
      } ?? .null
    }
    return [
      "top": .integer(stability.top), "members": .array(stability.members.map { .string($0) }),
      "weights": .array(
        stability.weights.map { range in
          [
            "of": .string(range.subject.rawValue), "name": .string(range.name),
            "weight": .number(range.weight),
            "low": .number(Self.significant(range.low)), "high": .optional(range.high.map(Self.significant)),
            "below": exchange(range.below), "above": exchange(range.above),
          ]
        }),
    ]
  }
}
