// SPDX-License-Identifier: GPL-3.0-or-later

/// A siting that was decided before and is kept: which sites, on which connection, from which year. Only the
/// blocks are free.
package struct KeptSiting: Sendable, Equatable, Codable {
  /// What is kept of one site.
  package struct Opening: Sendable, Equatable, Codable {
    /// Identifier of the site.
    package var siteID: String
    /// Voltage of the connection, kV.
    package var voltageKV: Int
    /// Substation that the connection leads to.
    package var substation: String
    /// How the power comes.
    package var kind: ConnectionKind
    /// Calendar year in which it is energised.
    package var year: Int

    /// What is kept of one site.
    package init(
      siteID: String, voltageKV: Int, substation: String, kind: ConnectionKind = .newLine, year: Int
    ) {
      self.siteID = siteID
      self.voltageKV = voltageKV
      self.substation = substation
      self.kind = kind
      self.year = year
    }
  }

  /// The openings in ascending order of site.
  package var openings: [Opening]

  /// A siting to keep.
  package init(openings: [Opening]) { self.openings = openings.sorted { $0.siteID < $1.siteID } }

  /// The siting of a plan.
  package init(of placement: Placement, in problem: SitingProblem) {
    self.init(
      openings: placement.sites.compactMap { placed -> Opening? in
        guard let connection = placed.connection, let year = placed.opensYear else { return nil }
        let site = problem.sites[placed.site]
        let option = site.connections[connection]
        return Opening(
          siteID: site.id, voltageKV: option.voltageKV, substation: option.substation,
          kind: option.kind, year: problem.years[year])
      })
  }

  /// The openings as indices of a problem: connection and first year of each of its sites, nil for a site
  /// that stays closed.
  ///
  /// A connection that the problem offers later than the siting has it opens as early as it can; one that it
  /// does not offer at all stays closed and is named in `lost(in:)`.
  func decisions(in problem: SitingProblem) -> [(connection: Int, year: Int)?] {
    problem.sites.map { site in
      guard let opening = openings.first(where: { $0.siteID == site.id }),
        let connection = site.connections.firstIndex(where: {
          $0.voltageKV == opening.voltageKV && $0.substation == opening.substation && $0.kind == opening.kind
        })
      else { return nil }
      let from = max(opening.year, site.connections[connection].firstYear)
      return problem.years.firstIndex { $0 >= from }.map { (connection, $0) }
    }
  }

  /// Sites of the siting that cannot be kept in a problem: it has no such site or connection, or none within
  /// its years.
  package func lost(in problem: SitingProblem) -> [String] {
    let kept = decisions(in: problem)
    return openings.map(\.siteID).filter { id in
      guard let index = problem.sites.firstIndex(where: { $0.id == id }) else { return true }
      return kept[index] == nil
    }
  }
}
