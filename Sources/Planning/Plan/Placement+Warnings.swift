// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanningModel

extension Placement {
  /// Sites that the planner has decided for and that hold nothing: they are paid for, and a total would not
  /// show it.
  func warnings(in problem: SitingProblem) -> [String] {
    sites.compactMap { placed in
      let site = problem.sites[placed.site]
      guard site.decision == .forcedIn, placed.gpus(year: problem.yearCount - 1, in: problem) == 0 else {
        return nil
      }
      // As it can be pasted: a quote is doubled in a condition, and TOML escapes what ends its texts.
      let text = site.id.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      let condition = TOMLText.quoted("id = '\(text)'")
      let money = RelaxationText.number(placed.connectionEUR(in: problem) / 1e6)
      return
        "site '\(site.id)' is forced in by sites.force_in and holds no GPU: its connection costs \(money) MEUR all the same; "
        + "take it out of sites.force_in, or ask for power on it by a [[rule]] with where = \(condition) and "
        + "it_mw_min"
    }
  }
}
