// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import PlanningModel
package import Quantities
package import Sites

/// Joins a site table, the planner's parameters and the cluster options to a complete problem. The table must
/// have been through `fillingMissing`; a site that still lacks something needed is excluded with the reason.
package struct ProblemBuilder: Sendable {
  /// Candidate sites with their attributes filled.
  package var table: SiteTable
  /// What the planner decides or assumes.
  package var parameters: SitingParameters
  /// One block for each sku in use.
  package var blocks: [ClusterOption]
  /// Why sites that are screened out are no candidates.
  package var screenedOut: [SiteExclusion]
  /// How long the steps from the decision to the first operation take.
  package var schedule: ScheduleAssumptions

  /// Joins a site table, the planner's parameters, the cluster options and what a screening excluded.
  package init(
    table: SiteTable, parameters: SitingParameters, blocks: [ClusterOption],
    screenedOut: [SiteExclusion] = [], schedule: ScheduleAssumptions = ScheduleAssumptions()
  ) {
    self.schedule = schedule
    self.table = table
    self.parameters = parameters
    self.blocks = blocks
    self.screenedOut = screenedOut
  }

  /// Builds the problem.
  ///
  /// - Throws: `InputFailure` with every unknown site or zone that the parameters name and every empty
  ///   dimension.
  package func problem() throws(InputFailure) -> SitingProblem {
    try checkNames()
    let years = parameters.horizon.years
    let regionNames = Set((0..<table.count).compactMap { table.text(.regionName, row: $0) }).sorted()
    let zones = gridZones()
    let annotated = parameters.families.annotated(table)
    let excluded = Dictionary(
      grouping: screenedOut + parameters.families.exclusions(in: annotated), by: \.siteID)
    var sites: [CandidateSite] = []
    var exclusions: [SiteExclusion] = []
    for row in 0..<table.count {
      let found = CandidateBuilder(
        table: table, row: row, parameters: parameters, zones: zones.map(\.name),
        regions: regionNames, blocks: blocks, screenedOut: excluded[table.ids[row]] ?? [],
        schedule: schedule
      ).candidate()
      switch found {
      case .success(let site): sites.append(site)
      case .failure(let reasons): exclusions.append(contentsOf: reasons.exclusions)
      }
    }
    let rate = parameters.horizon.discountRate.value
    let base = years[0]
    let discount = years.map { Self.power(1 / (1 + rate), $0 - base) }
    var problem = SitingProblem(
      years: years,
      discountFactor: discount,
      operatingWeight: operatingWeight(rate: rate, base: base),
      operatingYearsAfter: parameters.horizon.operatingYearsAfter,
      sites: sites,
      exclusions: exclusions,
      forcedSites: parameters.forceIn.sorted(),
      blocks: blocks,
      demandGPUs: Self.carryForward(parameters.demandGPUs, years: years, before: 0),
      supplyGPUs: blocks.map { block in
        guard let limits = parameters.supplyGPUs[block.skuID] else {
          return Array(repeating: nil, count: years.count)
        }
        return Self.carryForward(limits.mapValues { Optional($0) }, years: years, before: nil)
      },
      zones: zones,
      regions: regionNames,
      usableShare: parameters.grid.usableShare.value,
      sitesMax: parameters.limits.sitesMax,
      campusMinITMW: parameters.limits.campusMinITMW ?? 0,
      regionShareMax: parameters.limits.regionShareMax,
      budgetEUR: parameters.limits.budgetEUR,
      budgetByYearEUR: years.map { parameters.limits.budgetByYearEUR[$0] },
      energyEURPerMWh: parameters.costs.energyEURPerMWh.value + parameters.costs.exciseEURPerMWh.value,
      fixedOMEURPerITMWYear: parameters.costs.fixedOMEURPerITMWYear.value)
    problem.existing = parameters.existing
    let (rules, faults) = parameters.families.compiled(for: problem, table: annotated)
    var compiler = ObjectiveCompiler(problem, families: parameters.families)
    problem.objectives = compiler.objectives(of: parameters.objective)
    var findings = (faults + compiler.findings).map { Finding($0) }
    if let asked = parameters.trainingCampus {
      problem.trainingCampus = TrainingCampus(asked, years: years)
      if problem.trainingCampus == nil {
        findings.append(
          Finding(
            "by = \(asked.by) lies before the horizon, which begins in \(base)", key: "demand.training_campus"
          ))
      }
    }
    if !findings.isEmpty { throw InputFailure(findings: findings) }
    problem.linearRules = rules
    problem.decisionDate = parameters.horizon.decisionDate
    problem.statedYears.demand = StatedYears.carried(parameters.demandGPUs.keys, years: years)
    problem.statedYears.supply = blocks.map {
      StatedYears.carried(Array((parameters.supplyGPUs[$0.skuID] ?? [:]).keys), years: years)
    }
    problem.statedYears.zones = zones.map {
      StatedYears.carried(Array((parameters.grid.zoneHeadroomMW[$0.name] ?? [:]).keys), years: years)
    }
    problem.sovereigntyStatuses = parameters.families.sovereigntyStatuses(in: annotated)
    return problem
  }

  /// Checks that every site the parameters name exists and that there is something to plan.
  private func checkNames() throws(InputFailure) {
    var findings: [Finding] = []
    for (list, key) in [(parameters.forceIn, "sites.force_in"), (parameters.forceOut, "sites.force_out")] {
      for id in list where table.row(of: id) == nil {
        let hint = nearestName(to: id, among: table.ids).map { "; did you mean '\($0)'?" } ?? ""
        findings.append(Finding("there is no site '\(id)'\(hint)", key: key))
      }
    }
    let zoneNames = Set((0..<table.count).compactMap { table.text(.demandZoneName, row: $0) })
    for name in parameters.grid.zoneHeadroomMW.keys.sorted() where !zoneNames.contains(name) {
      let hint = nearestName(to: name, among: zoneNames).map { "; did you mean '\($0)'?" } ?? ""
      findings.append(Finding("there is no demand zone '\(name)'\(hint)", key: "grid.zone_headroom_mw"))
    }
    if parameters.horizon.years.isEmpty { findings.append(Finding("no year to plan", key: "horizon.years")) }
    if blocks.isEmpty { findings.append(Finding("no sku to place", key: "hardware.use")) }
    if table.count == 0 { findings.append(Finding("no site to choose from", key: "sites.source")) }
    if !findings.isEmpty { throw InputFailure(findings: findings) }
  }

  /// Demand zones that any site lies near, ascending by name; without a limit where no free power is known.
  private func gridZones() -> [GridZone] {
    let years = parameters.horizon.years
    var published: [String: Double] = [:]
    var names: Set<String> = []
    for row in 0..<table.count {
      guard let name = table.text(.demandZoneName, row: row) else { continue }
      names.insert(name)
      if let free = table.number("demand_zone_free_mw", row: row) {
        published[name] = published[name] ?? free
      }
    }
    return names.sorted().map { name in
      let stated = parameters.grid.zoneHeadroomMW[name] ?? [:]
      return GridZone(
        name: name,
        headroomMW: Self.carryForward(stated, years: years, before: published[name] ?? .infinity))
    }
  }

  /// Discounted operating years behind each planning year: from that year until the next one, and for the
  /// last year also the years after the horizon.
  private func operatingWeight(rate: Double, base: Int) -> [Double] {
    let years = parameters.horizon.years
    return years.indices.map { t in
      let end =
        t + 1 < years.count ? years[t + 1] : years[t] + 1 + parameters.horizon.operatingYearsAfter
      return (years[t]..<end).reduce(0) { $0 + Self.power(1 / (1 + rate), $1 - base) }
    }
  }

  /// Values by year, each carried forward until the next one that is stated.
  static func carryForward<Value>(_ stated: [Int: Value], years: [Int], before: Value) -> [Value] {
    var current = before
    let known = stated.keys.sorted()
    var next = 0
    return years.map { year in
      while next < known.count, known[next] <= year {
        current = stated[known[next]] ?? current
        next += 1
      }
      return current
    }
  }

  /// A whole power by multiplication, the same on every machine.
  static func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<max(0, exponent) { result *= base }
    return result
  }
}
