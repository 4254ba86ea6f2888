// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel
import Quantities

/// `[objective]`: what a plan minimises or maximises. Either `minimise` or `maximise` names one measure, or
/// `order` lists several in order of importance, each with the share of its best value that the later ones
/// may give up. `weights_eur` adds other measures to the discounted cost, in EUR a unit.
struct ObjectiveBlock {
  var objective = PlanningObjective()

  /// Whether more capacity is better in itself, so that a plan needs no demand.
  var seeksMost: Bool {
    guard let first = objective.levels.first, first.isMaximised else { return false }
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
    if table.isProbe { _ = Self.level(table) }
    if let node = table.node("order") {
      objective.levels = Self.levels(table, node)
    } else if let level = Self.level(table) {
      objective.levels = [level]
    }
    objective.weightsEUR = Self.weights(table.table("weights_eur"))
    if !objective.weightsEUR.isEmpty, !objective.levels.contains(where: { $0.measure == .discountedCostEUR }),
      let node = table.node("weights_eur")
    {
      table.finding(
        "weights_eur", node, "adds to the discounted cost, which is no objective here",
        hint: "add { minimise = \"discounted_cost_eur\" } to the order")
    }
  }

  /// The one objective that a table names by `minimise` or `maximise`; nil where there is none.
  private static func level(_ table: ConfigTable) -> PlanningObjective.Level? {
    if let measure = table.choice("minimise", PlanningObjective.Measure.self, .optional), !table.isProbe {
      return PlanningObjective.Level(measure)
    }
    if let measure = table.choice("maximise", PlanningObjective.Measure.self, .optional) {
      return PlanningObjective.Level(measure, isMaximised: true)
    }
    return nil
  }

  private static func levels(_ table: ConfigTable, _ node: ConfigNode) -> [PlanningObjective.Level] {
    guard let nodes = table.list("order", node), !nodes.isEmpty else {
      table.finding(
        "order", node, "must be a list of objectives",
        hint: "write order = [{ maximise = \"gpus\", tolerance = 0.01 }, ...]")
      return [PlanningObjective.Level(.discountedCostEUR)]
    }
    var levels: [PlanningObjective.Level] = []
    for (index, element) in nodes.enumerated() {
      guard element.entries != nil else {
        table.finding("order", element, "must be a table, found \(element.kind)")
        continue
      }
      let entry = table.subtable("order", element, number: index + 1)
      let tolerance = entry.number("tolerance", .upTo(1).downTo(1e-12)) ?? 0
      guard var level = level(entry) else {
        table.finding("order", element, "names no objective", hint: "add minimise = ... or maximise = ...")
        continue
      }
      level.tolerance = tolerance
      if levels.contains(where: { $0.measure == level.measure }) {
        table.finding("order", element, "\(level.measure.rawValue) stands twice")
      }
      levels.append(level)
    }
    return levels.isEmpty ? [PlanningObjective.Level(.discountedCostEUR)] : levels
  }

  private static func weights(_ table: ConfigTable) -> [PlanningObjective.Measure: Double] {
    var weights: [PlanningObjective.Measure: Double] = [:]
    for measure in PlanningObjective.Measure.allCases where measure != .discountedCostEUR {
      weights[measure] = table.number(measure.rawValue, .from(-1e9, to: 1e9))
    }
    return weights
  }
}
