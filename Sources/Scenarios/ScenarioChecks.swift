// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Holds the values of a scenario against each other: years against the horizon, products against the
/// catalogue, weights of groups against the scores in them.
struct ScenarioChecks {
  var blocks: ScenarioBlocks
  var log: FindingLog

  /// Reports every contradiction.
  ///
  /// - Parameter productIDs: Ids of the catalogue; nil or empty where they are not known, whose faults are in
  ///   the log already, so that nothing is held against them.
  func check(productIDs: [String]?) {
    if let productIDs, !productIDs.isEmpty { checkProducts(productIDs) }
    checkScreeningGroups()
    if let first = blocks.horizon.years.first, let last = blocks.horizon.years.last {
      checkYears(first: first, last: last)
    }
  }

  private func checkProducts(_ ids: [String]) {
    for sku in blocks.hardware.use { checkKnown(sku, ids, path: ["hardware", "use"]) }
    for (sku, _) in blocks.hardware.supply {
      let path = ["hardware", "supply_gpus", sku.text]
      guard checkKnown(sku, ids, path: path) else { continue }
      if !blocks.hardware.use.contains(where: { $0.text == sku.text }) {
        log.add(
          .warning, at: sku.node.origin, path: path, "limits a product that is not in hardware.use",
          hint: "in use: \(blocks.hardware.use.map(\.text).joined(separator: ", "))")
      }
    }
  }

  /// A weight of a group without scores would be lost without a word.
  private func checkScreeningGroups() {
    let known = blocks.screening.scoredGroups
    for group in blocks.screening.weightedGroups where !known.contains(group.text) {
      let near = nearestName(to: group.text, among: known).map { "did you mean '\($0)'? " } ?? ""
      log.add(
        at: group.node.origin, path: ["screening", "groups", group.text],
        "no score is in group '\(group.text)'",
        hint: near
          + (known.isEmpty ? "no score names a group" : "groups: \(known.sorted().joined(separator: ", "))"))
    }
  }

  @discardableResult
  private func checkKnown(_ sku: LocatedText, _ ids: [String], path: [String]) -> Bool {
    if ids.contains(sku.text) { return true }
    let near = nearestName(to: sku.text, among: ids).map { "did you mean '\($0)'? " } ?? ""
    log.add(
      at: sku.node.origin, path: path, "the catalogue holds no product '\(sku.text)'",
      hint: near + "it holds \(ids.sorted().joined(separator: ", "))")
    return false
  }

  /// Targets and budgets must lie in the horizon. Deliveries and grid power are facts about the world, which
  /// may be known for longer: what comes after the horizon has no effect, and what comes before it holds at
  /// its start.
  private func checkYears(first: Int, last: Int) {
    let span = first == last ? "\(first)" : "\(first) to \(last)"
    for target in blocks.demand.gpus where !(first...last).contains(target.year) {
      log.add(
        at: target.node.origin, path: ["demand", "gpus", String(target.year)],
        "\(target.year) lies outside the horizon, \(span)", hint: "change the year or horizon.years")
    }
    for target in blocks.demand.gpus
    where (first...last).contains(target.year) && !blocks.horizon.years.contains(target.year) {
      let next = blocks.horizon.years.filter { $0 > target.year }.min() ?? last
      log.add(
        .warning, at: target.node.origin, path: ["demand", "gpus", String(target.year)],
        "\(target.year) is not among the planning years, so the target holds from the end of \(next)")
    }
    for budget in blocks.limits.budgets where !blocks.horizon.years.contains(budget.year) {
      log.add(
        at: budget.node.origin, path: ["limits", "budget_by_year_eur", String(budget.year)],
        "\(budget.year) is not among the planning years",
        hint: "horizon.years is \(blocks.horizon.years)")
    }
    func warn(_ values: [YearValue], _ path: [String]) {
      for value in values where value.year > last {
        log.add(
          .warning, at: value.node.origin, path: path + [String(value.year)],
          "\(value.year) lies after the horizon, \(span), and has no effect")
      }
    }
    for (sku, limits) in blocks.hardware.supply { warn(limits, ["hardware", "supply_gpus", sku.text]) }
    for (zone, power) in blocks.grid.headroom { warn(power, ["grid", "zone_headroom_mw", zone.text]) }
  }
}
