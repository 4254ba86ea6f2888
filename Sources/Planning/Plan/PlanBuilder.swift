// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
import Optimization
package import PlanningModel
import Quantities
package import Sites

/// Makes a plan from a problem and a placement, and nothing else, so that anybody who has both gets the same
/// plan.
package struct PlanBuilder: Sendable {
  /// Title of the scenario.
  package var name: String
  /// The problem.
  package var problem: SitingProblem
  /// The site table behind it.
  package var table: SiteTable
  /// The sizer that made the problem's blocks.
  package var sizer: ClusterSizer
  /// Coolant supply temperature of the designs, in degC.
  package var supplyTemperatureC: Double
  /// What the detailed designs rest on beside the problem.
  package var specifier: SiteSpecifier

  /// Makes plans of a problem.
  package init(
    name: String, problem: SitingProblem, table: SiteTable, sizer: ClusterSizer,
    supplyTemperatureC: Double, specifier: SiteSpecifier = SiteSpecifier()
  ) {
    self.name = name
    self.problem = problem
    self.table = table
    self.sizer = sizer
    self.supplyTemperatureC = supplyTemperatureC
    self.specifier = specifier
  }

  /// What the solver said about an answer.
  package struct Outcome: Sendable, Equatable {
    /// What is known about the answer.
    package var status: Plan.Status
    /// Why the solver stopped.
    package var termination: String
    /// What was reached of each objective that was sought, in order.
    package var objectives: [ObjectiveResult]
    /// Gap that was asked for, a ratio.
    package var gapAsked: Double

    /// What was reached of one objective.
    package struct ObjectiveResult: Sendable, Equatable {
      /// Best amount found while it was sought; nil without a plan.
      package var best: Double?
      /// No plan that keeps to the objectives before is better than this; nil when not known.
      package var bound: Double?

      /// What was reached of one objective.
      package init(best: Double?, bound: Double?) {
        self.best = best
        self.bound = bound
      }
    }

    /// What the solver said about an answer.
    package init(status: Plan.Status, termination: String, objectives: [ObjectiveResult], gapAsked: Double) {
      self.status = status
      self.termination = termination
      self.objectives = objectives
      self.gapAsked = gapAsked
    }
  }

  /// A plan for a placement; an empty placement is the plan of a problem without one.
  ///
  /// - Throws: `InputFailure` with the site whose cluster cannot be designed.
  package func plan(
    _ placement: Placement, outcome: Outcome, explanation: InfeasibilityExplanation? = nil
  ) throws -> Plan {
    let exists = outcome.status != .infeasible && outcome.status != .unknown
    let sites = try plannedSites(placement)
    let costs = PlanCosts(of: placement, in: problem)
    return Plan(
      name: name,
      status: outcome.status,
      termination: outcome.termination,
      costEUR: exists ? costs.discountedEUR : nil,
      unavoidableEUR: problem.unavoidableEUR,
      objectives: objectives(placement, outcome: outcome, exists: exists),
      gapAsked: outcome.gapAsked,
      years: problem.years,
      sites: sites,
      totals: totals(placement, costs: costs),
      activities: exists ? PlanAudit.activities(of: placement, in: problem) : [],
      audit: exists ? PlanAudit(of: placement, in: problem) : PlanAudit(),
      basisShare: basisShare(placement),
      explanation: explanation,
      placement: placement,
      warnings: exists ? placement.warnings(in: problem) : [])
  }

  /// What the plan comes to in each objective.
  private func objectives(_ placement: Placement, outcome: Outcome, exists: Bool) -> [Plan.ObjectiveOutcome] {
    problem.objectives.enumerated().map { index, objective in
      let reached = index < outcome.objectives.count ? outcome.objectives[index] : nil
      return Plan.ObjectiveOutcome(
        name: objective.name, unit: objective.unit, isMaximised: objective.isMaximised,
        tolerance: objective.tolerance,
        value: exists ? objective.value(of: placement, in: problem) : nil, best: reached?.best,
        bound: reached?.bound)
    }
  }

  private func plannedSites(_ placement: Placement) throws -> [PlannedSite] {
    let reasons = SiteReasons(problem: problem, placement: placement)
    let candidateIndex = Dictionary(
      problem.sites.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let placedIndex = Dictionary(
      placement.sites.map { ($0.site, $0) }, uniquingKeysWith: { first, _ in first })
    let exclusions = Dictionary(grouping: problem.exclusions, by: \.siteID)
    let tiers = Dictionary(
      problem.sovereigntyStatuses.map { ($0.siteID, [$0.words]) }, uniquingKeysWith: { first, _ in first })
    return try (0..<table.count).map { row in
      let id = table.ids[row]
      guard let i = candidateIndex[id] else {
        var excluded = bare(row: row, status: .excluded, exclusions: exclusions[id] ?? [])
        excluded.grounds += tiers[id] ?? []
        return excluded
      }
      var planned = bare(row: row, status: .notChosen, exclusions: [])
      let site = problem.sites[i]
      planned.isEUControlled = site.isEUControlled
      planned.basis = site.basis
      planned.pue = site.pue
      planned.powerLimitMW =
        (site.connections.indices.map { usableMW(site: i, connection: $0, openedIn: nil) }.max() ?? 0)
      guard let placed = placedIndex[i] else {
        planned.grounds = reasons.reasonsNotChosen(site: i) + (tiers[id] ?? [])
        return planned
      }
      do {
        try fill(&planned, with: placed, reasons: reasons)
      } catch {
        throw InputFailure(findings: [Finding("\(error)", feature: id)])
      }
      planned.grounds += tiers[id] ?? []
      return planned
    }
  }

  /// A site without decisions.
  private func bare(
    row: Int, status: PlannedSite.Status, exclusions: [SiteExclusion]
  ) -> PlannedSite {
    let zeros = problem.years.map { _ in 0.0 }
    return PlannedSite(
      id: table.ids[row], name: table.names[row], position: table.positions[row],
      region: table.text(.regionName, row: row) ?? "", status: status,
      grounds: exclusions.map(\.words), exclusions: exclusions,
      isEUControlled: nil, basis: nil, opensYear: nil, connection: nil,
      blocks: [], gpusByYear: problem.years.map { _ in 0 }, itMWByYear: zeros, gridMWByYear: zeros,
      powerLimitMW: nil, pue: nil, costs: PlanCosts(), design: nil, specification: nil)
  }

  private func fill(
    _ planned: inout PlannedSite, with placed: Placement.Site, reasons: SiteReasons
  ) throws {
    let site = problem.sites[placed.site]
    let years = 0..<problem.yearCount
    planned.status = .chosen
    planned.grounds = reasons.reasonsChosen(placed)
    planned.opensYear = placed.opensYear.map { problem.years[$0] }
    planned.connection = placed.connection.map { site.connections[$0] }
    planned.powerLimitMW = placed.connection.map {
      usableMW(site: placed.site, connection: $0, openedIn: placed.opensYear)
    }
    if let connection = planned.connection, let opens = planned.opensYear {
      planned.decideBy = CalendarDay(
        decimalYear: Double(opens + 1) - connection.calendar.yearsFromDecision - 1 / 366)
    }
    planned.contractedMW = placed.contractedMW(year: problem.yearCount - 1, in: problem)
    planned.blocks = years.flatMap { t in
      problem.blocks.indices.compactMap { k -> PlannedSite.Blocks? in
        let count = placed.blocks[k][t]
        guard count > 0 else { return nil }
        return PlannedSite.Blocks(
          year: problem.years[t], skuID: problem.blocks[k].skuID, blocks: count,
          gpus: count * problem.blocks[k].gpus)
      }
    }
    planned.gpusByYear = years.map { placed.gpus(year: $0, in: problem) }
    planned.itMWByYear = years.map { placed.itMW(year: $0, in: problem) }
    planned.gridMWByYear = years.map { placed.gridMW(year: $0, in: problem) }
    planned.costs = PlanCosts(of: placed, in: problem)
    let final = problem.blocks.indices.compactMap { k -> ClusterBlock? in
      let count = placed.blocks[k].last ?? 0
      return count > 0 ? ClusterBlock(skuID: problem.blocks[k].skuID, scalableUnits: count) : nil
    }
    if !final.isEmpty {
      let design = try sizer.design(
        blocks: final,
        conditions: SiteConditions(
          pue: site.pue, supplyTemperatureC: supplyTemperatureC,
          connectionMW: planned.connection?.capacityMW, shellCostFactor: site.shellCostFactor))
      planned.design = design
      planned.specification = try sizer.specification(
        of: design,
        conditions: specifier.conditions(
          site: site, placed: placed, costs: planned.costs, table: table, problem: problem),
        basis: specifier.basis)
      planned.grounds += landRemark(planned)
    }
  }

  /// Power that a site may draw at the end of the horizon on a connection, in MW.
  ///
  /// - Parameter opens: Index of the year in which it is energised; nil for the first that it can.
  private func usableMW(site i: Int, connection o: Int, openedIn opens: Int?) -> Double {
    let first = problem.years.firstIndex { $0 >= problem.sites[i].connections[o].firstYear }
    return (opens ?? first).map {
      problem.connectionMW(site: i, connection: o, year: problem.yearCount - 1, openedIn: $0)
        * problem.usableShare
    } ?? 0
  }

  /// Says where the published power of a site needs more land than its published area at the assumed density.
  private func landRemark(_ planned: PlannedSite) -> [Phrase] {
    guard let row = table.row(of: planned.id), let neededHa = planned.design?.landHa,
      let statedHa = table.number(.areaHa, row: row), neededHa > statedHa,
      !table.value(SiteAttribute.areaHa.rawValue, row: row).isFilled
    else { return [] }
    let needed = Phrase(numeral: "\(neededHa.rounded(decimals: 1))")
    let stated = Phrase(numeral: "\(statedHa.rounded(decimals: 1))")
    return [
      "needs about \(needed) ha at the assumed density and \(stated) ha are published: its published power shows that it can "
        + "be built more densely"
    ]
  }

  private func totals(_ placement: Placement, costs: PlanCosts) -> PlanTotals {
    let years = 0..<problem.yearCount
    let last = problem.yearCount - 1
    return PlanTotals(
      sites: placement.sites.filter { $0.opensYear != nil }.count,
      gpusByYear: years.map { placement.gpus(year: $0, in: problem) },
      existingGPUsByYear: years.map { problem.existingGPUs(year: $0) },
      itMWByYear: years.map { t in placement.sites.reduce(0) { $0 + $1.itMW(year: t, in: problem) } },
      gridMWByYear: years.map { t in
        placement.sites.reduce(0) { $0 + $1.gridMW(year: t, in: problem) }
      },
      energyMWhPerYear: placement.sites.reduce(0) { sum, placed in
        problem.blocks.indices.reduce(sum) {
          $0 + Double(placed.blocks[$1][last])
            * PlanCosts.energyMWhPerYear(
              of: problem.blocks[$1], pue: problem.sites[placed.site].pue)
        }
      },
      costs: costs,
      euControlledGPUs: placement.gpus(year: last, in: problem) { $0.isEUControlled })
  }

  private func basisShare(_ placement: Placement) -> [Basis: Double] {
    let last = problem.yearCount - 1
    let all = Double(placement.gpus(year: last, in: problem))
    guard all > 0 else { return [:] }
    var share: [Basis: Double] = [:]
    for basis in Basis.allCases {
      share[basis] = Double(placement.gpus(year: last, in: problem) { $0.basis == basis }) / all
    }
    return share
  }
}
