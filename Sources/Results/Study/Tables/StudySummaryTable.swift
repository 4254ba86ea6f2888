// SPDX-License-Identifier: GPL-3.0-or-later

import Studies

/// `summary.csv`: one row a case, answered or not, in the order of the study.
package enum StudySummaryTable {
  /// Columns before those of the factors.
  private static let leading = [
    StudyColumn(name: "id", kind: .text, unit: "", meaning: "identifier of the case, unique in the study"),
    StudyColumn(name: "label", kind: .text, unit: "", meaning: "what the case is, for people"),
    StudyColumn(
      name: "status", kind: .text, unit: "",
      meaning:
        "optimal, gap, limit: a plan, proven to be best, to the gap asked for, or not; bound: only a bound; "
        + "infeasible: proven to have no plan; failed, unknown: no answer; not_run"),
    StudyColumn(
      name: "key", kind: .text, unit: "",
      meaning: "digest of all that the answer depends on; the answer is cases/KEY.json"),
  ]

  /// Columns after those of the factors.
  private static var trailing: [StudyColumn] {
    [
      StudyColumn(name: "goal", kind: .text, unit: "", meaning: "what was sought first"),
      StudyColumn(name: "goal_unit", kind: .text, unit: "", meaning: "unit of objective and bound"),
      StudyColumn(
        name: "objective", kind: .number, unit: "",
        meaning: "what the plan comes to in the goal; for a bound the bound"),
      StudyColumn(name: "bound", kind: .number, unit: "", meaning: "no plan is better than this"),
      StudyColumn(
        name: "gap", kind: .number, unit: "",
        meaning: "distance from objective to bound over the objective, a ratio"),
      StudyColumn(
        name: "discounted_cost_eur", kind: .number, unit: "EUR", meaning: "discounted cost of the plan"),
    ]
      + zip(CaseRecord.moneyKinds, CaseRecord.moneyLabels).map { name, label in
        StudyColumn(name: name, kind: .number, unit: "EUR", meaning: label)
      } + [
        StudyColumn(name: "gpus", kind: .integer, unit: "", meaning: "GPUs at the end of the horizon"),
        StudyColumn(
          name: "grid_mw", kind: .number, unit: "MW", meaning: "grid power at the end of the horizon"),
        StudyColumn(name: "sites", kind: .integer, unit: "", meaning: "chosen sites"),
        StudyColumn(
          name: "eu_controlled_gpus", kind: .integer, unit: "",
          meaning: "GPUs at the end of the horizon on sites under EU control"),
        StudyColumn(
          name: "energy_mwh_per_year", kind: .number, unit: "MWh",
          meaning: "energy in a year at the state of the end of the horizon"),
        StudyColumn(
          name: "changes", kind: .text, unit: "",
          meaning: "changes of the base as --set takes them, one a line"),
        StudyColumn(name: "notes", kind: .text, unit: "", meaning: "remarks and faults, one a line"),
      ]
  }

  /// All columns of a study, and the positions of those of its factors.
  static func columns(_ result: StudyResult) -> [StudyColumn] {
    // Names that a GeoPackage gives to columns of its own.
    var taken: Set<String> = ["fid", "geom", "rowid"]
    taken.formUnion((leading + trailing).map(\.name))
    var factors: [StudyColumn] = []
    for (position, factor) in result.factors.enumerated() {
      factors.append(
        StudyColumn(
          name: StudyColumn.name(of: factor, taken: &taken), kind: StudyColumn.kind(of: position, in: result),
          unit: factor.unit, meaning: "factor \(factor.name); missing where the base's value stays"))
    }
    return leading + factors + trailing
  }

  /// The table.
  static func table(_ result: StudyResult) -> ReportTable {
    let columns = columns(result)
    var table = ReportTable(name: "summary", columns: columns.map { .init($0.name, $0.kind) })
    for row in result.rows {
      var cells: [ReportTable.Cell] = [
        .text(row.id), .text(row.label), .text(row.status), row.key.isEmpty ? .missing : .text(row.key),
      ]
      for factor in result.factors.indices {
        cells.append(
          cell(result.value(factor, of: row), kind: columns[leading.count + factor].kind))
      }
      table.add(cells + answer(row))
    }
    return table
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

  /// What came of a case.
  private static func answer(_ row: StudyResult.Row) -> [ReportTable.Cell] {
    let isAnswered = row.outcome == .planned || row.outcome == .bounded
    let goal = isAnswered ? row.record?.goals.first : nil
    var cells: [ReportTable.Cell] = [
      .optional(goal?.name), .optional(goal?.unit), .optional(isAnswered ? row.record?.objective : nil),
      .optional(goal?.bound), .optional(goal.flatMap(gap)),
    ]
    if let plan = row.plan {
      cells.append(.optional(plan.costEUR))
      cells += plan.money.map { .number($0) }
      cells += [
        .integer(plan.gpusByYear.last ?? 0), .number(plan.gridMWByYear.last ?? 0),
        .integer(plan.sites.count), .integer(plan.euControlledGPUs), .number(plan.energyMWhPerYear),
      ]
    } else {
      cells += Array(repeating: .missing, count: CaseRecord.moneyKinds.count + 6)
    }
    let notes = row.outcome == .failed ? row.faults : row.record?.notes ?? []
    cells.append(row.changes.isEmpty ? .missing : .text(row.changes.joined(separator: "\n")))
    cells.append(notes.isEmpty ? .missing : .text(notes.joined(separator: "\n")))
    return cells
  }

  /// Distance of a plan from the bound over its amount, a ratio.
  package static func gap(_ goal: CaseRecord.Goal) -> Double? {
    guard let value = goal.value, let bound = goal.bound else { return nil }
    return max(0, goal.isMaximised ? bound - value : value - bound) / max(value.magnitude, 1)
  }
}
