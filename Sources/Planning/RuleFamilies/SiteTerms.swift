// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel
import Quantities

extension RuleKind {
  /// No site is open and empty.
  static let siteInUse = RuleKind("site_in_use", "An open site holds a block", isPolicy: false)
}

extension RuleContext {
  /// Sites that are open by the end of a year, each weighted.
  func open(
    _ sites: [Int], year: Int, weight: (_ site: Int) -> Double = { _ in 1 }
  ) -> [LinearRule.Term] {
    sites.map { LinearRule.Term(.open(site: $0), year: year, weight($0)) }
  }

  /// Rules that some sites hold a block by the end of a year in which they are open: a rule that asks for
  /// open sites must not be met by empty ones.
  func inUse(_ sites: [Int], year: Int) -> [LinearRule] {
    sites.map { site in
      LinearRule(
        .siteInUse, name: "an open site holds a block", scope: problem.sites[site].id,
        year: problem.years[year], unit: "blocks",
        terms: problem.blocks(on: [site], year: year) { _, _ in 1 }
          + open([site], year: year) { _ in -1 }, atLeast: 0,
        source: "follows from a rule that asks for open sites")
    }
  }
}
