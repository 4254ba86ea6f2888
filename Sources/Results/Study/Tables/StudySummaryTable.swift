// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
import PlanningModel
import Studies

/// `summary.csv`: one row a case, answered or not, in the order of the study.
package enum StudySummaryTable {
  /// Columns before those of the factors.
  private static let leading: [Column<StudyResult.Row>] = [
    .text("id", meaning: "identifier of the case, unique in the study") { $0.id },
    .text("label", meaning: "what the case is, for people") { $0.label },
    .text(
      "status",
      meaning:
        "optimal, gap, limit: a plan, proven to be best, to the gap asked for, or not; bound: only a bound; "
        + "infeasible: proven to have no plan; failed, unknown: no answer; not_run"
    ) { $0.status.rawValue },
    .text("key", meaning: "digest of all that the answer depends on; the answer is cases/KEY.json") {
      $0.key.isEmpty ? nil : $0.key
    },
  ]

  /// Columns after those of the factors.
  private static let trailing = objectives + money + rest

  private static let objectives: [Column<StudyResult.Row>] = [
    .text("objective_name", meaning: "what was sought first") { $0.firstObjective?.name },
    .text("objective_unit", meaning: "unit of objective and bound") { $0.firstObjective?.unit },
    .number("objective", meaning: "what the plan comes to in it; for a bound the bound") {
      $0.isAnswered ? $0.record?.objective : nil
    },
    .number("bound", meaning: "no plan is better than this") { $0.firstObjective?.bound },
    .number("gap", meaning: "distance from objective to bound over the objective, a ratio") {
      $0.firstObjective.flatMap(gap)
    },
    .number("discounted_cost_eur", unit: "EUR", meaning: "discounted cost of the plan") {
      $0.plan?.costEUR
    },
  ]

  private static let money: [Column<StudyResult.Row>] = CostsTable.kinds.map { kind in
    .number(kind.name, unit: "EUR", meaning: kind.label) { ($0.totals?.costs).map(kind.value) }
  }

  private static let rest: [Column<StudyResult.Row>] = [
    .integer("gpus", meaning: "GPUs at the end of the horizon") { $0.totals?.gpus },
    .number("grid_mw", unit: "MW", meaning: "grid power at the end of the horizon") {
      $0.totals?.gridMW
    },
    .integer("sites", meaning: "chosen sites") { $0.plan?.chosen.count },
    .integer("eu_controlled_gpus", meaning: "GPUs at the end of the horizon on sites under EU control") {
      $0.totals?.euControlledGPUs
    },
    .number(
      "energy_mwh_per_year", unit: "MWh", meaning: "energy in a year at the state of the end of the horizon"
    ) { $0.totals?.energyMWhPerYear },
    .text("changes", meaning: "changes of the base as --set takes them, one a line") {
      $0.changes.isEmpty ? nil : $0.changes.joined(separator: "\n")
    },
    .text("notes", meaning: "remarks and faults, one a line") { row in
      let notes = row.outcome == .failed ? row.faults : row.record?.notes ?? []
      return notes.isEmpty ? nil : notes.joined(separator: "\n")
    },
  ]

  /// All columns of a study.
  static func columns(_ result: StudyResult) -> [Column<StudyResult.Row>] {
    // Names that a GeoPackage gives to columns of its own.
    var taken: Set<String> = ["fid", "geom", "rowid"]
    taken.formUnion((leading + trailing).map(\.name))
    let factors = result.factors.enumerated().map { position, factor in
      let kind = StudyColumn.kind(of: position, in: result)
      return Column<StudyResult.Row>.cells(
        StudyColumn.name(of: factor, taken: &taken), kind, unit: factor.unit,
        meaning: "factor \(factor.name); missing where the base's value stays"
      ) { cell(result.value(position, of: $0), kind: kind) }
    }
    return leading + factors + trailing
  }

  /// The table.
  static func table(_ result: StudyResult) -> ReportTable {
    ReportTable(name: "summary", columns(result), rows: result.rows)
  }

  private static func cell(_ value: FactorValue?, kind: ReportTable.Kind) -> ReportTable.Cell {
    guard let value else { return .missing }
    guard kind != .text else { return .text(value.description) }
    switch value {
    case .number(let number): return number.isFinite ? .number(number) : .missing
    case .bool(let flag): return .flag(flag)
    case .text(let text): return .text(text)
    }
  }

  /// Distance of a plan from the bound over its amount, a ratio.
  package static func gap(_ objective: Plan.ObjectiveOutcome) -> Double? {
    guard let value = objective.value, let bound = objective.bound else { return nil }
    return max(0, objective.isMaximised ? bound - value : value - bound) / max(value.magnitude, 1)
  }
}

extension StudyResult.Row {
  /// Whether there is a plan or a bound.
  fileprivate var isAnswered: Bool { outcome == .planned || outcome == .bounded }

  /// Sums over the chosen sites, where there is a plan.
  fileprivate var totals: PlanFile.Totals? { plan?.totals }

  /// What was sought first, where there is an answer.
  fileprivate var firstObjective: Plan.ObjectiveOutcome? { isAnswered ? record?.plan.objectives.first : nil }
}
