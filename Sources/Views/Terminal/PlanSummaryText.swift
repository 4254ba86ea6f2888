// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
import PlanningModel
import Quantities
package import Results

/// What `arpent plan` says at its end: what is known, the chosen sites, the sums, the rules that bind. Plain
/// text to paste in a mail.
package enum PlanSummaryText {
  /// The summary.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - basemap: Outlines under the map; without any there is no map.
  ///   - width: Columns of the terminal; nil where the output is none, so that nothing is cut or broken.
  ///   - isEmphasised: Whether the terminal shows emphasis; it never carries meaning.
  package static func text(
    _ plan: Plan, basemap: Basemap = Basemap(), width: Int? = nil, isEmphasised: Bool = false
  ) -> String {
    let emphasis = TextEmphasis(isOn: isEmphasised)
    var text = lines(TextWidth.safe(plan.name), width) { emphasis.bold($0) }
    text += lines(RuleLabel.text(plan), width) { standing(plan, $0, emphasis) }
    if let explanation = plan.explanation { text += ways(explanation, width) }
    if !plan.chosen.isEmpty {
      text += "\n" + chosen(plan).text(width: width)
      if let map = TextMap.text(plan, basemap: basemap, width: width) { text += "\n" + map }
    }
    return text + sums(plan, width)
  }

  /// Text in lines that fit.
  private static func lines(_ text: String, _ width: Int?, emphasised: (String) -> String) -> String {
    guard let width else { return emphasised(text) + "\n" }
    let broken = TextParagraph.text(text, first: "", rest: "", width: width)
    return broken.split(separator: "\n").map { emphasised(String($0)) + "\n" }.joined()
  }

  /// The sentence on the standing of a plan, green where it is settled and red where there is no plan.
  private static func standing(_ plan: Plan, _ text: String, _ emphasis: TextEmphasis) -> String {
    switch plan.status {
    case .optimal, .gap: emphasis.green(text)
    case .infeasible, .unknown: emphasis.red(text)
    case .limit: text
    }
  }

  /// A line of the sums: its name, then what it comes to, broken below itself where it does not fit a
  /// terminal of `width` columns.
  package static func line(_ name: String, _ value: String, _ width: Int?) -> String {
    let head = name + String(repeating: " ", count: max(1, 19 - name.count))
    guard let width else { return head + value + "\n" }
    // On a narrow terminal there is no room beside the names.
    let rest = String(repeating: " ", count: width < 60 ? 2 : 19)
    if TextWidth.columns(head + value) <= width { return head + value + "\n" }
    return TextParagraph.text(value, first: head, rest: rest, width: width)
  }

  private static func sums(_ plan: Plan, _ width: Int?) -> String {
    guard plan.costEUR != nil else { return "" }
    let costs = plan.totals.costs
    var text = "\n"
    if let existing = plan.totals.existingGPUsByYear.last, existing > 0 {
      text += line(
        "In service already", "\(NumberText.grouped(existing)) GPUs beside the plan's serve the demand", width
      )
    }
    text += line("Capital spending", "\(NumberText.millionEUR(costs.capexEUR)) MEUR", width)
    var all = "\(NumberText.millionEUR(costs.discountedEUR)) MEUR"
    if let bound = plan.boundEUR { all += " (no plan below \(NumberText.millionEUR(bound)) MEUR)" }
    text += line("All, discounted", all, width)
    if let gap = plan.gapEUR, let share = plan.gapOfControllable {
      let percent = NumberText.percent(share, decimals: 2)
      text += line(
        "Gap", "\(NumberText.millionEUR(gap)) MEUR, \(percent) of what decisions can change", width)
    }
    if !plan.seeksCostAlone { text += objectives(plan, width) }
    let binding = binding(plan)
    if !binding.isEmpty { text += line("Rules that bind", binding.joined(separator: "; "), width) }
    let audit = plan.audit
    return text
      + line("Audit", "\(audit.checked) checks against the inputs, \(audit.failures.count) failures", width)
  }

  /// What was sought and reached, a line an objective.
  private static func objectives(_ plan: Plan, _ width: Int?) -> String {
    var text = ""
    for objective in plan.objectives {
      let amount = { (value: Double?) in
        value.map { NumberText.grouped($0, decimals: $0.magnitude < 1_000 ? 2 : 0) } ?? "-"
      }
      let name = RuleLabel.objectives[objective.name] ?? objective.name
      var line =
        "\(objective.isMaximised ? "Most" : "Least") \(name): \(amount(objective.value)) \(objective.unit)"
      line +=
        " (best found \(amount(objective.best)), no plan \(objective.isMaximised ? "above" : "below") \(amount(objective.bound)))"
      text += lines(line, width) { $0 }
    }
    return text
  }

  /// Relaxations of a scenario without a plan, the one that asks least first.
  private static func ways(_ explanation: InfeasibilityExplanation, _ width: Int?) -> String {
    func list(_ relaxations: [InfeasibilityExplanation.RelaxedRule]) -> String {
      var text = ""
      for relaxed in relaxations {
        if let width {
          text += TextParagraph.text(relaxed.sentence, first: "  - ", rest: "    ", width: width)
        } else {
          text += "  - " + TextWidth.safe(relaxed.sentence) + "\n"
        }
      }
      return text
    }
    var text = list(explanation.relaxations)
    if explanation.relaxations.isEmpty {
      text += lines(
        explanation.isProven
          ? "Even with every limit of the scenario given up there is no plan: power, land or years of the sites, or "
            + "what excludes them, stand in the way."
          : "No change of the rules was found with which there is a plan.", width
      ) { $0 }
    }
    for way in explanation.alternatives { text += "or\n" + list(way) }
    if let cut = explanation.cutShort { text += lines(cut.english, width) { $0 } }
    return text
  }

  private static func chosen(_ plan: Plan) -> TextTable {
    var table = TextTable(columns: [
      .init("no."), .init("site", shrinksTo: 14), .init("region", shrinksTo: 8, goesOut: 3),
      .init("from", .right, goesOut: 5), .init("decide by", goesOut: 7), .init("kV", .right, goesOut: 1),
      .init("GPUs", .right),
      .init("IT MW", .right, goesOut: 4), .init("grid MW", .right, goesOut: 6), .init("MEUR", .right),
      .init("rests on", goesOut: 2),
    ])
    for (row, site) in plan.chosen.enumerated() {
      table.rows.append([
        "\(SiteMark.of(row: row))", site.name, site.region, site.opensYear.map(String.init) ?? "-",
        site.decideBy?.monthText ?? "-",
        site.connection.map { "\($0.voltageKV)" } ?? "-", NumberText.grouped(site.gpus),
        NumberText.grouped(site.itMW, decimals: 1), NumberText.grouped(site.gridMW, decimals: 1),
        NumberText.millionEUR(site.costs.discountedEUR, decimals: 0), site.basis.map { "\($0)" } ?? "-",
      ])
    }
    let totals = plan.totals
    table.rows.append([
      "", "all", "", "", "", "", NumberText.grouped(totals.gpusByYear.last ?? 0),
      NumberText.grouped(totals.itMWByYear.last ?? 0, decimals: 1),
      NumberText.grouped(totals.gridMWByYear.last ?? 0, decimals: 1),
      NumberText.millionEUR(totals.costs.discountedEUR, decimals: 0), "",
    ])
    return table
  }

  /// Policy rules without room, each family once with its years; rules that come to zero say nothing and are
  /// left out.
  private static func binding(_ plan: Plan) -> [String] {
    var labels: [String] = []
    for rule in plan.activities where rule.isBinding && rule.rule.kind.isPolicy && rule.activity != 0 {
      let label = rule.rule.kind.label.english + (rule.rule.year.map { " \($0)" } ?? "")
      if !labels.contains(label) { labels.append(label) }
    }
    return labels
  }
}
