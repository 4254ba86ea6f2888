// SPDX-License-Identifier: GPL-3.0-or-later

package import PlanningModel

/// The written rule for ties between sites that a problem cannot tell apart: of those, a plan takes the ones
/// with the first identifiers, the earliest and largest decision first.
///
/// Two sites are alike when they are equal in everything but their identifier and when the problem stays the
/// same, rule for rule and objective for objective, with the two exchanged. Exchanging their decisions then
/// keeps every rule and the amount of every objective.
package struct TieBreak: Sendable {
  private let problem: SitingProblem

  /// The rule for the ties of a problem.
  package init(_ problem: SitingProblem) {
    self.problem = problem
  }

  /// The placement with the decisions of each group of alike sites handed out again: in ascending order of
  /// (year of energisation, GPUs by year with the larger first, connection, blocks with the larger first), to
  /// identifiers in ascending order; sites without a decision come last. The given placement where nothing
  /// changes, and where the audit or the amount of an objective (to 1e-9 of it) would.
  package func applied(to placement: Placement) -> Placement {
    var decisions = [Placement.Site?](repeating: nil, count: problem.sites.count)
    for placed in placement.sites {
      guard decisions.indices.contains(placed.site), decisions[placed.site] == nil else { return placement }
      decisions[placed.site] = placed
    }
    for group in groups(chosen: decisions.map { $0 != nil }) {
      let made = group.compactMap { decisions[$0] }.sorted(by: comesFirst)
      let byIdentifier = group.sorted { problem.sites[$0].id < problem.sites[$1].id }
      for (place, site) in byIdentifier.enumerated() {
        decisions[site] = place < made.count ? made[place] : nil
        decisions[site]?.site = site
      }
    }
    let settled = Placement(sites: decisions.compactMap { $0 })
    return settled == placement || !isAsGood(settled, as: placement) ? placement : settled
  }

  /// Groups of at least two alike sites of which at least one is chosen.
  private func groups(chosen: [Bool]) -> [[Int]] {
    let candidates = equalSites(chosen: chosen)
    guard !candidates.isEmpty else { return [] }
    let roles = SiteRoles(problem)
    var found: [[Int]] = []
    for equal in candidates {
      var classes: [[Int]] = []
      for site in equal {
        var isPlaced = false
        for index in classes.indices where roles.areAlike(classes[index][0], site) {
          classes[index].append(site)
          isPlaced = true
          break
        }
        if !isPlaced { classes.append([site]) }
      }
      for group in classes where group.count > 1 {
        if group.contains(where: { chosen[$0] }) { found.append(group) }
      }
    }
    return found
  }

  /// Groups of at least two sites that equal a chosen one in everything but the identifier.
  private func equalSites(chosen: [Bool]) -> [[Int]] {
    var isTaken = [Bool](repeating: false, count: problem.sites.count)
    var found: [[Int]] = []
    for i in problem.sites.indices where chosen[i] && !isTaken[i] {
      var nameless = problem.sites[i]
      var equal: [Int] = []
      for j in problem.sites.indices where !isTaken[j] {
        nameless.id = problem.sites[j].id
        if nameless == problem.sites[j] { equal.append(j) }
      }
      for j in equal { isTaken[j] = true }
      if equal.count > 1 { found.append(equal) }
    }
    return found
  }

  private func comesFirst(_ a: Placement.Site, _ b: Placement.Site) -> Bool {
    let (opensA, opensB) = (a.opensYear ?? problem.yearCount, b.opensYear ?? problem.yearCount)
    if opensA != opensB { return opensA < opensB }
    for t in 0..<problem.yearCount {
      let (gpusA, gpusB) = (a.gpus(year: t, in: problem), b.gpus(year: t, in: problem))
      if gpusA != gpusB { return gpusA > gpusB }
    }
    let (connectionA, connectionB) = (a.connection ?? -1, b.connection ?? -1)
    if connectionA != connectionB { return connectionA < connectionB }
    for (ofA, ofB) in zip(a.blocks, b.blocks) where ofA != ofB {
      return ofB.lexicographicallyPrecedes(ofA)
    }
    return a.site < b.site
  }

  private func isAsGood(_ settled: Placement, as placement: Placement) -> Bool {
    let was = PlanAudit(of: placement, in: problem).passed
    if was, !PlanAudit(of: settled, in: problem).passed { return false }
    for objective in problem.objectives {
      let (old, new) = (
        objective.value(of: placement, in: problem), objective.value(of: settled, in: problem)
      )
      if (old - new).magnitude > 1e-9 * max(1, old.magnitude) { return false }
    }
    return true
  }
}

/// What the linear rules and the objectives of a problem say of each of its sites, to tell which sites they
/// cannot tell apart.
private struct SiteRoles {
  /// A term without its site: what it counts, of which sku or connection, in which year, how often.
  private struct Part: Hashable {
    var kind: Int
    var index: Int
    var year: Int
    var coefficient: Double
    /// Connections of which it counts the blocks; empty for all.
    var connections: [Int] = []

    func precedes(_ other: Part) -> Bool {
      if kind != other.kind { return kind < other.kind }
      if index != other.index { return index < other.index }
      if year != other.year { return year < other.year }
      if connections != other.connections {
        return connections.lexicographicallyPrecedes(other.connections)
      }
      return coefficient < other.coefficient
    }
  }

  /// A term of a sum; the site is -1 where it speaks of the country.
  private struct Mention: Hashable {
    var site: Int
    var part: Part
  }

  /// All that a rule or an objective says, but for its name.
  private struct Statement: Hashable {
    var kind: String
    var limits: [Double?]
    var sum: [Mention]
    var reference: [Mention]
  }

  /// What one statement says of one site.
  private struct Role: Equatable {
    var statement: Int
    var sum: [Part]
    var reference: [Part]
  }

  private var statements: [Statement] = []
  /// Roles of each site, by ascending statement.
  private var roles: [[Role]]

  init(_ problem: SitingProblem) {
    roles = [[Role]](repeating: [], count: problem.sites.count)
    for rule in problem.linearRules {
      let year = rule.year.map { Double($0) }
      add(
        Statement(
          kind: rule.kind.identifier + " " + rule.unit,
          limits: [year, rule.constant, rule.atLeast, rule.atMost, rule.penaltyEURPerUnit],
          sum: Self.mentions(rule.terms), reference: Self.mentions(rule.reference)))
    }
    for (place, objective) in (problem.objectives + problem.objectiveLimits.map(\.objective)).enumerated() {
      add(
        Statement(
          kind: "objective", limits: [Double(place)], sum: Self.mentions(objective.terms), reference: []))
    }
  }

  /// Whether all statements stay the same, as a whole, when two sites are exchanged.
  func areAlike(_ a: Int, _ b: Int) -> Bool {
    var changed: [Int] = []
    var (x, y) = (roles[a][...], roles[b][...])
    while let next = [x.first?.statement, y.first?.statement].compactMap({ $0 }).min() {
      let ofA = x.first?.statement == next ? x.removeFirst() : nil
      let ofB = y.first?.statement == next ? y.removeFirst() : nil
      if ofA != ofB { changed.append(next) }
    }
    guard !changed.isEmpty else { return true }
    var balance: [Statement: Int] = [:]
    for index in changed {
      balance[statements[index], default: 0] += 1
      balance[Self.exchanged(statements[index], a, b), default: 0] -= 1
    }
    return balance.values.allSatisfy { $0 == 0 }
  }

  private mutating func add(_ statement: Statement) {
    var bySite: [Int: (sum: [Part], reference: [Part])] = [:]
    for mention in statement.sum { bySite[mention.site, default: ([], [])].sum.append(mention.part) }
    for mention in statement.reference {
      bySite[mention.site, default: ([], [])].reference.append(mention.part)
    }
    for (site, said) in bySite where roles.indices.contains(site) {
      roles[site].append(Role(statement: statements.count, sum: said.sum, reference: said.reference))
    }
    statements.append(statement)
  }

  private static func exchanged(_ statement: Statement, _ a: Int, _ b: Int) -> Statement {
    func swap(_ mentions: [Mention]) -> [Mention] {
      var swapped = mentions
      for index in swapped.indices {
        if mentions[index].site == a {
          swapped[index].site = b
        } else if mentions[index].site == b {
          swapped[index].site = a
        }
      }
      return sorted(swapped)
    }
    var other = statement
    other.sum = swap(statement.sum)
    other.reference = swap(statement.reference)
    return other
  }

  private static func mentions(_ terms: [LinearRule.Term]) -> [Mention] {
    var found: [Mention] = []
    for term in terms {
      let (site, kind, index): (Int, Int, Int)
      var among: [Int] = []
      switch term.quantity {
      case .blocks(let i, let sku): (site, kind, index) = (i, 0, sku)
      case .connectedBlocks(let i, let sku, let connections):
        (site, kind, index) = (i, 4, sku)
        among = connections
      case .contracted(let i, let connections):
        (site, kind, index) = (i, 5, 0)
        among = connections
      case .open(let i): (site, kind, index) = (i, 1, 0)
      case .energised(let i, let connection): (site, kind, index) = (i, 2, connection)
      case .national(let sku): (site, kind, index) = (-1, 3, sku)
      }
      let part = Part(
        kind: kind, index: index, year: term.year, coefficient: term.coefficient, connections: among)
      found.append(Mention(site: site, part: part))
    }
    return sorted(found)
  }

  private static func sorted(_ mentions: [Mention]) -> [Mention] {
    mentions.sorted { $0.site != $1.site ? $0.site < $1.site : $0.part.precedes($1.part) }
  }
}
