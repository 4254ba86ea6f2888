// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters

extension RuleContext {
  /// GPUs in service on some sites by the end of a year.
  func gpus(onSites sites: [Int], year: Int) -> [LinearRule.Term] {
    blocks(onSites: sites, year: year) { _, sku in Double(problem.blocks[sku].gpus) }
  }

  /// GPUs in service in the country by the end of a year.
  func nationalGPUs(year: Int) -> [LinearRule.Term] {
    problem.blocks.indices.map {
      LinearRule.Term(.national(sku: $0), year: year, Double(problem.blocks[$0].gpus))
    }
  }

  /// Blocks on some sites by the end of a year, each weighted.
  func blocks(
    onSites sites: [Int], year: Int, weight: (_ site: Int, _ sku: Int) -> Double
  ) -> [LinearRule.Term] {
    var terms: [LinearRule.Term] = []
    for site in sites {
      for sku in problem.blocks.indices {
        terms.append(LinearRule.Term(.blocks(site: site, sku: sku), year: year, weight(site, sku)))
      }
    }
    return terms
  }

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
        name: "an open site holds a block", family: "site_in_use", scope: problem.sites[site].id,
        year: problem.years[year], unit: "blocks",
        terms: blocks(onSites: [site], year: year) { _, _ in 1 }
          + open([site], year: year) { _ in -1 }, atLeast: 0,
        source: "follows from a rule that asks for open sites")
    }
  }
}
