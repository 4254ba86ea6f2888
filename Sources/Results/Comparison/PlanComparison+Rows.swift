// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities

/// A comparison in rows of text, the same for the terminal and the page.
extension PlanComparison {
  /// A figure of both plans as text.
  package struct FigureRow: Equatable {
    package var label: String
    package var a: String
    package var b: String
    package var change: String
  }

  /// A step of the money from A to B.
  package struct BridgeStep: Equatable {
    /// What became of the site; empty for what is none.
    package var change: String
    package var label: String
    package var amounts: MoneyBridge.Amounts
    /// Whether it is A or B itself and not a step between them.
    package var isEnd = false
  }

  /// What came of the comparison in a sentence.
  package var verdict: String {
    if isEqual {
      guard a.record.plan.hasPlan else { return "Equal: neither has a plan, for the same reasons." }
      let differing = inputs?.count ?? 0
      return "Equal: the same sites, connections, years and products, and the same money to the cent"
        + (differing > 0 ? ", although \(differing) inputs differ." : ".")
    }
    guard let bridge else {
      if a.record.plan.hasPlan { return "A is a plan and B is none." }
      if b.record.plan.hasPlan { return "B is a plan and A is none." }
      return "Neither is a plan."
    }
    let cents = bridge.difference.discountedCents
    var money = "costs the same to the cent"
    if cents != 0 {
      money = "costs \(NumberText.millionEUR(Double(cents.magnitude) / 100)) MEUR"
      if bridge.a.discountedCents > 0 {
        let share = Double(cents.magnitude) / Double(bridge.a.discountedCents)
        money += " (\(NumberText.percent(share, decimals: 1)))"
      }
      money += " \(cents > 0 ? "more" : "less"), discounted"
    }
    let caution = cannotBeDistinguished ? " The two cannot be distinguished, see the remarks." : ""
    return "B \(money). Sites: \(siteCounts).\(caution)"
  }

  /// How many sites left, joined, changed and were kept, in words.
  package var siteCounts: String {
    var counts: [String] = []
    for kind in SiteDifference.Kind.allCases {
      let count = sites.count { $0.kind == kind }
      if count > 0 { counts.append("\(count) \(kind.rawValue)") }
    }
    return counts.isEmpty ? "none" : counts.joined(separator: ", ")
  }

  /// Status, what was sought, and figures of the whole plans.
  package var figureRows: [FigureRow] {
    var rows = [
      FigureRow(
        label: "Status", a: a.record.plan.status.rawValue, b: b.record.plan.status.rawValue, change: "")
    ]
    if let objective = a.objective ?? b.objective {
      let label =
        seekTheSame
        ? "\(Self.capitalised(ComparisonRemarks.wording(objective))), \(objective.unit)" : "Sought first"
      rows.append(
        FigureRow(
          label: label, a: Self.amount(a.objective?.value, objective),
          b: Self.amount(b.objective?.value, objective),
          change: a.objective?.value == nil || b.objective?.value == nil
            ? "" : objectiveChange.map { Self.signed($0, decimals: Self.decimals(objective)) } ?? ""))
      rows.append(
        FigureRow(
          label: "  no plan is \(objective.isMaximised ? "above" : "below")",
          a: Self.amount(a.objective?.bound, objective),
          b: Self.amount(b.objective?.bound, objective), change: ""))
      rows.append(
        FigureRow(
          label: "  gap", a: Self.amount(a.gap, objective), b: Self.amount(b.gap, objective), change: ""))
    }
    for total in totals {
      var label = total.label
      if let year = total.year { label += " \(year)" }
      if !total.unit.isEmpty { label += ", \(total.unit)" }
      func text(_ value: Double?) -> String {
        value.map { NumberText.grouped($0, decimals: total.decimals) } ?? "-"
      }
      var change = ""
      if let first = total.a, let second = total.b {
        change = Self.signed(second - first, decimals: total.decimals)
      }
      rows.append(FigureRow(label: label, a: text(total.a), b: text(total.b), change: change))
    }
    return rows
  }

  /// From A to B: A, then what left, joined, changed and was kept at other prices, what belongs to no site,
  /// rounding, and B. The amounts between A and B add up to their difference exactly.
  package var bridgeSteps: [BridgeStep] {
    guard let bridge else { return [] }
    var lines: [String: MoneyBridge.Line] = [:]
    for line in bridge.lines { lines[line.siteID] = line }
    var steps = [BridgeStep(change: "", label: "A", amounts: bridge.a, isEnd: true)]
    for kind in SiteDifference.Kind.allCases {
      for site in sites(kind) {
        guard let line = lines[site.id], !line.amounts.isNone else { continue }
        steps.append(
          BridgeStep(
            change: kind == .kept ? "same, repriced" : kind.rawValue, label: site.name, amounts: line.amounts)
        )
      }
    }
    if !bridge.ofNoSite.isNone {
      steps.append(
        BridgeStep(change: "", label: "Penalties and what is on no site", amounts: bridge.ofNoSite))
    }
    if !bridge.rounding.isNone {
      steps.append(BridgeStep(change: "", label: "Rounding to the cent", amounts: bridge.rounding))
    }
    steps.append(BridgeStep(change: "", label: "B", amounts: bridge.b, isEnd: true))
    return steps
  }

  /// A whole number with its sign; nothing for zero.
  package static func signed(_ value: Int) -> String { value == 0 ? "0" : signed(Double(value), decimals: 0) }

  /// A number with its sign.
  package static func signed(_ value: Double, decimals: Int) -> String {
    let text = NumberText.grouped(value, decimals: decimals)
    let isNothing = !text.contains { ("1"..."9").contains($0) }
    return value > 0 && !isNothing ? "+" + text : text
  }

  private static func amount(_ value: Double?, _ objective: Plan.ObjectiveOutcome) -> String {
    guard let value else { return "-" }
    return NumberText.grouped(value, decimals: decimals(objective))
  }

  /// Digits behind the point of an amount that is sought: none for money and for what is counted.
  private static func decimals(_ objective: Plan.ObjectiveOutcome) -> Int {
    let isFine = objective.unit != "EUR" && (objective.value?.magnitude ?? 1_000) < 1_000
    return isFine ? 2 : 0
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension SiteDifference {
  /// What moved, in rows of text.
  package var rows: [(what: String, a: String, b: String)] {
    guard kind == .changed else { return [("chosen", Self.summary(a), Self.summary(b))] }
    return moves.map { move in
      let year = move.year.map { " \($0)" } ?? ""
      return (Self.words(move.what) + year, move.a, move.b)
    }
  }

  private static func words(_ what: String) -> String {
    switch what {
    case "gpus": "GPUs"
    case "opens": "opens in"
    default: what
    }
  }

  private static func summary(_ site: PlanFile.Site?) -> String {
    guard let site else { return "-" }
    let opens = site.opensYear.map { ", from \($0)" } ?? ""
    return "\(NumberText.grouped(site.gpus)) GPUs\(opens), \(connection(of: site))"
  }
}

extension MoneyBridge {
  /// One kind of money as text: A, B and the difference.
  package struct KindRow: Equatable {
    package var label: String
    var a: Int
    var b: Int

    package var texts: [String] {
      [MoneyBridge.text(a), MoneyBridge.text(b), MoneyBridge.text(b - a, signed: true)]
    }
  }

  /// Every kind of money that either plan spends, their sum, and all of it discounted.
  package var kindRows: [KindRow] {
    var rows: [KindRow] = []
    for (index, kind) in Self.kinds.enumerated() where a.cents[index] != 0 || b.cents[index] != 0 {
      rows.append(KindRow(label: kind.label, a: a.cents[index], b: b.cents[index]))
    }
    rows.append(KindRow(label: "All", a: a.undiscountedCents, b: b.undiscountedCents))
    rows.append(KindRow(label: "All, discounted", a: a.discountedCents, b: b.discountedCents))
    return rows
  }
}
