// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Studies

/// `summary.json`: the rows of `summary.csv` with a schema of their columns, and the statistics of the
/// report.
enum StudyDocument {
  /// Version of the layout.
  static let schema = 1

  /// The document.
  static func json(_ report: StudyReport) -> JSONValue {
    let result = report.result
    let columns = StudySummaryTable.columns(result)
    var rows: [JSONValue] = []
    for row in StudySummaryTable.table(result).rows {
      rows.append(.object(zip(columns, row).map { JSONValue.Member($0.name, $1.json) }))
    }
    let factors = zip(result.factors, columns.dropFirst(4)).map { factor, column -> JSONValue in
      ["name": .string(factor.name), "unit": .string(factor.unit), "column": .string(column.name)]
    }
    return [
      "schema": .integer(schema),
      "name": .string(result.name),
      "description": .string(result.description),
      "depth": .string(result.depth.rawValue),
      "factors": .array(factors),
      "counts": .object(
        [JSONValue.Member("cases", .integer(result.rows.count))]
          + StudyOutcome.allCases.map { JSONValue.Member($0.rawValue, .integer(result.count($0))) }),
      "reading": reading(report),
      "columns": .array(columns.map(\.json)),
      "rows": .array(rows),
    ]
  }

  private static func reading(_ report: StudyReport) -> JSONValue {
    let reading = report.reading
    return [
      "objective": .optional(reading.objective?.name),
      "objective_unit": .optional(reading.objective?.unit),
      "probability_of_plan": reading.planProbability.map(probability) ?? .null,
      "quantiles": reading.spread.map(quantiles) ?? .null,
      "tornado": reading.tornado.map(tornado) ?? .null,
      "rank_correlations": .array(
        reading.correlations.map { entry in
          [
            "factor": .string(entry.factor), "coefficient": .optional(entry.coefficient),
            "coefficient_with_plan": .optional(entry.withPlan),
            "cases": .integer(entry.cases), "cases_without_plan": .integer(entry.withoutPlan),
            "cannot_be_told_from": .optional(entry.alias?.other(than: entry.factor)),
          ]
        }),
      "rank_correlations_refused": .optional(reading.correlationRefusal),
      "factors_that_go_together": .array(
        reading.aliases.map { alias in
          [
            "factors": .array(alias.factors.map { .string($0) }), "coefficient": .number(alias.coefficient),
            "cases": .integer(alias.cases), "refused": .bool(alias.isRefused),
          ]
        }),
      "gpus_by_year": reading.gpus.map(fan) ?? .null,
      "grid_mw_by_year": reading.power.map(fan) ?? .null,
      "sites": .array(
        StudyTables.sites(reading.sites).objects),
      "portfolios": .array(reading.portfolios.map(portfolio)),
      "regret": report.choice.map(regret) ?? .null,
    ]
  }

  private static func probability(_ probability: PlanProbability) -> JSONValue {
    let frequency = probability.frequency
    return [
      "share": .number(frequency.share), "with_plan": .integer(frequency.selected),
      "decided": .integer(frequency.cases), "unknown": .integer(probability.unknown),
      "of_draws": .bool(probability.isEstimate), "is_upper_limit": .bool(probability.isUpperLimit),
      "low": probability.isEstimate ? .number(frequency.interval.lowerBound) : .null,
      "high": probability.isEstimate ? .number(frequency.interval.upperBound) : .null,
    ]
  }

  private static func quantiles(_ spread: Quantiles) -> JSONValue {
    let shares: [(String, Double)] = [
      ("min", 0), ("p05", 0.05), ("p25", 0.25), ("median", 0.5), ("p75", 0.75), ("p95", 0.95), ("max", 1),
    ]
    return .object(
      [JSONValue.Member("cases", .integer(spread.sorted.count))]
        + shares.map { JSONValue.Member($0.0, .optional(try? spread.value(at: $0.1))) })
  }

  private static func fan(_ fan: Fan) -> JSONValue {
    .array(
      fan.years.map { year -> JSONValue in
        var members = [
          JSONValue.Member("year", .integer(year.year)), JSONValue.Member("cases", .integer(year.cases)),
        ]
        for (name, value) in zip(["p05", "p25", "median", "p75", "p95"], year.values) {
          members.append(JSONValue.Member(name, .number(value)))
        }
        return .object(members)
      })
  }

  private static func tornado(_ tornado: Tornado) -> JSONValue {
    [
      "base": .number(tornado.base),
      "bars": .array(
        tornado.bars.map { bar in
          [
            "factor": .string(bar.factor), "low_value": value(bar.lowValue),
            "high_value": value(bar.highValue), "low": .optional(bar.low), "high": .optional(bar.high),
            "swing": .optional(bar.swing),
          ]
        }),
    ]
  }

  private static func value(_ value: FactorValue?) -> JSONValue {
    switch value {
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    case .bool(let flag): .bool(flag)
    case nil: .null
    }
  }

  private static func portfolio(_ portfolio: StudyPortfolio) -> JSONValue {
    [
      "name": .string(portfolio.name), "key": .string(portfolio.key),
      "cases": .array(portfolio.cases.map { .string($0) }),
      "sites": .array(
        portfolio.sites.map { site in
          [
            "id": .string(site.id), "voltage_kv": .optional(site.voltageKV),
            "substation": .string(site.substation), "opens_year": .optional(site.opensYear),
          ]
        }),
    ]
  }

  private static func regret(_ choice: StudyRegret) -> JSONValue {
    let names = choice.table.portfolios
    return [
      "minimax": .optional(choice.regret.minimax.map { names[$0] }),
      "least_mean": .optional(choice.average?.leastMean.map { names[$0] }),
      "averaged_cases": .integer(choice.averaged),
      "sitings_found": .integer(choice.sitingsFound),
      "unserved_cases": .array(choice.regret.unservedCases.map { .string(choice.table.cases[$0]) }),
      "portfolios": .array(
        choice.regret.rows.enumerated().map { index, row in
          [
            "name": .string(row.portfolio), "failures": .integer(row.failures),
            "maximum_eur": .optional(row.maximum), "mean_eur": .optional(choice.average?.rows[index].mean),
          ]
        }),
      "evpi_eur": .optional(choice.worth?.evpi),
      "factors": .array(
        choice.factors.map { item in
          [
            "factor": .string(item.factor), "evppi_eur": .optional(item.evppi?.value),
            "bins": .optional(item.evppi?.bins), "smallest_bin": .optional(item.evppi?.smallestBin),
            "uncertain": .optional(item.evppi?.isUncertain),
          ]
        }),
    ]
  }
}

extension ReportTable {
  /// Its rows as JSON objects.
  var objects: [JSONValue] {
    rows.map { row in .object(zip(columns, row).map { JSONValue.Member($0.name, $1.json) }) }
  }
}
