// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import PlanningModel
import Quantities

extension RandomProblems {
  /// A problem small enough to enumerate whose connections have prices and leasts of contracted power that
  /// differ within a site, powers that grow after they are energised, and some that are there already.
  package static func withConnections(seed: UInt64) -> SitingProblem {
    var problem = small(seed: seed)
    var random = SeededGenerator(seed: seed &+ 77_777)
    func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
    for k in problem.blocks.indices where chance(3) {
      let year = problem.years.randomElement(using: &random)
      if Bool.random(using: &random) {
        problem.blocks[k].firstYear = year
      } else {
        problem.blocks[k].lastYear = year
      }
    }
    for i in problem.sites.indices {
      for o in problem.sites[i].connections.indices {
        let capacityMW = problem.sites[i].connections[o].capacityMW
        if !chance(3) {
          problem.sites[i].connections[o].eurPerMW = Double.random(in: 0.1e6...6e6, using: &random)
        }
        if chance(3) {
          problem.sites[i].connections[o].leastMW = Double.random(in: 0.5...capacityMW, using: &random)
        }
        if chance(3) {
          problem.sites[i].connections[o].ramp = ConnectionOption.Ramp(
            firstMW: Double.random(in: 0.9...1.5, using: &random),
            mwPerYear: Double.random(in: 0...2, using: &random))
        }
      }
      if chance(3), let first = problem.sites[i].connections.first {
        problem.sites[i].connections.insert(
          ConnectionOption(
            kind: .existing, voltageKV: first.voltageKV, substation: "", distanceKm: 0,
            capacityMW: Double.random(in: 0.9...first.capacityMW + 0.9, using: &random),
            firstYear: first.firstYear, fixedEUR: 0),
          at: 0)
      }
      if problem.sites[i].connections.count > 1, chance(3) {
        // One price and one least for two connections: one sum.
        problem.sites[i].connections[1].eurPerMW = problem.sites[i].connections[0].eurPerMW
        problem.sites[i].connections[1].leastMW = problem.sites[i].connections[0].leastMW
      }
    }
    return problem
  }
}
