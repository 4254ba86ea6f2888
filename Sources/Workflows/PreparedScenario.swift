// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Geodata
import Planning
import PlanningModel
import Quantities
import Results
import Scenarios
import Sites

/// A scenario with everything that follows from it before a solve: sites, blocks, problem. A function of the
/// input files alone.
struct PreparedScenario: Sendable {
  /// The scenario as read.
  var scenario: Scenario
  /// Sites with their attributes, missing ones filled.
  var table: SiteTable
  /// What was found in each layer.
  var layerReports: [LayerReport]
  /// The sites held against the rules and scores of the scenario; nil where it has no `[screening]`.
  var screening: Screening?
  /// Sizer of the blocks and designs.
  var sizer: ClusterSizer
  /// The complete problem.
  var problem: SitingProblem
  /// What the changes of the scenario and of the command line matched, those of sites last.
  var changes: [ChangeReport]
  /// Warnings of the scenario, and for a plan those of its screening.
  var warnings: [Finding]
  /// The day of the run, and the layers that are out of date on it.
  var run: ReportContext.Run
  /// How long each stage took.
  var times: StageTimes

  /// Reads a scenario and builds its problem.
  ///
  /// - Parameters:
  ///   - source: The scenario file and its overlays.
  ///   - context: What the workflow needs from outside.
  ///   - reader: Opens the files.
  ///   - purpose: What the scenario is wanted for.
  ///   - layers: Layers that other cases of the same study read before; nil to read them.
  /// - Throws: `WorkflowFailure` with every finding.
  init(
    _ source: ScenarioSource, context: WorkflowContext, reader: ScenarioReader = ScenarioReader(),
    purpose: ScenarioReader.Purpose = .plan, layers: LayerCache? = nil
  ) throws {
    var times = StageTimes()
    let clock = context.seconds
    let (scenario, findings, made) = try times.measure("scenario", clock) {
      try Self.readScenario(source, reader: reader, purpose: purpose)
    }
    for change in made { context.diagnose(change.description) }
    for finding in findings { context.tell(finding) }
    let reading = try times.measure("layers", clock) {
      guard let layers else { return try Self.readLayers(scenario, jobs: source.jobs) }
      return try layers.reading(of: scenario) { try Self.readLayers(scenario, jobs: source.jobs) }
    }
    times.splitLast("reading", reading.readingTime, "indicators", reading.derivingTime)
    let (filled, screening, madeInSites, doubtedValues) = try times.measure("screening", clock) {
      try Self.checked(scenario, table: reading.table, purpose: purpose)
    }
    for change in madeInSites { context.diagnose(change.description) }
    (sizer, problem) = try times.measure("problem", clock) {
      try Self.build(scenario, table: filled, screening: screening)
    }
    var doubts = scenario.parameters.families.doubts(in: filled).map { Finding($0, severity: .warning) }
    if purpose == .plan {
      doubts += screening?.notes.filter { $0.severity == .warning } ?? []
      doubts += problem.noCandidate(of: filled.count).map { [Finding($0, severity: .warning)] } ?? []
    }
    for doubt in doubts { context.tell(doubt) }
    table = filled
    self.scenario = scenario
    self.screening = screening
    changes = made + madeInSites
    let remarks = reading.reports.flatMap { report in
      report.remarks.map { Finding($0, layer: report.name, severity: .warning) }
    }
    for remark in remarks + doubtedValues { context.tell(remark) }
    warnings = findings + remarks + doubtedValues + doubts
    layerReports = reading.reports
    run = context.run(reading: reading.reports)
    if let day = run.day {
      for report in reading.reports { report.ageWarning(today: day).map(context.tell) }
    }
    self.times = times
  }

  /// Reads the scenario files: the scenario, its warnings, and what its changes matched.
  private static func readScenario(
    _ source: ScenarioSource, reader: ScenarioReader, purpose: ScenarioReader.Purpose
  ) throws -> (Scenario, [Finding], [ChangeReport]) {
    let reading = reader.read(source.path, overlays: source.overlays, purpose: purpose)
    guard let scenario = reading.scenario else {
      let further = reading.draft.map { layerFindings(of: $0, jobs: source.jobs) } ?? []
      let own = InputFailure(findings: reading.findings)
      throw WorkflowFailure(
        own.cannotOpen && further.isEmpty ? .cannotOpen : .invalidInput, own.findings + further)
    }
    return (scenario, reading.findings, reading.changes)
  }

  /// What is wrong with the layers and names of a scenario that has faults of its own, so that all is
  /// reported in one round.
  private static func layerFindings(of draft: Scenario, jobs: Int) -> [Finding] {
    do {
      let table = try readLayers(draft, jobs: jobs).table
      let stated = try draft.stating(table)
      let names = unknownNames(draft, in: table) + stated.findings
      let filled = try filling(draft, table: stated.table)
      let attributes = draft.screening.map { Screening.attributeFaults(table: filled, parameters: $0) } ?? []
      return names + attributes
    } catch let failure as WorkflowFailure {
      return failure.findings
    } catch {
      return [Finding("\(error)")]
    }
  }

  /// Reads the sites and every layer around them.
  private static func readLayers(_ scenario: Scenario, jobs: Int) throws -> SiteTableReader.Reading {
    let reader = SiteTableReader(
      sites: SiteReader(sources: scenario.siteSources, measureCRS: scenario.measureCRS),
      layers: scenario.layers, jobs: jobs)
    do {
      return try reader.read()
    } catch let failure as InputFailure {
      var reported = WorkflowFailure(failure)
      reported.findings += siteFindings(scenario, reader: reader, without: Set(failure.findings.map(\.layer)))
      throw reported
    }
  }

  /// What the layers that can be used show to be wrong with the sites, to be reported with what is wrong with
  /// the others: often it is the cause, such as a site abroad that no raster covers.
  private static func siteFindings(
    _ scenario: Scenario, reader: SiteTableReader, without failed: Set<String>
  ) -> [Finding] {
    var rest = reader
    rest.layers = reader.layers.filter { !failed.contains($0.name) }
    guard rest.layers.count < reader.layers.count,
      let table = try? scenario.stating(rest.read().table).table
    else { return [] }
    return table.valueFaults().filter { $0.severity == .error } + outsideFrance(table)
  }

  /// Names that only the layers can confirm and do not.
  private static func unknownNames(_ scenario: Scenario, in table: SiteTable) -> [Finding] {
    let zones = Set((0..<table.count).compactMap { table.text(.demandZoneName, row: $0) }).sorted()
    return scenario.findings(forKnownSites: table.ids) + scenario.findings(forKnownZones: zones)
  }

  private static func filling(_ scenario: Scenario, table: SiteTable) throws -> SiteTable {
    try table.fillingMissing(
      with: scenario.parameters.estimates, grid: scenario.parameters.grid,
      decision: scenario.parameters.horizon.decisionDate)
  }

  /// The sites with what is missing filled, screened; everything that only the sites can show to be wrong is
  /// reported at once.
  private static func checked(
    _ scenario: Scenario, table: SiteTable, purpose: ScenarioReader.Purpose
  ) throws -> (SiteTable, Screening?, [ChangeReport], [Finding]) {
    let changed = try scenario.stating(table)
    let stated = changed.table
    var findings = unknownNames(scenario, in: table) + changed.findings
    let faults = stated.valueFaults()
    findings += faults.filter { $0.severity == .error } + outsideFrance(stated)
    let filled = try filling(scenario, table: stated)
    var screening: Screening?
    if let parameters = scenario.screening {
      do {
        screening = try Screening(table: filled, parameters: parameters)
      } catch {
        findings += error.findings
      }
    }
    // Without a plan there is nothing to force a site into.
    if purpose == .plan {
      let excluded =
        (screening?.exclusions ?? []) + scenario.parameters.families.exclusions(ofSitesIn: filled)
      findings += scenario.findings(forScreenedOut: excluded)
    }
    if !findings.isEmpty { throw WorkflowFailure(.invalidInput, findings) }
    return (filled, screening, changed.changes, faults.filter { $0.severity == .warning })
  }

  /// Sizes the blocks and joins everything to a problem.
  private static func build(
    _ scenario: Scenario, table: SiteTable, screening: Screening?
  ) throws -> (ClusterSizer, SitingProblem) {
    let parameters = scenario.parameters
    do {
      let sizer = try ClusterSizer(
        catalogue: scenario.catalogue, assumptions: scenario.assumptions, priceLevel: scenario.priceLevel)
      let blocks = try parameters.skus.map { try sizer.option(skuID: $0) }
      let problem = try ProblemBuilder(
        table: table, parameters: parameters, blocks: blocks, screenedOut: screening?.exclusions ?? [],
        schedule: scenario.design.schedule
      ).problem()
      return (sizer, problem)
    } catch let failure as InputFailure {
      throw WorkflowFailure(.invalidInput, failure.findings)
    } catch let error as SizingError {
      throw WorkflowFailure(.invalidInput, "hardware: \(error)")
    } catch let error as CatalogueError {
      throw WorkflowFailure(.invalidInput, "hardware: \(error)")
    }
  }

  /// Sites that lie in no département, where a layer says where those are: not in France, or off its coast.
  private static func outsideFrance(_ table: SiteTable) -> [Finding] {
    guard let column = table.column(SiteAttribute.departementCode.rawValue) else { return [] }
    return column.values.enumerated().compactMap { row, value in
      guard value.isMissing else { return nil }
      let place = table.positions[row]
      return Finding(
        "site '\(table.ids[row])' at \(place.longitude), \(place.latitude) lies outside France, in no département; "
          + "check longitude, latitude and the coordinate reference system")
    }
  }

  /// Makes plans of this problem; `designed` turns what they cannot be made of into findings.
  var planBuilder: PlanBuilder {
    PlanBuilder(
      name: scenario.name, problem: problem, table: table, sizer: sizer,
      supplyTemperatureC: scenario.supplyTemperatureC,
      specifier: SiteSpecifier(
        assumptions: scenario.design, puePerDegC: scenario.parameters.estimates.puePerDegC.value,
        discountRate: scenario.parameters.horizon.discountRate.value))
  }
}
