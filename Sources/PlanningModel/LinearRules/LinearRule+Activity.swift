// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension LinearRule {
  /// The value of a sum of terms for a placement, from the decisions alone.
  static func value(of terms: [Term], for state: PlacementState) -> Double {
    terms.reduce(0) { $0 + $1.coefficient * state.amount(of: $1.quantity, year: $1.year) }
  }

  /// What the rule comes to.
  func outcome(for state: PlacementState) -> (value: Double, atLeast: Double?, atMost: Double?) {
    let value = constant + Self.value(of: terms, for: state)
    guard !reference.isEmpty else { return (value, atLeast, atMost) }
    let whole = Self.value(of: reference, for: state)
    return (value, atLeast.map { $0 * whole }, atMost.map { $0 * whole })
  }

  /// What the rule comes to, against its limits.
  func activity(for state: PlacementState) -> RuleActivity {
    let found = outcome(for: state)
    return RuleActivity(
      RowKey(linear: self), activity: found.value, atLeast: found.atLeast, atMost: found.atMost, unit: unit,
      penaltyEURPerUnit: penaltyEURPerUnit, basis: basis)
  }

  /// By how much the rule is violated, in its unit; 0 where it holds.
  func violation(for state: PlacementState) -> Double {
    let found = outcome(for: state)
    return max(0, found.atLeast.map { $0 - found.value } ?? 0, found.atMost.map { found.value - $0 } ?? 0)
  }
}

/// A placement by site, for looking up single decisions.
struct PlacementState {
  private let placed: [Placement.Site?]
  private let national: [[Int]]
  private let problem: SitingProblem

  init(_ placement: Placement, in problem: SitingProblem) {
    var bySite = [Placement.Site?](repeating: nil, count: problem.sites.count)
    var totals = problem.blocks.map { _ in [Int](repeating: 0, count: problem.yearCount) }
    for site in placement.sites {
      bySite[site.site] = site
      for (sku, byYear) in site.blocks.enumerated() {
        for (year, count) in byYear.enumerated() { totals[sku][year] += count }
      }
    }
    placed = bySite
    national = totals
    self.problem = problem
  }

  /// Amount of a quantity by the end of a year.
  func amount(of quantity: LinearRule.Quantity, year: Int) -> Double {
    switch quantity {
    case .blocks(let site, let sku): Double(placed[site]?.blocks[sku][year] ?? 0)
    case .connectedBlocks(let site, let sku, let connections):
      if let placed = placed[site], let connection = placed.connection, connections.contains(connection) {
        Double(placed.blocks[sku][year])
      } else {
        0
      }
    case .contracted(let site, let connections):
      if let placed = placed[site], let connection = placed.connection, connections.contains(connection) {
        placed.contractedMW(year: year, in: problem) - problem.sites[site].connections[connection].leastMW
      } else {
        0
      }
    case .open(let site): isOpen(placed[site], year) ? 1 : 0
    case .energised(let site, let connection):
      isOpen(placed[site], year) && placed[site]?.connection == connection ? 1 : 0
    case .national(let sku): Double(national[sku][year])
    }
  }

  private func isOpen(_ site: Placement.Site?, _ year: Int) -> Bool {
    site?.opensYear.map { $0 <= year } ?? false
  }
}
