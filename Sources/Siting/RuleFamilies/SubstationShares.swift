// SPDX-License-Identifier: GPL-3.0-or-later

/// What sites that could go to one substation or to another one put on it, without a product of two decisions.
///
/// A site has one connection. Where its connection goes elsewhere, what it carries is at most the most that connection can carry,
/// so "what the site carries, less that most times the connection elsewhere" is what it puts on this substation when that is
/// positive, and at most 0 otherwise. The sum over sites of the positive parts is the largest sum over any set of them; so
/// "at most H in all" is the same as one row for every set of such sites. The rows are exact for hard limits.
///
/// Beyond `largestExact` such sites, those with the least power on the substation count with the most that their connection to it
/// can carry, once it is energised: never too little.
struct SubstationShares {
  /// Most sites with a choice of substation that are counted exactly; the rows double with each.
  static let largestExact = 6

  /// What one site may put on the substation.
  struct Choice {
    /// Index of the candidate.
    var site: Int
    /// Connections that go elsewhere.
    var elsewhere: [Int]
    /// Connections that go to the substation.
    var here: [Int]
  }

  /// A set of sites with a choice, for one row.
  struct Row {
    /// Sites of the set, by identifier; empty for the row of the sites without a choice.
    var siteIDs: [String]
    /// The sum of the row.
    var terms: [LinearRule.Term]
  }

  /// Name of the substation.
  var name: String
  /// Candidates whose every connection goes to it.
  var only: [Int] = []
  /// Candidates with a choice that are counted exactly.
  var exact: [Choice] = []
  /// Candidates with a choice that are counted by the connection.
  var byConnection: [Choice] = []

  /// Names of all substations that a candidate may connect to, ascending; connections without a name are none.
  static func names(in problem: SitingProblem) -> [String] {
    var names: Set<String> = []
    for site in problem.sites {
      for option in site.connections where !option.substation.isEmpty { names.insert(option.substation) }
    }
    return names.sorted()
  }

  init(_ name: String, in problem: SitingProblem) {
    self.name = name
    var choices: [(choice: Choice, powerMW: Double)] = []
    for (index, site) in problem.sites.enumerated() {
      var here: [Int] = []
      var elsewhere: [Int] = []
      var powerMW = 0.0
      for (number, option) in site.connections.enumerated() {
        if option.substation == name {
          here.append(number)
          powerMW = max(powerMW, option.capacityMW)
        } else {
          elsewhere.append(number)
        }
      }
      if here.isEmpty { continue }
      if elsewhere.isEmpty {
        only.append(index)
      } else {
        choices.append((Choice(site: index, elsewhere: elsewhere, here: here), powerMW))
      }
    }
    // The most power first; the order of the candidates among equals.
    choices.sort { $0.powerMW != $1.powerMW ? $0.powerMW > $1.powerMW : $0.choice.site < $1.choice.site }
    exact = choices.prefix(Self.largestExact).map(\.choice)
    byConnection = choices.dropFirst(Self.largestExact).map(\.choice)
  }

  /// Whether one row says it all, so that a missed limit has one price.
  var isOneRow: Bool { exact.isEmpty || exact.count == 1 && only.isEmpty && byConnection.isEmpty }

  /// Every candidate that can connect to the substation.
  var sites: [Int] { (only + exact.map(\.site) + byConnection.map(\.site)).sorted() }

  /// The rows of a year.
  ///
  /// - Parameters:
  ///   - carried: What the blocks of some sites come to.
  ///   - most: The most that a connection of a site can carry, in the same unit: `(site, connection)`.
  func rows(
    year: Int, in problem: SitingProblem, carried: ([Int]) -> [LinearRule.Term], most: (Int, Int) -> Double
  ) -> [Row] {
    var always = carried(only)
    for choice in byConnection {
      for connection in choice.here {
        always.append(energised(choice.site, connection, year, most(choice.site, connection)))
      }
    }
    var rows: [Row] = []
    for set in 0..<(1 << exact.count) {
      var row = Row(siteIDs: [], terms: always)
      for (bit, choice) in exact.enumerated() where set & (1 << bit) != 0 {
        row.siteIDs.append(problem.sites[choice.site].id)
        row.terms += carried([choice.site])
        for connection in choice.elsewhere {
          row.terms.append(energised(choice.site, connection, year, -most(choice.site, connection)))
        }
      }
      if !row.terms.isEmpty { rows.append(row) }
    }
    return rows
  }

  private func energised(_ site: Int, _ connection: Int, _ year: Int, _ amount: Double) -> LinearRule.Term {
    LinearRule.Term(.energised(site: site, connection: connection), year: year, amount)
  }

  /// The scope of a row: the substation, and the sites with a choice that it counts.
  func scope(_ row: Row) -> String {
    row.siteIDs.isEmpty ? name : "\(name), with \(row.siteIDs.sorted().joined(separator: " and "))"
  }
}
