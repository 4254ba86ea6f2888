// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Optimization
import Quantities

extension RuleKind {
  /// Blocks of a sku on a site never become fewer.
  package static let blocksKept = RuleKind("blocks_kept", "Blocks stay in service", isPolicy: false)
}

/// Blocks once installed stay in service over the horizon.
struct BlocksKeptRule: PlanningRule {
  var kinds: [RuleKind] { [.blocksKept] }

  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    let problem = builder.problem
    for (i, site) in problem.sites.enumerated() {
      for k in problem.blocks.indices {
        for t in 1..<max(1, problem.yearCount) {
          guard let before = builder.key.installed[i][k][t - 1] else { continue }
          var keep = LinearExpression()
          if let now = builder.key.installed[i][k][t] { keep.add(1, now) }
          keep.add(-1, before)
          try builder.addRow(
            keep, lower: 0,
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
      }
    }
  }
}
