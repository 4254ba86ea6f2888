// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters

/// The tightest limits that follow from the data before any solve. They cut the relaxation without cutting
/// any plan.
package struct BoundTightening {
  /// Usable grid power of a connection by the end of a year, in MW: `[site][connection][year]`.
  package var powerMW: [[[Double]]]
  /// Most blocks of a sku on a site by the end of a year: `[site][sku][year]`.
  package var blocks: [[[Int]]]
  /// Most GPUs that whole blocks on a connection give by the end of a year: `[site][connection][year]`.
  package var gpus: [[[Double]]]

  /// - Parameters:
  ///   - problem: The problem.
  ///   - policies: Whether limits that a planner could relax (free power of zones, supply) count. They must
  ///     not where the model is to find out what relaxing them would give.
  package init(_ problem: SitingProblem, policies: Bool = true) {
    powerMW = []
    blocks = []
    gpus = []
    let years = 0..<problem.yearCount
    let kept = problem.keptSiting?.decisions(in: problem)
    for (i, site) in problem.sites.enumerated() {
      // Power that the land can take: the most MW per ha over the skus times the land.
      let landMW =
        problem.blocks.map { $0.landHa > 0 ? $0.itMW * site.pue / $0.landHa * site.landHa : .infinity }.max()
        ?? 0
      let power = site.connections.enumerated().map { o, option in
        years.map { t -> Double in
          guard option.firstYear <= problem.years[t] else { return 0 }
          if let kept {
            guard let opening = kept[i], opening.connection == o, opening.year <= t else { return 0 }
          }
          let headroom = site.zone.map { policies ? problem.zones[$0].headroomMW[t] : .infinity } ?? .infinity
          // The earlier it is energised, the more it has grown to.
          let opens = kept?[i]?.year ?? problem.years.firstIndex { $0 >= option.firstYear } ?? t
          let usable =
            problem.connectionMW(site: i, connection: o, year: t, openedIn: min(opens, t))
            * problem.usableShare
          return max(0, min(usable, headroom, landMW))
        }
      }
      powerMW.append(power)
      blocks.append(
        problem.blocks.indices.map { k -> [Int] in
          let block = problem.blocks[k]
          var byYear: [Int] = []
          for t in years {
            // What is not on sale is what was there before.
            guard block.isAvailable(in: problem.years[t]) else {
              byYear.append(byYear.last ?? 0)
              continue
            }
            let most = power.map { $0[t] }.max() ?? 0
            var count = (most / (block.itMW * site.pue) + 1e-9).rounded(.down)
            if block.landHa > 0 { count = min(count, (site.landHa / block.landHa + 1e-9).rounded(.down)) }
            if policies, let supply = problem.supplyGPUs[k][t] {
              count = min(count, (Double(supply) / Double(block.gpus)).rounded(.down))
            }
            // The ranges of powers leave far less; beyond it a count is no whole number of a solver.
            byYear.append(max(0, Int(min(count, 1e9))))
          }
          return byYear
        })
      let counts = blocks[blocks.count - 1]
      var whole = years.map { t in
        WholeBlocks(problem.blocks, pue: site.pue, most: counts.map { $0[t] })
      }
      gpus.append(
        power.map { byYear in
          years.map { t in Double(whole[t].mostGPUs(powerMW: byYear[t], landHa: site.landHa)) }
        })
    }
  }
}
