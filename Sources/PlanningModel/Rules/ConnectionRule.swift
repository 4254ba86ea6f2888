// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Quantities

extension RuleKind {
  /// At most one connection.
  package static let oneConnection = RuleKind("one_connection", "One connection a site", isPolicy: false)
  /// No connection before its time, and none given up.
  package static let connectionKept = RuleKind(
    "connection_kept", "Connection not before its first year", isPolicy: false)
}

/// A site has at most one connection, from its first year on, and keeps it.
struct ConnectionRule: PlanningRule {
  var kinds: [RuleKind] { [.oneConnection, .connectionKept] }

  func addRows(to builder: inout FormulationBuilder) throws(ModelError) {
    let problem = builder.problem
    for (i, site) in problem.sites.enumerated() {
      for t in 0..<problem.yearCount {
        let open = builder.open(site: i, year: t)
        if open.columns.count > 1 {
          try builder.addRow(
            open, upper: 1, RowKey(.oneConnection, scope: site.id, year: problem.years[t]))
        }
        guard t > 0 else { continue }
        for o in site.connections.indices {
          guard let before = builder.key.energised[i][o][t - 1] else { continue }
          var keep = LinearExpression()
          if let now = builder.key.energised[i][o][t] { keep.add(1, now) }
          keep.add(-1, before)
          try builder.addRow(
            keep, lower: 0,
            RowKey(
              .connectionKept,
              scope: "\(site.id) \(site.connections[o].voltageKV) kV \(site.connections[o].kind.rawValue)",
              year: problem.years[t]))
        }
      }
    }
  }

  func activities(of placement: Placement, in problem: SitingProblem) -> [RuleActivity] {
    placement.sites.flatMap { placed -> [RuleActivity] in
      let site = problem.sites[placed.site]
      return (0..<problem.yearCount).compactMap { t -> RuleActivity? in
        let year = problem.years[t]
        let holdsBlocks = placed.blocks.contains { $0[t] > 0 }
        guard let connection = placed.connection, let opens = placed.opensYear, opens <= t else {
          // Blocks without power: a missing connection counts as zero of the one that is needed.
          return holdsBlocks
            ? RuleActivity(
              RowKey(.oneConnection, scope: site.id, year: year), activity: 0, atLeast: 1,
              unit: "connection") : nil
        }
        return RuleActivity(
          RowKey(.connectionKept, scope: site.id, year: year), activity: Double(problem.years[opens]),
          atLeast: Double(site.connections[connection].firstYear), unit: "year")
      }
    }
  }
}
