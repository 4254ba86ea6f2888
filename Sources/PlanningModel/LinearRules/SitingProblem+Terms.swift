// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters

/// Sums that several families of rules are made of.
extension SitingProblem {
  /// Blocks on some sites by the end of a year, each worth what it brings on its site.
  package func blocks(
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
  package func national(year: Int, worth: (_ block: ClusterOption) -> Double) -> [LinearRule.Term] {
    var terms: [LinearRule.Term] = []
    for sku in blocks.indices {
      let value = worth(blocks[sku])
      if value != 0 { terms.append(LinearRule.Term(.national(sku: sku), year: year, value)) }
    }
    return terms
  }

  /// GPUs in the whole country by the end of a year.
  package func nationalGPUs(year: Int) -> [LinearRule.Term] { national(year: year) { Double($0.gpus) } }

  /// Grid power of the blocks on some sites in MW: provisioned IT power times the power usage effectiveness
  /// of the site.
  package func gridMW(on sites: [Int], year: Int) -> [LinearRule.Term] {
    blocks(on: sites, year: year) { site, sku in blocks[sku].itMW * site.pue }
  }

  /// GPUs of the blocks on some sites.
  package func gpus(on sites: [Int], year: Int) -> [LinearRule.Term] {
    blocks(on: sites, year: year) { _, sku in Double(blocks[sku].gpus) }
  }

  /// Candidates that satisfy a condition.
  package func sites(where include: (CandidateSite) -> Bool) -> [Int] {
    var found: [Int] = []
    for index in sites.indices where include(sites[index]) { found.append(index) }
    return found
  }
}

extension Array where Element == LinearRule.Term {
  /// The same sum times a factor.
  package func times(_ factor: Double) -> [LinearRule.Term] {
    map { LinearRule.Term($0.quantity, year: $0.year, $0.coefficient * factor) }
  }
}
