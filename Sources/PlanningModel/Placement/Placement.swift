// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters

/// What was decided, and nothing else: which sites, on which connection from which year, with how many
/// blocks. Everything reported about a plan is computed from this and the problem.
package struct Placement: Sendable, Equatable, Codable {
  /// What was decided for one site.
  package struct Site: Sendable, Equatable, Codable {
    /// Index into the problem's sites.
    package var site: Int
    /// Index into the site's connections; nil when it gets none.
    package var connection: Int?
    /// Index of the year in which the connection is energised; nil when it gets none.
    package var opensYear: Int?
    /// Blocks in service at the end of each year: `[sku][year]`.
    package var blocks: [[Int]]

    /// What was decided for one site.
    package init(site: Int, connection: Int?, opensYear: Int?, blocks: [[Int]]) {
      self.site = site
      self.connection = connection
      self.opensYear = opensYear
      self.blocks = blocks
    }

    /// GPUs in service at the end of a year.
    package func gpus(year t: Int, in problem: SitingProblem) -> Int {
      problem.blocks.indices.reduce(0) { $0 + blocks[$1][t] * problem.blocks[$1].gpus }
    }

    /// Provisioned IT power at the end of a year, in MW.
    package func itMW(year t: Int, in problem: SitingProblem) -> Double {
      problem.blocks.indices.reduce(0) { $0 + Double(blocks[$1][t]) * problem.blocks[$1].itMW }
    }

    /// Grid power drawn at most at the end of a year, in MW: IT power times the site's power usage
    /// effectiveness.
    package func gridMW(year t: Int, in problem: SitingProblem) -> Double {
      itMW(year: t, in: problem) * problem.sites[site].pue
    }

    /// Power contracted with the grid operator by the end of a year, in MW; the least of the connection while
    /// it carries nothing, 0 without one.
    package func contractedMW(year t: Int, in problem: SitingProblem) -> Double {
      guard let connection else { return 0 }
      return problem.sites[site].connections[connection].contractedMW(
        gridMW: gridMW(year: t, in: problem), usableShare: problem.usableShare)
    }
  }

  /// Chosen sites, in the order of the problem; a site that is not listed is not chosen.
  package var sites: [Site]

  /// What was decided.
  package init(sites: [Site]) { self.sites = sites }

  /// GPUs in service at the end of a year on the sites that satisfy a condition.
  package func gpus(
    year t: Int, in problem: SitingProblem, where include: (CandidateSite) -> Bool = { _ in true }
  ) -> Int {
    sites.reduce(0) { include(problem.sites[$1.site]) ? $0 + $1.gpus(year: t, in: problem) : $0 }
  }
}
