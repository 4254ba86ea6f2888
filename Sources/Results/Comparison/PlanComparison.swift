// SPDX-License-Identifier: GPL-3.0-or-later

import Planning

/// Two plans side by side: which inputs differ, which decisions moved, and where the money went.
package struct PlanComparison: Sendable, Equatable {
  /// A figure of the whole plan.
  package struct Total: Sendable, Equatable {
    /// Its name, for programs.
    package var name: String
    /// Its name, for people.
    package var label: String
    /// Its unit.
    package var unit: String
    /// Calendar year; nil for a figure of the whole horizon.
    package var year: Int?
    /// Its value in A; nil where it has none.
    package var a: Double?
    /// Its value in B; nil where it has none.
    package var b: Double?
    /// Digits behind the point that are shown.
    package var decimals = 0
  }

  /// The first plan.
  package var a: ComparedPlan
  /// The second plan.
  package var b: ComparedPlan
  /// Inputs that differ; nil where one of the two does not record them.
  package var inputs: InputsComparison?
  /// Years that both plan, in order.
  package var years: [Int]
  /// What became of every site that either chose, in order of the identifiers.
  package var sites: [SiteDifference]
  /// Figures of the whole plans; empty where one of the two has no plan.
  package var totals: [Total]
  /// From the money of A to that of B; nil where one of the two has no plan.
  package var bridge: MoneyBridge?
  /// What a reader must know.
  package var remarks: [String]

  /// Compares two plans.
  package init(_ a: ComparedPlan, _ b: ComparedPlan) {
    self.a = a
    self.b = b
    years = a.record.plan.years.filter { b.record.plan.years.contains($0) }.sorted()
    sites = SiteDifference.all(a, b, years: years)
    inputs = nil
    if let first = a.inputs, let second = b.inputs { inputs = InputsComparison(first, second) }
    totals = []
    bridge = nil
    remarks = []
    if a.record.plan.hasPlan, b.record.plan.hasPlan {
      totals = Self.totals(a, b, years: years)
      bridge = MoneyBridge(from: a.record.plan, to: b.record.plan, changes: sites)
    }
    remarks = ComparisonRemarks(of: self).all
  }

  /// Sites of one kind of change, those with the most money moved first.
  package func sites(_ kind: SiteDifference.Kind) -> [SiteDifference] {
    var moved: [String: Int] = [:]
    for line in bridge?.lines ?? [] { moved[line.siteID] = abs(line.amounts.discountedCents) }
    return sites.filter { $0.kind == kind }.sorted { first, second in
      let (one, two) = (moved[first.id] ?? 0, moved[second.id] ?? 0)
      return one == two ? first.id < second.id : one > two
    }
  }

  /// Whether both decided the same in all years of both.
  package var decisionsAreEqual: Bool {
    a.record.plan.years == b.record.plan.years && a.record.plan.hasPlan == b.record.plan.hasPlan
      && sites.allSatisfy { $0.kind == .kept }
  }
  /// Whether the money of both is the same to the cent, for every kind and every site.
  package var moneyIsEqual: Bool {
    guard let bridge else { return a.record.plan.hasPlan == b.record.plan.hasPlan }
    return bridge.a == bridge.b && bridge.lines.allSatisfy(\.amounts.isNone)
  }
  /// Whether the two answers are equal: decisions, money, status and what was reached of every objective.
  /// Their inputs may still differ.
  package var isEqual: Bool {
    decisionsAreEqual && moneyIsEqual && a.record.plan.status == b.record.plan.status
      && sameObjectives
      && a.record.depth == b.record.depth && totals.allSatisfy { $0.a == $0.b }
      && a.record.plan.relaxations == b.record.plan.relaxations
  }
  /// Whether both reached the same of the same objectives.
  private var sameObjectives: Bool {
    func reached(_ plan: ComparedPlan) -> [Plan.ObjectiveOutcome] {
      plan.record.plan.objectives.map { objective in
        var objective = objective
        // How the search went is another matter.
        (objective.best, objective.tolerance) = (nil, 0)
        return objective
      }
    }
    return reached(a) == reached(b)
  }
  /// Difference of what was sought first, B less A; nil where one has none or they sought different things.
  package var objectiveChange: Double? {
    guard seekTheSame, let first = a.record.objective, let second = b.record.objective else { return nil }
    return second - first
  }
  /// Whether both sought the same thing first.
  package var seekTheSame: Bool {
    guard let first = a.objective, let second = b.objective else { return false }
    return first.name == second.name && first.unit == second.unit && first.isMaximised == second.isMaximised
  }
  /// Whether the difference of what was sought is smaller than the two gaps together, so that it may come
  /// from where the searches stopped.
  package var cannotBeDistinguished: Bool {
    guard !isEqual, let change = objectiveChange, let first = a.gap, let second = b.gap else { return false }
    return abs(change) < first + second
  }

  private static func totals(_ a: ComparedPlan, _ b: ComparedPlan, years: [Int]) -> [Total] {
    let (first, second) = (a.record.plan.totals, b.record.plan.totals)
    var totals = [
      Total(
        name: "sites", label: "Sites", unit: "", a: Double(a.record.plan.chosen.count),
        b: Double(b.record.plan.chosen.count))
    ]
    for year in years {
      totals.append(
        Total(
          name: "gpus", label: "GPUs", unit: "", year: year, a: first.gpusByYear[year].map { Double($0) },
          b: second.gpusByYear[year].map { Double($0) }))
    }
    for year in years {
      totals.append(
        Total(
          name: "grid_mw", label: "Grid power", unit: "MW", year: year, a: first.gridMWByYear[year],
          b: second.gridMWByYear[year], decimals: 1))
    }
    totals.append(
      Total(
        name: "energy_mwh_per_year", label: "Energy at the end", unit: "MWh a year",
        a: first.energyMWhPerYear, b: second.energyMWhPerYear))
    totals.append(
      Total(
        name: "eu_controlled_gpus", label: "GPUs under EU control", unit: "",
        a: Double(first.euControlledGPUs), b: Double(second.euControlledGPUs)))
    return totals
  }
}
