// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import PlanningModel
import Quantities

/// Sums that several families of rules are made of.
extension SitingProblem {
  /// Blocks on some sites by the end of a year, each worth what it brings on its site.
  func blocks(
    on sites: [Int], year: Int, worth: (_ site: CandidateSite, _ sku: Int) -> Double
  ) -> [LinearRule.Term] {
    var terms: [LinearRule.Term] = []
    for site in sites {
      for sku in blocks.indices {
        let value = worth(self.sites[site], sku)
        if value != 0 { terms.append(LinearRule.Term(.blocks(site: site, sku: sku), year: year, value)) }
      }
    }
    return terms
  }

  /// Blocks in the whole country by the end of a year, each worth what one brings anywhere.
  func national(year: Int, worth: (_ block: ClusterOption) -> Double) -> [LinearRule.Term] {
    var terms: [LinearRule.Term] = []
    for sku in blocks.indices {
      let value = worth(blocks[sku])
      if value != 0 { terms.append(LinearRule.Term(.national(sku: sku), year: year, value)) }
    }
    return terms
  }

  /// Grid power of the blocks on some sites in MW: provisioned IT power times the power usage effectiveness
  /// of the site.
  func gridMW(on sites: [Int], year: Int) -> [LinearRule.Term] {
    blocks(on: sites, year: year) { site, sku in blocks[sku].itMW * site.pue }
  }

  /// GPUs of the blocks on some sites.
  func gpus(on sites: [Int], year: Int) -> [LinearRule.Term] {
    blocks(on: sites, year: year) { _, sku in Double(blocks[sku].gpus) }
  }

  /// Candidates that satisfy a condition.
  func sites(where include: (CandidateSite) -> Bool) -> [Int] {
    var found: [Int] = []
    for index in sites.indices where include(sites[index]) { found.append(index) }
    return found
  }
}

/// What several families of rules check.
extension RuleContext {
  /// Reports a name that is not among the valid ones, with the nearest valid one.
  ///
  /// - Returns: Whether the name is valid.
  mutating func isKnown(_ name: String, among valid: [String], key: String, what: String) -> Bool {
    if valid.contains(name) { return true }
    var hint = ""
    if let near = nearestName(to: name, among: valid) {
      hint = "; did you mean '\(near)'?"
    } else if valid.isEmpty {
      hint = "; no site has one"
    } else {
      hint = "; valid: \(listed(valid, atMost: 12))"
    }
    finding("\(key): there is no \(what) '\(name)'\(hint)")
    return false
  }

  /// Reports years of a target that lie after the horizon, where the target would be lost without a word.
  mutating func checkWithinHorizon(_ limit: YearlyLimit, key: String) {
    guard let last = problem.years.last else { return }
    for year in limit.byYear.keys.sorted() where year > last {
      finding(
        "\(key): \(year) lies after the horizon, which ends in \(last); change the year or horizon.years")
    }
  }

  /// Calendar years from the planning year before to each planning year; 1 for the first.
  func yearsSinceLast(_ year: Int) -> Double {
    year == 0 ? 1 : Double(problem.years[year] - problem.years[year - 1])
  }
}

extension Array where Element == LinearRule.Term {
  /// The same sum times a factor.
  func times(_ factor: Double) -> [LinearRule.Term] {
    map { LinearRule.Term($0.quantity, year: $0.year, $0.coefficient * factor) }
  }
}
