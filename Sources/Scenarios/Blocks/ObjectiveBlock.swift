// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel
import Quantities

/// `[objective]`: what a plan shall be best at. Either `minimise` or `maximise` names one measure, or `order`
/// lists several in order of importance, each with the share of its best value that the later ones may give
/// up. `weights_eur` adds other measures to the discounted cost, in EUR a unit.
struct ObjectiveBlock {
  var objective = PlanningObjective()

  /// Whether more capacity is better in itself, so that a plan needs no demand.
  var seeksMost: Bool {
    guard let first = objective.aims.first, first.isMaximised else { return false }
    switch first.measure {
    case .gpus, .gpuYears, .exaflops: return true
    case .discountedCostEUR, .carbonT, .waterM3, .sites: return false
    }
  }

  init(_ table: ConfigTable) {
    let stated = ["minimise", "maximise", "order"].filter { table.node($0) != nil }
    if stated.count > 1, let node = table.node(stated[1]) {
      table.finding(
        stated[1], node, "stands beside \(stated[0])",
        hint: "one of them, or order = [{ maximise = \"gpus\" }, { minimise = \"discounted_cost_eur\" }]")
    }
    if table.isProbe { _ = Self.aim(table) }
    if let node = table.node("order") {
      objective.aims = Self.aims(table, node)
    } else if let aim = Self.aim(table) {
      objective.aims = [aim]
    }
    objective.weightsEUR = Self.weights(table.table("weights_eur"))
    if !objective.weightsEUR.isEmpty, !objective.aims.contains(where: { $0.measure == .discountedCostEUR }),
      let node = table.node("weights_eur")
    {
      table.finding(
        "weights_eur", node, "adds to the discounted cost, which is no aim here",
        hint: "add { minimise = \"discounted_cost_eur\" } to the order")
    }
  }

  /// The one aim that a table names by `minimise` or `maximise`; nil where there is none.
  private static func aim(_ table: ConfigTable) -> PlanningObjective.Aim? {
    if let measure = table.choice("minimise", PlanningObjective.Measure.self, .optional), !table.isProbe {
      return PlanningObjective.Aim(measure)
    }
    if let measure = table.choice("maximise", PlanningObjective.Measure.self, .optional) {
      return PlanningObjective.Aim(measure, isMaximised: true)
    }
    return nil
  }

  private static func aims(_ table: ConfigTable, _ node: ConfigNode) -> [PlanningObjective.Aim] {
    guard let nodes = table.list("order", node), !nodes.isEmpty else {
      table.finding(
        "order", node, "must be a list of aims",
        hint: "write order = [{ maximise = \"gpus\", tolerance = 0.01 }, ...]")
      return [PlanningObjective.Aim(.discountedCostEUR)]
    }
    var aims: [PlanningObjective.Aim] = []
    for (index, element) in nodes.enumerated() {
      guard element.entries != nil else {
        table.finding("order", element, "must be a table, found \(element.kind)")
        continue
      }
      let entry = table.subtable("order", element, number: index + 1)
      let tolerance = entry.number("tolerance", .upTo(1).downTo(1e-12)) ?? 0
      guard var aim = aim(entry) else {
        table.finding("order", element, "names no aim", hint: "add minimise = ... or maximise = ...")
        continue
      }
      aim.tolerance = tolerance
      if aims.contains(where: { $0.measure == aim.measure }) {
        table.finding("order", element, "\(aim.measure.rawValue) stands twice")
      }
      aims.append(aim)
    }
    return aims.isEmpty ? [PlanningObjective.Aim(.discountedCostEUR)] : aims
  }

  private static func weights(_ table: ConfigTable) -> [PlanningObjective.Measure: Double] {
    var weights: [PlanningObjective.Measure: Double] = [:]
    for measure in PlanningObjective.Measure.allCases where measure != .discountedCostEUR {
      weights[measure] = table.number(measure.rawValue, .from(-1e9, to: 1e9))
    }
    return weights
  }
}
