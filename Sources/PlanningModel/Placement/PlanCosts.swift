// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters

/// Money of a placement, computed from the problem and not from the model.
package struct PlanCosts: Sendable, Equatable, Codable {
  /// Grid connections, undiscounted EUR.
  package var connectionEUR: Double = 0
  /// Systems with network and storage, undiscounted EUR.
  package var itEUR: Double = 0
  /// Buildings with their electrical and cooling plant, undiscounted EUR.
  package var shellEUR: Double = 0
  /// Electricity over the operating years counted, undiscounted EUR.
  package var energyEUR: Double = 0
  /// Fixed O&M over the operating years counted, undiscounted EUR.
  package var fixedOMEUR: Double = 0
  /// Penalties of violated soft constraints, undiscounted EUR. A price put on a rule, not money that
  /// anybody is paid.
  package var penaltiesEUR: Double = 0
  /// All of it at its value in the base year, EUR: what the plan minimises.
  package var discountedEUR: Double = 0

  /// Undiscounted capital spending, EUR.
  package var capexEUR: Double { connectionEUR + itEUR + shellEUR }

  /// Hours in a year of 365 days.
  package static let hoursPerYear = 8_760.0

  /// Energy that a block draws from the grid in a year, in MWh: average IT power times power usage
  /// effectiveness times the hours of a year.
  package static func energyMWhPerYear(of block: ClusterOption, pue: Double) -> Double {
    block.averageITMW * pue * hoursPerYear
  }

  /// What a block costs to run for a year, in EUR: electricity, fixed O&M.
  static func runningEURPerYear(of block: ClusterOption, pue: Double, in problem: SitingProblem) -> Double {
    energyMWhPerYear(of: block, pue: pue) * problem.energyEURPerMWh
      + block.itMW * problem.fixedOMEURPerITMWYear
  }

  /// No money.
  package init() {}

  /// Money of one chosen site.
  package init(of placed: Placement.Site, in problem: SitingProblem) {
    let site = problem.sites[placed.site]
    let yearsOfOperation = Self.operatingYears(problem)
    for t in 0..<problem.yearCount {
      var bought = 0.0
      if let connection = placed.connection, let opens = placed.opensYear, opens <= t {
        let option = site.connections[connection]
        let contracted = placed.contractedMW(year: t, in: problem)
        let before = t > opens ? placed.contractedMW(year: t - 1, in: problem) : 0
        let paid = (t == opens ? option.fixedEUR : 0) + option.eurPerMW * max(0, contracted - before)
        connectionEUR += paid
        bought += paid
      }
      for (k, block) in problem.blocks.enumerated() {
        let count = Double(placed.blocks[k][t])
        let added = count - (t > 0 ? Double(placed.blocks[k][t - 1]) : 0)
        itEUR += added * block.itCapexEUR
        shellEUR += added * problem.shellEUR(site: placed.site, sku: k)
        bought += added * problem.capexEUR(site: placed.site, sku: k)
        let energy = Self.energyMWhPerYear(of: block, pue: site.pue) * problem.energyEURPerMWh * count
        let fixedOM = block.itMW * problem.fixedOMEURPerITMWYear * count
        energyEUR += energy * yearsOfOperation[t]
        fixedOMEUR += fixedOM * yearsOfOperation[t]
        discountedEUR += (energy + fixedOM) * problem.operatingWeight[t]
      }
      discountedEUR += bought * problem.discountFactor[t]
    }
  }

  /// Sum of the money of all chosen sites.
  package init(of placement: Placement, in problem: SitingProblem) {
    self.init()
    for placed in placement.sites { add(PlanCosts(of: placed, in: problem)) }
    if let campus = problem.trainingCampus, let penalty = campus.penaltyEUR,
      campus.largestCampus(of: placement, in: problem) < campus.gpus
    {
      penaltiesEUR += penalty
      discountedEUR += penalty * problem.discountFactor[campus.year]
    }
    let priced = problem.linearRules.filter { $0.penaltyEURPerUnit != nil }
    guard !priced.isEmpty else { return }
    let state = PlacementState(placement, in: problem)
    for rule in priced {
      let penalty = rule.violation(for: state) * (rule.penaltyEURPerUnit ?? 0)
      penaltiesEUR += penalty
      discountedEUR += penalty * problem.discountFactor[rule.lastYear]
    }
  }

  /// Adds another ledger.
  mutating func add(_ other: PlanCosts) {
    connectionEUR += other.connectionEUR
    itEUR += other.itEUR
    shellEUR += other.shellEUR
    energyEUR += other.energyEUR
    fixedOMEUR += other.fixedOMEUR
    penaltiesEUR += other.penaltiesEUR
    discountedEUR += other.discountedEUR
  }

  /// Undiscounted operating years behind each planning year.
  private static func operatingYears(_ problem: SitingProblem) -> [Double] {
    problem.years.indices.map { t in
      t + 1 < problem.yearCount
        ? Double(problem.years[t + 1] - problem.years[t]) : Double(1 + problem.operatingYearsAfter)
    }
  }
}
