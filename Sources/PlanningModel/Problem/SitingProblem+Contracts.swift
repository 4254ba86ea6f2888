// SPDX-License-Identifier: GPL-3.0-or-later

/// What connections cost, as sums of decisions.
extension SitingProblem {
  /// What has been paid for connections by the end of a year, in EUR: what does not depend on the power and
  /// the least that is contracted once energised, and every further MW as it is contracted.
  func connectionTerms(year t: Int) -> [LinearRule.Term] {
    var terms: [LinearRule.Term] = []
    for (i, site) in sites.enumerated() {
      for (o, option) in site.connections.enumerated() {
        terms.append(
          .init(.energised(site: i, connection: o), year: t, option.costEUR(contractedMW: option.leastMW)))
      }
      terms += contractTerms(site: i, year: t)
    }
    return terms
  }

  /// What has been paid for MW beyond the least by the end of a year, in EUR. Connections with one price and
  /// one least are one sum, which needs no column of its own where a site has no others.
  func contractTerms(site i: Int, year t: Int) -> [LinearRule.Term] {
    let options = sites[i].connections
    var terms: [LinearRule.Term] = []
    var seen: [Int] = []
    for o in options.indices where options[o].eurPerMW > 0 && !seen.contains(o) {
      let alike = options.indices.filter {
        options[$0].eurPerMW == options[o].eurPerMW && options[$0].leastMW == options[o].leastMW
      }
      seen += alike
      terms.append(.init(.contracted(site: i, connections: alike), year: t, options[o].eurPerMW))
    }
    return terms
  }
}
