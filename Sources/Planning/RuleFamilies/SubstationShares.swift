// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel

/// What sites put on one substation: the blocks of a site count while its connection goes there. Exact for
/// any number of sites that could go to this substation or to another one.
struct SubstationShares {
  /// Every candidate that can connect to the substation, ascending.
  private(set) var sites: [Int] = []
  /// Connections to the substation of the candidates that could also go elsewhere.
  private var choices: [Int: [Int]] = [:]

  /// Names of all substations that a candidate may connect to, ascending; connections without a name are
  /// none.
  static func names(in problem: SitingProblem) -> [String] {
    var names: Set<String> = []
    for site in problem.sites {
      for option in site.connections where !option.substation.isEmpty { names.insert(option.substation) }
    }
    return names.sorted()
  }

  init(_ name: String, in problem: SitingProblem) {
    for (index, site) in problem.sites.enumerated() {
      let here = site.connections.indices.filter { site.connections[$0].substation == name }
      if here.isEmpty { continue }
      sites.append(index)
      if here.count < site.connections.count { choices[index] = here }
    }
  }

  /// The part of a sum over blocks that is on the substation.
  func terms(_ sum: [LinearRule.Term]) -> [LinearRule.Term] {
    sum.map { term in
      guard case .blocks(let site, let sku) = term.quantity, let here = choices[site] else { return term }
      return LinearRule.Term(
        .connectedBlocks(site: site, sku: sku, connections: here), year: term.year, term.coefficient)
    }
  }
}
