// SPDX-License-Identifier: GPL-3.0-or-later

public import Siting

/// What `arpent plan` says at its end: what is known, the chosen sites, the sums, the rules that bind. Plain text to paste in a mail.
public enum PlanSummaryText {
  /// The summary.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - width: Columns of the terminal; nil where the output is none.
  public static func text(_ plan: Plan, width: Int? = nil) -> String {
    var text = TextWidth.safe(plan.name) + "\n" + RuleLabel.text(plan) + "\n"
    if let explanation = plan.explanation {
      text += ways(explanation)
    }
    if !plan.chosen.isEmpty { text += "\n" + chosen(plan).text(width: width) }
    guard plan.costEUR != nil else { return text }
    let costs = plan.totals.costs
    text += "\n"
    text += "Capital spending   \(NumberText.millionEUR(costs.capexEUR)) MEUR\n"
    text += "All, discounted    \(NumberText.millionEUR(costs.discountedEUR)) MEUR"
    if let bound = plan.boundEUR { text += " (no plan below \(NumberText.millionEUR(bound)) MEUR)" }
    text += "\n"
    if let gap = plan.gapEUR, let share = plan.gapOfControllable {
      text +=
        "Gap                \(NumberText.millionEUR(gap)) MEUR, \(NumberText.percent(share, decimals: 2)) of what decisions can change\n"
    }
    if !plan.seeksCostAlone { text += goals(plan) }
    let binding = binding(plan)
    if !binding.isEmpty { text += "Rules that bind    " + binding.joined(separator: "; ") + "\n" }
    let audit = plan.audit
    text +=
      "Audit              \(audit.checked) checks against the inputs, \(audit.failures.count) failures\n"
    return text
  }

  /// What was sought and reached, a line a goal.
  private static func goals(_ plan: Plan) -> String {
    var text = ""
    for goal in plan.goals {
      let amount = { (value: Double?) in
        value.map { NumberText.grouped($0, decimals: $0.magnitude < 1_000 ? 2 : 0) } ?? "-"
      }
      let name = RuleLabel.goals[goal.name] ?? goal.name
      text += "\(goal.isMaximised ? "Most" : "Least") \(name): \(amount(goal.value)) \(goal.unit)"
      text +=
        " (best found \(amount(goal.best)), no plan \(goal.isMaximised ? "above" : "below") \(amount(goal.bound)))\n"
    }
    return text
  }

  /// Ways out of a scenario without a plan, the one that asks least first.
  private static func ways(_ explanation: InfeasibilityExplanation) -> String {
    func list(_ concessions: [InfeasibilityExplanation.Concession]) -> String {
      concessions.map { "  - " + TextWidth.safe($0.sentence) + "\n" }.joined()
    }
    var text = list(explanation.concessions)
    for way in explanation.alternatives { text += "or\n" + list(way) }
    if !explanation.isProven { text += "A search was cut short: less may do.\n" }
    return text
  }

  private static func chosen(_ plan: Plan) -> TextTable {
    var table = TextTable(columns: [
      .init("site", shrinksTo: 16), .init("region", shrinksTo: 8), .init("from", .right), .init("kV", .right),
      .init("GPUs", .right), .init("IT MW", .right), .init("grid MW", .right), .init("MEUR", .right),
      .init("rests on"),
    ])
    for site in plan.chosen {
      table.rows.append([
        site.name, site.region, site.opensYear.map(String.init) ?? "-",
        site.connection.map { "\($0.voltageKV)" } ?? "-", NumberText.grouped(site.gpus),
        NumberText.grouped(site.itMW, decimals: 1), NumberText.grouped(site.gridMW, decimals: 1),
        NumberText.millionEUR(site.costs.discountedEUR, decimals: 0), site.basis.map { "\($0)" } ?? "-",
      ])
    }
    let totals = plan.totals
    table.rows.append([
      "all", "", "", "", NumberText.grouped(totals.gpusByYear.last ?? 0),
      NumberText.grouped(totals.itMWByYear.last ?? 0, decimals: 1),
      NumberText.grouped(totals.gridMWByYear.last ?? 0, decimals: 1),
      NumberText.millionEUR(totals.costs.discountedEUR, decimals: 0), "",
    ])
    return table
  }

  /// Policy rules without room, each family once with its years; rules that come to zero say nothing and are left out.
  private static func binding(_ plan: Plan) -> [String] {
    var labels: [String] = []
    for rule in plan.activities where rule.isBinding && rule.rule.family.isPolicy && rule.activity != 0 {
      let label = RuleLabel.text(rule.rule) + (rule.rule.year.map { " \($0)" } ?? "")
      if !labels.contains(label) { labels.append(label) }
    }
    return labels
  }
}
