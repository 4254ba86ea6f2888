// SPDX-License-Identifier: GPL-3.0-or-later

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
    years = a.record.years.filter { b.record.years.contains($0) }.sorted()
    sites = SiteDifference.all(a, b, years: years)
    inputs = nil
    if let first = a.inputs, let second = b.inputs { inputs = InputsComparison(first, second) }
    totals = []
    bridge = nil
    remarks = []
    if a.record.hasPlan, b.record.hasPlan {
      totals = Self.totals(a, b, years: years)
      bridge = MoneyBridge(from: a.record, to: b.record, changes: sites)
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
    a.record.years == b.record.years && a.record.hasPlan == b.record.hasPlan
      && sites.allSatisfy { $0.kind == .kept }
  }
  /// Whether the money of both is the same to the cent, for every kind and every site.
  package var moneyIsEqual: Bool {
    guard let bridge else { return a.record.hasPlan == b.record.hasPlan }
    return bridge.a == bridge.b && bridge.lines.allSatisfy(\.amounts.isNone)
  }
  /// Whether the two answers are equal: decisions, money, status and what was reached of every objective.
  /// Their inputs may still differ.
  package var isEqual: Bool {
    decisionsAreEqual && moneyIsEqual && a.record.status == b.record.status
      && a.record.objectives == b.record.objectives
      && a.record.depth == b.record.depth && totals.allSatisfy { $0.a == $0.b }
      && a.record.relaxations == b.record.relaxations
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
    var totals = [
      Total(
        name: "sites", label: "Sites", unit: "", a: Double(a.record.sites.count),
        b: Double(b.record.sites.count))
    ]
    for year in years {
      totals.append(
        Total(
          name: "gpus", label: "GPUs", unit: "", year: year, a: a.gpus(in: year).map { Double($0) },
          b: b.gpus(in: year).map { Double($0) }))
    }
    for year in years {
      totals.append(
        Total(
          name: "grid_mw", label: "Grid power", unit: "MW", year: year, a: gridMW(a, year),
          b: gridMW(b, year), decimals: 1))
    }
    totals.append(
      Total(
        name: "energy_mwh_per_year", label: "Energy at the end", unit: "MWh a year",
        a: a.record.energyMWhPerYear, b: b.record.energyMWhPerYear))
    totals.append(
      Total(
        name: "eu_controlled_gpus", label: "GPUs under EU control", unit: "",
        a: Double(a.record.euControlledGPUs), b: Double(b.record.euControlledGPUs)))
    return totals
  }

  private static func gridMW(_ plan: ComparedPlan, _ year: Int) -> Double? {
    guard let index = plan.record.years.firstIndex(of: year), index < plan.record.gridMWByYear.count
    else { return nil }
    return plan.record.gridMWByYear[index]
  }
}
