// SPDX-License-Identifier: GPL-3.0-or-later

package import PlanningModel

/// A siting that at least one plan of a study has: sites with their connections and opening years, whatever
/// stands on them.
package struct StudyPortfolio: Sendable, Equatable {
  /// A site of it.
  package struct Site: Sendable, Hashable {
    /// Identifier.
    package var id: String
    /// Voltage of its connection, kV; nil without one.
    package var voltageKV: Int?
    /// Substation of its connection; empty without one.
    package var substation: String
    /// How its power comes; nil without one.
    package var kind: ConnectionKind?
    /// Calendar year in which it is energised; nil where it is not.
    package var opensYear: Int?
  }

  /// Name: `P1` is the siting of the most cases.
  package var name: String
  /// Sites in ascending order of identifier.
  package var sites: [Site]
  /// Identifiers of the cases whose plan has it, in their order; at least one.
  package var cases: [String]
  /// Key of the first of these cases, in whose file the siting is.
  package var key: String

  /// The different sitings of a study: by falling number of cases, then in the order in which they come up.
  /// Cases without a plan have none.
  package static func table(of result: StudyResult) -> [StudyPortfolio] {
    var known: [[Site]: Int] = [:]
    var found: [StudyPortfolio] = []
    for row in result.rows {
      guard let plan = row.plan else { continue }
      let sites = plan.chosen.map { site in
        Site(
          id: site.id, voltageKV: site.connection?.voltageKV, substation: site.connection?.substation ?? "",
          kind: site.connection?.kind,
          opensYear: site.opensYear)
      }
      if let position = known[sites] {
        found[position].cases.append(row.id)
      } else {
        known[sites] = found.count
        found.append(StudyPortfolio(name: "", sites: sites, cases: [row.id], key: row.key))
      }
    }
    let order = found.indices.sorted { a, b in
      found[a].cases.count == found[b].cases.count ? a < b : found[a].cases.count > found[b].cases.count
    }
    var portfolios: [StudyPortfolio] = []
    for position in order {
      var portfolio = found[position]
      portfolio.name = "P\(portfolios.count + 1)"
      portfolios.append(portfolio)
    }
    return portfolios
  }
}
