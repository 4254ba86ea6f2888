// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

extension RuleKind {
  /// Deliveries of a sku.
  package static let supply = RuleKind("supply", "GPUs that can be delivered") {
    "\($0.scope): \($0.then) GPUs delivered\($0.year) instead of \($0.now)"
  }
}

/// GPUs of a sku in service never exceed what has been delivered.
struct SupplyRule: PlanningRule {
  var kinds: [RuleKind] { [.supply] }

  func rules(in problem: SitingProblem) -> [LinearRule] {
    problem.blocks.indices.flatMap { k in
      problem.years.indices.compactMap { t -> LinearRule? in
        guard let limit = problem.supplyGPUs[k][t] else { return nil }
        return LinearRule(
          .supply, scope: problem.blocks[k].skuID, year: problem.years[t], unit: "GPU",
          terms: [.init(.national(sku: k), year: t, Double(problem.blocks[k].gpus))], atMost: Double(limit),
          settings: [
            LimitSetting(Self.path(k, t, problem), form: .whole, value: Double(limit), highest: 100_000_000)
          ])
      }
    }
  }

  func relax(_ relaxation: Relaxation, in problem: inout SitingProblem) {
    for k in problem.blocks.indices {
      for t in problem.years.indices where Self.path(k, t, problem) == relaxation.setting.path {
        if problem.supplyGPUs[k][t] != nil { problem.supplyGPUs[k][t] = Int(relaxation.value) }
      }
    }
  }

  private static func path(_ k: Int, _ t: Int, _ problem: SitingProblem) -> [String] {
    let stated = problem.statedYears.supply
    let year = stated.isEmpty ? problem.years[t] : stated[k][t]
    return ["hardware", "supply_gpus", problem.blocks[k].skuID, String(year)]
  }
}
