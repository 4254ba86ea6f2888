// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities
import Studies

/// What a reader of a comparison must know before drawing conclusions from it.
package struct ComparisonRemarks {
  /// The remarks, the most important first.
  private(set) var all: [String] = []

  init(of comparison: PlanComparison) {
    let (a, b) = (comparison.a, comparison.b)
    for (label, side) in [("A", a), ("B", b)] { stateOf(side, label) }
    if a.record.depth != b.record.depth {
      all.append(
        "A is a \(a.record.depth.rawValue) and B a \(b.record.depth.rawValue): they did not decide the same things, so part of the "
          + "difference comes from that.")
    }
    horizons(comparison)
    products(a.record.plan, b.record.plan)
    if !comparison.seekTheSame, let first = a.objective, let second = b.objective {
      all.append(
        "A sought \(Self.wording(first)) and B \(Self.wording(second)) first: their objectives are not compared."
      )
    }
    gaps(comparison)
    inputs(comparison)
    rest(comparison)
  }

  private mutating func stateOf(_ side: ComparedPlan, _ label: String) {
    guard !side.record.plan.hasPlan else { return }
    switch side.record.plan.status {
    case .infeasible:
      all.append("\(label) has no plan: its rules cannot all be met.")
      // Relaxations of one way: each alone may not do.
      let way = side.record.plan.relaxations
      if !way.isEmpty {
        all.append(
          "\(label) would have a plan with \(way.count > 1 ? "these together" : "this"): "
            + way.joined(separator: "; and "))
      }
    case .optimal, .gap, .limit, .unknown:
      if side.record.depth == .relaxation {
        all.append("\(label) is a bound, not a plan: no plan is better, and no site is decided.")
      } else {
        all.append(
          "\(label) has no plan: its search ended without one (\(side.record.plan.status.rawValue)).")
      }
    }
  }

  private mutating func horizons(_ comparison: PlanComparison) {
    let (first, second) = (comparison.a.record.plan.years, comparison.b.record.plan.years)
    guard first != second, !first.isEmpty, !second.isEmpty else { return }
    func list(_ years: [Int]) -> String { years.map(String.init).joined(separator: ", ") }
    let shared = comparison.years
    all.append(
      "A plans \(list(first)) and B plans \(list(second)): "
        + (shared.isEmpty
          ? "they share no year, so GPUs are those at the end of each horizon."
          : "decisions are compared in the years they share (\(list(shared))).")
        + (comparison.bridge == nil ? "" : " Money is that of each whole horizon."))
  }

  private mutating func products(_ a: PlanFile, _ b: PlanFile) {
    guard a.hasPlan, b.hasPlan else { return }
    let first = Set(a.chosen.flatMap { $0.blocks.map(\.skuID) })
    let second = Set(b.chosen.flatMap { $0.blocks.map(\.skuID) })
    let onlyA = first.subtracting(second).sorted()
    let onlyB = second.subtracting(first).sorted()
    if !onlyA.isEmpty { all.append("Only A builds \(onlyA.joined(separator: ", ")).") }
    if !onlyB.isEmpty { all.append("Only B builds \(onlyB.joined(separator: ", ")).") }
  }

  private mutating func gaps(_ comparison: PlanComparison) {
    if comparison.cannotBeDistinguished, let change = comparison.objectiveChange,
      let first = comparison.a.gap, let second = comparison.b.gap, let objective = comparison.a.objective
    {
      all.append(
        "The two cannot be distinguished by \(Self.wording(objective)): they differ by "
          + "\(Self.amount(abs(change), objective.unit)), and the searches stopped up to \(Self.amount(first, objective.unit)) (A) "
          + "and \(Self.amount(second, objective.unit)) (B) from the best plan. Ask both for a smaller gap (--gap) to decide it."
      )
    }
    for (label, side) in [("A", comparison.a), ("B", comparison.b)]
    where side.record.plan.hasPlan && side.gap == nil {
      all.append("\(label) states no bound: how far it is from the best plan is not known.")
    }
  }

  private mutating func inputs(_ comparison: PlanComparison) {
    for (label, side) in [("A", comparison.a), ("B", comparison.b)] {
      if let inputs = side.inputs {
        if let fault = inputs.fault { all.append("\(label): \(fault), so its values are not compared.") }
      } else {
        all.append(
          "The inputs of \(label) are not recorded beside \(side.path); compare result directories of 'arpent plan' to "
            + "see which inputs differ.")
      }
    }
    if let inputs = comparison.inputs, inputs.isEmpty, !comparison.isEqual,
      comparison.a.inputs?.values != nil, comparison.b.inputs?.values != nil
    {
      all.append(
        "No input differs although the answers do: the searches were stopped differently (gap, limits, threads, a "
          + "solution taken over), or a file was edited. 'arpent verify' tells the latter.")
    }
  }

  private mutating func rest(_ comparison: PlanComparison) {
    guard let bridge = comparison.bridge,
      let penalties = MoneyBridge.kinds.firstIndex(where: {
        $0.name == "penalties_eur"
      })
    else { return }
    var unexplained = bridge.ofNoSite
    let hasPenalties = bridge.a.cents[penalties] != 0 || bridge.b.cents[penalties] != 0
    unexplained.cents[penalties] = 0
    if hasPenalties { unexplained.discountedCents = 0 }
    if !unexplained.isNone {
      all.append(
        "The totals of a file hold money that is on none of its sites; run 'arpent verify' on both results.")
    }
  }

  /// What is sought, in words.
  static func wording(_ objective: Plan.ObjectiveOutcome) -> String {
    "\(objective.isMaximised ? "most" : "least") \(RuleLabel.objectives[objective.name] ?? objective.name)"
  }

  /// An amount with its unit; money in whole EUR.
  private static func amount(_ value: Double, _ unit: String) -> String {
    let decimals = unit == "EUR" || value == value.rounded() || value.magnitude >= 1_000 ? 0 : 2
    return NumberText.grouped(value, decimals: decimals) + (unit.isEmpty ? "" : " \(unit)")
  }
}
