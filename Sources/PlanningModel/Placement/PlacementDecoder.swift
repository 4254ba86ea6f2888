// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

extension Placement {
  /// Reads a placement from a solution of the formulation.
  ///
  /// A connection without blocks is dropped and one energised before its first block is moved to that year:
  /// both only make the plan cheaper. The move is left out where budgets of single years tie the money to its
  /// year. A site the planner decided for keeps its connection, and so do all where a rule or objective
  /// speaks of open sites.
  ///
  /// - Parameters:
  ///   - values: One value a column of the model.
  ///   - formulation: The model and its key.
  ///   - problem: The problem it was built from.
  package init(values: [Double], formulation: Formulation, problem: SitingProblem) {
    var chosen: [Site] = []
    let years = 0..<problem.yearCount
    // Rules or objectives that speak of open sites may want a connection that carries nothing yet.
    let counted =
      problem.linearRules.flatMap { $0.terms + $0.reference } + problem.objectives.flatMap(\.terms)
    let keepsConnections = counted.contains { $0.quantity.isConnection }
    let moves = !keepsConnections && problem.budgetByYearEUR.allSatisfy { $0 == nil }
    let isOn = { (variable: Variable?) in variable.map { values[$0.column] > 0.5 } ?? false }
    for i in problem.sites.indices {
      let blocks = problem.blocks.indices.map { k in
        years.map { t in
          formulation.key.installed[i][k][t].map { Int(values[$0.column].rounded()) } ?? 0
        }
      }
      var connection: Int?
      var opens: Int?
      for (o, byYear) in formulation.key.energised[i].enumerated() {
        if let first = years.first(where: { isOn(byYear[$0]) }) {
          connection = o
          opens = first
        }
      }
      let firstBlocks = years.first { t in blocks.contains { $0[t] > 0 } }
      let isForced = problem.sites[i].decision == .forcedIn
      if let firstBlocks {
        if moves, let current = opens, let connection, current < firstBlocks {
          opens = Self.latestOpening(
            current...firstBlocks, connection: connection, site: i, blocks: blocks, in: problem)
        }
      } else if isForced || keepsConnections, connection != nil {
        if moves { opens = problem.yearCount - 1 }
      } else {
        continue
      }
      chosen.append(Site(site: i, connection: connection, opensYear: opens, blocks: blocks))
    }
    self.init(sites: chosen)
  }

  /// The latest of some years in which a connection may be energised and still carry the blocks: one that
  /// grows may have to come early.
  private static func latestOpening(
    _ years: ClosedRange<Int>, connection o: Int, site i: Int, blocks: [[Int]], in problem: SitingProblem
  ) -> Int {
    let site = Site(site: i, connection: o, opensYear: nil, blocks: blocks)
    return years.last { opens in
      (0..<problem.yearCount).allSatisfy { t in
        let mostMW =
          problem.connectionMW(site: i, connection: o, year: t, openedIn: opens) * problem.usableShare
        // Beyond it only what a solver's tolerance leaves.
        return site.gridMW(year: t, in: problem) <= mostMW + 1e-6 * max(1, mostMW)
      }
    } ?? years.lowerBound
  }
}
