// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Optimization

extension LinearRule {
  /// Sides on which a sum is held.
  struct Sides: OptionSet, Sendable {
    let rawValue: Int
    /// The sum must not be larger.
    static let most = Sides(rawValue: 1)
    /// The sum must not be smaller.
    static let least = Sides(rawValue: 2)
    static let both: Sides = [.most, .least]

    /// The sides of the negative sum.
    var mirrored: Sides {
      var sides: Sides = []
      if contains(.most) { sides.insert(.least) }
      if contains(.least) { sides.insert(.most) }
      return sides
    }
  }

  /// Sides on which the sum of the terms is held.
  var sides: Sides {
    var sides: Sides = []
    if atMost != nil { sides.insert(.most) }
    if atLeast != nil { sides.insert(.least) }
    return sides
  }
}

/// The blocks of a site in one year while its connection is one of some, each sku with what one block is
/// worth: one amount, so one column for all of them.
struct ConnectedGroup: Hashable {
  var site: Int
  var connections: [Int]
  var year: Int
  /// Worth of a block of each sku, positive, by ascending sku.
  var worth: [Worth]
  /// Part of the amount that does not count.
  var free = 0.0
  /// Whether the amount counts negatively; plays no part in which amount it is.
  private(set) var sign = 1.0

  struct Worth: Hashable {
    var sku: Int
    var each: Double
  }

  static func == (a: ConnectedGroup, b: ConnectedGroup) -> Bool {
    a.site == b.site && a.year == b.year && a.connections == b.connections && a.worth == b.worth
      && a.free == b.free
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(site)
    hasher.combine(year)
    hasher.combine(connections)
    hasher.combine(worth)
    hasher.combine(free)
  }

  /// The groups of a sum, in the order of their first terms; positive and negative terms apart.
  ///
  /// What is contracted is a group of its own: the power of the blocks over the share that may be used.
  static func groups(of terms: [LinearRule.Term], in problem: SitingProblem) -> [(
    group: ConnectedGroup, times: Double
  )] {
    let contracts = terms.compactMap { term -> (ConnectedGroup, Double)? in
      guard term.coefficient != 0, case .contracted(let site, let connections) = term.quantity,
        let first = connections.first
      else { return nil }
      let worth = problem.blocks.indices.map { sku in
        Worth(sku: sku, each: problem.blocks[sku].itMW * problem.sites[site].pue / problem.usableShare)
      }
      return (
        ConnectedGroup(
          site: site, connections: connections, year: term.year, worth: worth,
          free: problem.sites[site].connections[first].leastMW, sign: term.coefficient < 0 ? -1 : 1),
        term.coefficient.magnitude
      )
    }
    return blockGroups(of: terms).map { ($0, 1) } + contracts
  }

  private static func blockGroups(of terms: [LinearRule.Term]) -> [ConnectedGroup] {
    var groups: [ConnectedGroup] = []
    for term in terms where term.coefficient != 0 {
      guard case .connectedBlocks(let site, let sku, let connections) = term.quantity else { continue }
      let sign = term.coefficient < 0 ? -1.0 : 1.0
      let worth = Worth(sku: sku, each: term.coefficient.magnitude)
      let place = groups.firstIndex {
        $0.site == site && $0.year == term.year && $0.connections == connections && $0.sign == sign
      }
      if let place {
        groups[place].worth.append(worth)
      } else {
        groups.append(
          ConnectedGroup(site: site, connections: connections, year: term.year, worth: [worth], sign: sign))
      }
    }
    for index in groups.indices { groups[index].worth.sort { ($0.sku, $0.each) < ($1.sku, $1.each) } }
    return groups
  }
}

extension FormulationBuilder {
  /// What a group of connected blocks comes to.
  ///
  /// A site has one connection. What its blocks come to is at most the most that the connection can carry, so
  /// with `c` the amount of all its blocks, `M_o` the most of connection `o` and `w_o` whether it is
  /// energised, the amount `p` while the connection is one of some is held exactly by
  ///
  ///     p >= c - sum over the other o of M_o w_o,   p >= 0        where it must not be too small
  ///     p <= c,   p <= sum over these o of M_o w_o                where it must not be too large
  ///
  /// Where a part `f` of the amount does not count, `f` times the sum of these `w_o` is taken off in the
  /// first row; from below such a group is never held.
  mutating func connected(
    _ group: ConnectedGroup, _ sides: LinearRule.Sides
  ) throws(ModelError) -> LinearExpression {
    let (i, t) = (group.site, group.year)
    var here = LinearExpression()
    var elsewhere = LinearExpression()
    for o in problem.sites[i].connections.indices {
      guard let variable = key.energised[i][o][t] else { continue }
      if group.connections.contains(o) {
        here.add(most(group, on: o), variable)
        if group.free > 0 { elsewhere.add(group.free, variable) }
      } else {
        elsewhere.add(most(group, on: o), variable)
      }
    }
    var carried = LinearExpression()
    for worth in group.worth {
      if let variable = key.installed[i][worth.sku][t] { carried.add(worth.each, variable) }
    }
    if here.columns.isEmpty || carried.columns.isEmpty { return LinearExpression() }
    if elsewhere.columns.isEmpty, group.free == 0 { return carried }
    let known = connectedColumns[group]
    let amount: Variable
    if let known {
      amount = known.variable
    } else {
      amount = try addConnected(group, upper: here.coefficients.max() ?? 0)
    }
    let meaning = RowKey(.connectedAmount, scope: problem.sites[i].id, year: problem.years[t])
    let missing = known.map { sides.subtracting($0.sides) } ?? sides
    if missing.contains(.most) {
      var row = LinearExpression()
      row.add(1, amount)
      row.add(-1, carried)
      row.add(1, elsewhere)
      try addRow(row, lower: 0, meaning)
    }
    if missing.contains(.least) {
      for limit in [carried, here] {
        var row = LinearExpression()
        row.add(1, amount)
        row.add(-1, limit)
        try addRow(row, upper: 0, meaning)
      }
    }
    connectedColumns[group] = (amount, (known?.sides ?? []).union(sides))
    var sum = LinearExpression()
    sum.add(1, amount)
    return sum
  }

  /// The most that the blocks of a group come to on a connection.
  private func most(_ group: ConnectedGroup, on connection: Int) -> Double {
    let (i, t) = (group.site, group.year)
    let perMW = group.worth.map { $0.each / (problem.blocks[$0.sku].itMW * problem.sites[i].pue) }.max() ?? 0
    let byPower = limits.powerMW[i][connection][t] * perMW
    // Whole blocks give fewer GPUs than the power alone would.
    let perGPU = group.worth.map { $0.each / Double(problem.blocks[$0.sku].gpus) }.max() ?? 0
    return min(byPower, limits.gpus[i][connection][t] * perGPU)
  }
}
