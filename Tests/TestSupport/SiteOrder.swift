// SPDX-License-Identifier: GPL-3.0-or-later

package import PlanningModel

extension SitingProblem {
  /// The same problem with its sites in another order; rules and objectives go on naming the same sites.
  ///
  /// - Parameter order: Index that each site had before, by the index that it gets.
  package func withSites(inOrder order: [Int]) -> SitingProblem {
    var other = self
    other.sites = order.map { sites[$0] }
    var placeOf = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { placeOf[old] = new }
    func moved(_ terms: [LinearRule.Term]) -> [LinearRule.Term] {
      var moved = terms
      for index in moved.indices {
        switch terms[index].quantity {
        case .blocks(let site, let sku): moved[index].quantity = .blocks(site: placeOf[site], sku: sku)
        case .connectedBlocks(let site, let sku, let connections):
          moved[index].quantity = .connectedBlocks(site: placeOf[site], sku: sku, connections: connections)
        case .contracted(let site, let connections):
          moved[index].quantity = .contracted(site: placeOf[site], connections: connections)
        case .open(let site): moved[index].quantity = .open(site: placeOf[site])
        case .energised(let site, let connection):
          moved[index].quantity = .energised(site: placeOf[site], connection: connection)
        case .national: break
        }
      }
      return moved
    }
    for index in linearRules.indices {
      other.linearRules[index].terms = moved(linearRules[index].terms)
      other.linearRules[index].reference = moved(linearRules[index].reference)
    }
    for index in objectives.indices { other.objectives[index].terms = moved(objectives[index].terms) }
    return other
  }
}
