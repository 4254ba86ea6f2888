// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Results
import Studies
import Wording

extension StudyPage {
  /// A row a case with its factors and results.
  var cases: [Markup] {
    let objective = reading.objective
    let columns: [PageTable.Column] =
      [.init(title: "Case"), .init(title: "What it is"), .init(title: "Status")]
      + result.factors.indices.map { position in
        let factor = result.factors[position]
        return .init(
          title: Phrase(verbatim: factor.unit.isEmpty ? factor.name : "\(factor.name), \(factor.unit)"),
          isNumber: result.isNumeric(position))
      } + [
        .init(title: Phrase(verbatim: objective?.heading ?? "Result"), isNumber: true),
        .init(title: "Gap", isNumber: true),
        .init(title: "GPUs", isNumber: true), .init(title: "Grid MW", isNumber: true),
        .init(title: "Sites", isNumber: true), .init(title: "EU-controlled GPUs", isNumber: true),
      ]
    var table = PageTable(caption: "Cases in the order of the study", columns: columns)
    for (position, row) in result.rows.enumerated().prefix(Self.rowsShown) {
      var cells: [Markup] = [.data(row.id), .data(row.label), .verbatim(row.status.rawValue)]
      for factor in result.factors.indices {
        cells.append(.data(reading.text(result.value(factor, of: row), unit: "")))
      }
      let amount = reading.outcomes[position].flatMap { value in objective.map { $0.amount(value) } }
      let gap = row.plan?.objectives.first.flatMap(StudySummaryTable.gap)
      cells += [
        .verbatim(amount ?? "-"), .verbatim(gap.map { NumberText.percent($0, decimals: 2) } ?? "-"),
        .verbatim(row.plan.map { NumberText.grouped($0.totals.gpus) } ?? "-"),
        .verbatim(row.plan.map { NumberText.grouped($0.totals.gridMW, decimals: 1) } ?? "-"),
        .verbatim(row.plan.map { NumberText.grouped($0.chosen.count) } ?? "-"),
        .verbatim(row.plan.map { NumberText.grouped($0.totals.euControlledGPUs) } ?? "-"),
      ]
      table.rows.append(cells)
    }
    return [table.markup] + Self.rest(result.rows.count, of: "summary.csv")
  }

  /// Cases that are proven to have no plan, with what would have to be relaxed.
  var infeasible: [Markup] {
    var table = PageTable(
      caption: "Cases that are proven to have no plan, and what would have to be relaxed, all of it together",
      columns: [
        .init(title: "Case"), .init(title: "What it is"), .init(title: "What would have to be relaxed"),
      ])
    let none =
      result.depth == .relaxation
      ? "not worked out at this depth" : "no change of the rules was found with which there is a plan"
    let rows = result.rows.filter { $0.outcome == .infeasible }
    for row in rows.prefix(Self.rowsShown) {
      let ways = row.record?.plan.relaxations ?? []
      table.rows.append([
        .data(row.id), .data(row.label),
        .data(ways.isEmpty ? none : ways.joined(separator: "; ")),
      ])
    }
    return [table.markup] + Self.rest(rows.count, of: "summary.csv")
  }

  /// What is wrong with each case that failed.
  var failures: [Markup] {
    var table = PageTable(
      caption: "Cases that failed and what is wrong with each; the other cases are not touched by it",
      columns: [.init(title: "Case"), .init(title: "What it is"), .init(title: "What is wrong")])
    var findings = 0
    for row in result.rows {
      for finding in row.faults {
        findings += 1
        if findings <= Self.rowsShown {
          table.rows.append([.data(row.id), .data(row.label), .data(finding)])
        }
      }
    }
    return [table.markup] + Self.rest(findings, of: "failures.csv")
  }

  /// What the page does not say.
  var limits: [Markup] {
    [
      .list([
        .verbatim(
          "Plans are computed from public figures and stated assumptions; a study shows how plans move when these do, not how likely "
            + "that is. Only sampled cases with honest distributions speak of likelihood."),
        .verbatim(
          "A plan is as good as its gap: two cases that differ by less than their gaps may be equal in truth."
        ),
        .text("Every number of this page is in summary.csv, sites.csv, failures.csv and summary.json."),
      ])
    ]
  }
}
