// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Optimization
import Quantities

extension RuleKind {
  /// Blocks of a sku on a site never become fewer.
  package static let blocksKept = RuleKind("blocks_kept", "Blocks stay in service", isPolicy: false)
  /// Blocks of a sku are added only while it is on sale.
  package static let productAvailable = RuleKind(
    "product_available", "Products while they are on sale", isPolicy: false)
}

/// Blocks once installed stay in service over the horizon, and are added only in years in which their product
/// can be put in service.
struct BlocksKeptRule: PlanningRule {
  var kinds: [RuleKind] { [.blocksKept, .productAvailable] }

  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    let problem = builder.problem
    for (i, site) in problem.sites.enumerated() {
      for k in problem.blocks.indices {
        for t in 1..<max(1, problem.yearCount) {
          guard let before = builder.key.installed[i][k][t - 1] else { continue }
          var keep = LinearExpression()
          if let now = builder.key.installed[i][k][t] { keep.add(1, now) }
          keep.add(-1, before)
          let isOnSale = problem.blocks[k].isAvailable(in: problem.years[t])
          try builder.addRow(
            keep, lower: 0, upper: isOnSale ? .infinity : 0,
            RowKey(
              .blocksKept, scope: "\(site.id) \(problem.blocks[k].skuID)", year: problem.years[t]))
        }
      }
    }
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    placement.sites.flatMap { placed in
      problem.blocks.indices.map { k in
        let steps = zip(placed.blocks[k].dropFirst(), placed.blocks[k]).map { $0 - $1 }
        return RuleActivity(
          RowKey(
            .blocksKept, scope: "\(problem.sites[placed.site].id) \(problem.blocks[k].skuID)"),
          activity: Double(steps.min() ?? 0), atLeast: 0, unit: "block")
      } + untimely(placed, in: problem)
    }
  }

  /// Blocks that a placement adds in years in which their product cannot be put in service.
  private func untimely(_ placed: Placement.Site, in problem: SitingProblem) -> [RuleActivity] {
    problem.blocks.enumerated().compactMap { k, block -> RuleActivity? in
      guard block.firstYear != nil || block.lastYear != nil else { return nil }
      var untimely = 0
      for t in problem.years.indices where !block.isAvailable(in: problem.years[t]) {
        untimely += placed.blocks[k][t] - (t > 0 ? placed.blocks[k][t - 1] : 0)
      }
      return RuleActivity(
        RowKey(.productAvailable, scope: "\(problem.sites[placed.site].id) \(block.skuID)"),
        activity: Double(untimely), atMost: 0, unit: "block")
    }
  }
}
