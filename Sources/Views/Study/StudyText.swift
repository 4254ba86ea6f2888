// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
package import Results
package import Studies

/// What `arpent study` says at its end: counts, the objective over the cases, the factors that matter, the
/// sites that stand. Plain text of fewer than 40 lines.
package enum StudyText {
  /// Lines of each list.
  private static let listed = 8

  /// The text of a study.
  ///
  /// - Parameters:
  ///   - result: The answered cases.
  ///   - regret: What each portfolio costs in each case, EUR discounted; nil where nobody worked it out.
  ///   - width: Columns of the terminal; nil where the output is none.
  package static func text(_ result: StudyResult, regret: DecisionTable? = nil, width: Int? = nil) -> String {
    let result = result.withoutCredentials()
    let reading = StudyReading(result)
    var text = TextWidth.safe(result.name) + "\n" + counts(result) + "\n"
    if let probability = reading.planProbability, probability.isEstimate || probability.without > 0 {
      let title = probability.isEstimate ? "Probability of a plan" : "Cases with a plan"
      text += cut("\(title): \(probability.text)", width) + "\n"
      if !probability.condition.isEmpty { text += cut(probability.condition, width) + "\n" }
    }
    if let objective = reading.objective, reading.spread != nil {
      text += "\n" + statuses(reading, objective).text(width: width)
      text += factors(reading, objective, width: width)
    }
    if !reading.sites.isEmpty {
      text += "\n"
      for stability in StudySite.classes {
        let names = reading.sites.filter { $0.frequency.stability == stability }.map(\.site.name)
        let title = "Sites \(StudySite.text(stability))"
        let line = title + String(repeating: " ", count: max(1, 21 - title.count))
        text += cut("\(line)\(names.count)\(names.isEmpty ? "" : ": ")\(list(names))", width) + "\n"
      }
      text += "Different sitings    \(reading.portfolios.count)\n"
    }
    if let regret { text += choice(StudyRegret(regret, result: result)) }
    return text + failures(result, width: width)
  }

  /// How many cases came to what, in a line.
  static func counts(_ result: StudyResult) -> String {
    var parts: [String] = []
    for outcome in StudyOutcome.allCases {
      let count = result.count(outcome)
      guard count > 0 else { continue }
      let words =
        switch outcome {
        case .planned: "with a plan"
        case .bounded: "with a bound"
        case .infeasible: "proven to have no plan"
        case .failed: "failed"
        case .notRun: "not run"
        }
      parts.append("\(NumberText.grouped(count)) \(words)")
    }
    let cases = result.rows.count == 1 ? "1 case" : "\(NumberText.grouped(result.rows.count)) cases"
    return parts.isEmpty
      ? "No cases" : "\(cases) at depth \(result.depth.rawValue): \(parts.joined(separator: ", "))"
  }

  /// A line a status with the spread of the objective, and one for all.
  private static func statuses(_ reading: StudyReading, _ objective: StudyObjective) -> TextTable {
    var table = TextTable(columns: [
      .init("status"), .init("cases", .right), .init("least \(objective.shownUnit)", .right),
      .init("median", .right), .init("most", .right),
    ])
    let rows = reading.result.rows
    func add(_ name: String, _ positions: [Int]) {
      var cells = [name, NumberText.grouped(positions.count)]
      let spread = try? Quantiles(positions.compactMap { reading.outcomes[$0] })
      for share in [0, 0.5, 1] {
        let value = spread.flatMap { try? $0.value(at: share) }
        cells.append(value.map(objective.amount) ?? "-")
      }
      table.rows.append(cells)
    }
    for status in StudyResult.Row.Status.allCases {
      let positions = rows.indices.filter { rows[$0].status == status }
      if !positions.isEmpty { add(status.rawValue, positions) }
    }
    if table.rows.count > 1 { add("all", Array(rows.indices)) }
    return table
  }

  /// The three factors that move the objective most, or the curve over the only one.
  private static func factors(_ reading: StudyReading, _ objective: StudyObjective, width: Int?) -> String {
    if let tornado = reading.tornado {
      var table = TextTable(columns: [
        .init("factor", shrinksTo: 12), .init("low"), .init("there", .right), .init("high"),
        .init("there", .right), .init("swing \(objective.shownUnit)", .right),
      ])
      for bar in tornado.bars.prefix(3) {
        let unit = reading.unit(of: bar.factor)
        table.rows.append([
          bar.factor, reading.text(bar.lowValue, unit: unit), bar.low.map(objective.amount) ?? "no plan",
          reading.text(bar.highValue, unit: unit), bar.high.map(objective.amount) ?? "no plan",
          bar.swing.map(objective.amount) ?? "-",
        ])
      }
      return "\nOne factor at a time; base \(objective.text(tornado.base))\n" + table.text(width: width)
    }
    if let curve = CurveChart(reading), curve.points.allSatisfy({ $0.series.isEmpty }) {
      var table = TextTable(columns: [
        .init(curve.factor, .right, shrinksTo: 12), .init(objective.heading, .right), .init("status"),
      ])
      // Ends and about ten between them.
      let count = curve.points.count
      let every = max(1, (count + 10) / 11)
      for (index, point) in curve.points.enumerated() where index % every == 0 || index == count - 1 {
        table.rows.append([
          StudyReading.number(point.x), point.y.map(objective.amount) ?? "no plan", point.status.rawValue,
        ])
      }
      return "\n" + table.text(width: width)
    }
    let known = reading.correlations.filter { $0.coefficient != nil }
    let aliased = reading.aliases.filter(\.isRefused)
    var text = ""
    if let alias = aliased.first {
      let more = aliased.count > 1 ? " (and \(aliased.count - 1) more such pairs)" : ""
      text =
        "\n" + cut(StudyReading.words(alias) + more + "; take more samples", width) + "\n"
    }
    if known.isEmpty, let refusal = reading.correlationRefusal, reading.result.factors.count > 1 {
      return text + "\n" + cut("No correlations: \(refusal)", width) + "\n"
    }
    guard let first = known.first else { return text }
    var table = TextTable(columns: [
      .init("factor", shrinksTo: 12), .init("rank correlation", .right),
    ])
    if first.withoutPlan > 0 { table.columns.append(.init("with having a plan", .right)) }
    func shown(_ value: Double?) -> String { value.map { NumberText.grouped($0, decimals: 2) } ?? "-" }
    for entry in known.prefix(3) {
      var cells = [entry.factor, shown(entry.coefficient)]
      if first.withoutPlan > 0 { cells.append(shown(entry.withPlan)) }
      table.rows.append(cells)
    }
    let worst = first.withoutPlan > 0 ? ", no plan counted worst" : ""
    let title =
      "Factors that go most with the \(objective.label) (\(NumberText.grouped(first.cases)) cases\(worst))"
    return text + "\n\(title)\n" + table.text(width: width)
  }

  /// The safest siting and what knowing the case beforehand would save.
  private static func choice(_ choice: StudyRegret) -> String {
    var text = ""
    if let safest = choice.regret.minimax, let most = choice.regret.rows[safest].maximum {
      let name = TextWidth.safe(choice.table.portfolios[safest])
      text +=
        "Safest siting        \(name): regretted by at most \(NumberText.millionEUR(most, decimals: 2)) MEUR\n"
    }
    if choice.table.portfolios.count < choice.sitingsFound {
      text +=
        "Costed               \(choice.table.portfolios.count) of \(choice.sitingsFound) sitings, those best in the most "
        + "cases: one of the others may be safer\n"
    }
    if let worth = choice.worth {
      text +=
        "Knowing beforehand   saves \(NumberText.millionEUR(worth.evpi, decimals: 2)) MEUR on average\n"
    }
    return text
  }

  private static func failures(_ result: StudyResult, width: Int?) -> String {
    let failed = result.rows.filter { $0.outcome == .failed }
    guard !failed.isEmpty else { return "" }
    var text = "\nFailed\n"
    for row in failed.prefix(5) {
      let more = row.faults.count > 1 ? " (and \(row.faults.count - 1) more)" : ""
      text += cut("  \(row.id): \(row.faults.first ?? "")\(more)", width) + "\n"
    }
    if failed.count > 5 { text += "  and \(NumberText.grouped(failed.count - 5)) more: failures.csv\n" }
    return text
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(listed).joined(separator: ", ")
    return names.count > listed ? "\(shown) and \(names.count - listed) more" : shown
  }

  private static func cut(_ text: String, _ width: Int?) -> String {
    let safe = TextWidth.safe(text)
    guard let width else { return safe }
    return TextWidth.cut(safe, to: width)
  }
}
