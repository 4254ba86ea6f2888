// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Geodata
import Scenarios
import Siting

/// A scenario with everything that follows from it before a solve: sites, blocks, problem. A function of the input files alone.
struct PreparedScenario: Sendable {
  /// The scenario as read.
  var scenario: Scenario
  /// Sites with their attributes, missing ones filled.
  var table: SiteTable
  /// What was found in each layer.
  var layerReports: [LayerReport]
  /// Sizer of the blocks and designs.
  var sizer: ClusterSizer
  /// The complete problem.
  var problem: SitingProblem
  /// Warnings of the scenario.
  var warnings: [String]
  /// How long each stage took.
  var times: StageTimes

  /// Reads a scenario and builds its problem.
  ///
  /// - Throws: `WorkflowFailure` with every finding.
  init(
    _ source: ScenarioSource, context: WorkflowContext, reader: ScenarioReader = ScenarioReader(),
    purpose: ScenarioReader.Purpose = .plan
  ) throws {
    var times = StageTimes()
    let clock = context.seconds
    let (scenario, warnings) = try times.measure("scenario", clock) {
      try Self.readScenario(source, reader: reader, purpose: purpose)
    }
    for warning in warnings { context.talk(warning) }
    let reading = try times.measure("layers", clock) { try Self.readLayers(scenario, jobs: source.jobs) }
    times.splitLast("reading", reading.readingTime, "indicators", reading.derivingTime)
    try Self.checkNames(scenario, in: reading.table)
    (table, sizer, problem) = try times.measure("problem", clock) {
      try Self.build(scenario, table: reading.table)
    }
    self.scenario = scenario
    self.warnings = warnings
    layerReports = reading.reports
    self.times = times
  }

  /// Reads the scenario files: the scenario and its warnings.
  private static func readScenario(
    _ source: ScenarioSource, reader: ScenarioReader, purpose: ScenarioReader.Purpose
  ) throws -> (Scenario, [String]) {
    let reading = reader.read(source.path, overlays: source.overlays, purpose: purpose)
    guard let scenario = reading.scenario else {
      let errors = reading.findings.filter { $0.severity == .error }
      let further = reading.draft.map { layerFindings(of: $0, jobs: source.jobs) } ?? []
      throw WorkflowFailure(
        errors.allSatisfy { $0.kind == .unreadableFile } && further.isEmpty ? .cannotOpen : .invalidInput,
        reading.findings.map(\.description) + further)
    }
    return (scenario, reading.findings.map(\.description))
  }

  /// What is wrong with the layers and names of a scenario that has faults of its own, so that all is told in one round.
  private static func layerFindings(of draft: Scenario, jobs: Int) -> [String] {
    do {
      try checkNames(draft, in: readLayers(draft, jobs: jobs).table)
      return []
    } catch let failure as WorkflowFailure {
      return failure.findings
    } catch {
      return ["\(error)"]
    }
  }

  /// Reads the sites and every layer around them.
  private static func readLayers(_ scenario: Scenario, jobs: Int) throws -> SiteTableReader.Reading {
    let reader = SiteTableReader(
      sites: SiteReader(
        declared: scenario.sites, idField: scenario.idField, nameField: scenario.nameField),
      layers: scenario.layers, jobs: jobs)
    do {
      return try reader.read()
    } catch let failure as GeodataFailure {
      throw WorkflowFailure(failure)
    }
  }

  /// Checks the names that only the layers can confirm.
  private static func checkNames(_ scenario: Scenario, in table: SiteTable) throws {
    let zones = Set((0..<table.count).compactMap { table.text(.demandZoneName, row: $0) }).sorted()
    let unknown = scenario.findings(forKnownSites: table.ids) + scenario.findings(forKnownZones: zones)
    if !unknown.isEmpty { throw WorkflowFailure(.invalidInput, unknown.map(\.description)) }
  }

  /// Fills what is missing, sizes the blocks and joins everything to a problem.
  private static func build(
    _ scenario: Scenario, table: SiteTable
  ) throws -> (SiteTable, ClusterSizer, SitingProblem) {
    let parameters = scenario.parameters
    let stated = try table.applying(scenario.siteOverrides)
    let faults = stated.rangeFaults() + outsideFrance(stated)
    if !faults.isEmpty { throw WorkflowFailure(.invalidInput, faults) }
    let filled = try stated.fillingMissing(with: parameters.estimates, grid: parameters.grid)
    do {
      let sizer = try ClusterSizer(
        catalogue: scenario.catalogue, assumptions: scenario.assumptions, priceLevel: scenario.priceLevel)
      let blocks = try parameters.skus.map { try sizer.option(skuID: $0) }
      let problem = try ProblemBuilder(table: filled, parameters: parameters, blocks: blocks).problem()
      return (filled, sizer, problem)
    } catch let failure as ProblemBuilder.Failure {
      throw WorkflowFailure(.invalidInput, failure.findings)
    } catch let error as SizingError {
      throw WorkflowFailure(.invalidInput, ["hardware: \(error)"])
    } catch let error as CatalogueError {
      throw WorkflowFailure(.invalidInput, ["hardware: \(error)"])
    }
  }

  /// Sites that lie in no département, where a layer says where those are: not in France, or off its coast.
  private static func outsideFrance(_ table: SiteTable) -> [String] {
    guard let column = table.column(SiteAttribute.departementCode.rawValue) else { return [] }
    return column.values.enumerated().compactMap { row, value in
      guard value.isMissing else { return nil }
      let place = table.positions[row]
      return
        "site '\(table.ids[row])' at \(place.longitude), \(place.latitude) lies outside France, in no département; "
        + "check longitude, latitude and the coordinate reference system"
    }
  }

  /// Makes plans of this problem.
  var planBuilder: PlanBuilder {
    PlanBuilder(
      name: scenario.name, problem: problem, table: table, sizer: sizer,
      supplyTemperatureC: scenario.supplyTemperatureC)
  }
}
