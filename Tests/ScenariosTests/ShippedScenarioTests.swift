// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import PlanningModel
import Quantities
import Sites
import Testing

@testable import Scenarios

/// The files of the repository itself.
@Suite struct ShippedScenarioTests {
  /// The folder of the package, from the place of this file.
  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  private func read(_ name: String, _ purpose: ScenarioReader.Purpose = .plan) -> ScenarioReader.Reading {
    ScenarioReader().read("\(Self.root)/models/scenarios/\(name).toml", purpose: purpose)
  }

  @Test("is read without a finding", arguments: ["mistral-compute", "campus-france", "sovereign-compute"])
  func plan(_ name: String) throws {
    let reading = read(name)
    #expect(reading.findings == [])
    let scenario = try #require(reading.scenario)
    #expect(scenario.catalogue.skus.count == 5)
    #expect(scenario.sites.source == "\(Self.root)/geodata/layers/sites.geojson")
    #expect(scenario.sites.licence.isEmpty == false)
    #expect(scenario.layers.contains { $0.name == "substations" })
    #expect(!scenario.effectiveText.contains(Self.root))
  }

  @Test func `the base is complete but for its demand`() {
    #expect(read("france-65", .sites).findings == [])
    #expect(read("france-65", .plan).findings.map(\.keyPath) == ["demand.gpus"])
  }

  @Test func `every number of the base names its source`() throws {
    let scenario = try #require(read("france-65", .sites).scenario)
    let parameters = scenario.parameters
    var figures = [
      parameters.horizon.discountRate, parameters.grid.usableShare, parameters.grid.routeFactor,
      parameters.grid.zoneRadiusKm, parameters.grid.rampYears, parameters.costs.energyEURPerMWh,
      parameters.costs.exciseEURPerMWh, parameters.costs.fixedOMEURPerITMWYear,
    ]
    for option in parameters.grid.connections {
      figures += [
        option.maxMW, option.maxKm, option.fixedEUR, option.eurPerKm, option.eurPerMW, option.leadTimeYears,
      ]
    }
    let estimates = parameters.estimates
    figures += [
      estimates.powerMWPerHa, estimates.power225MW, estimates.power400MW, estimates.powerDistributionMW,
      estimates.besideKm, estimates.fastTrackYear, estimates.pueReference,
      estimates.pueReferenceTemperatureC, estimates.puePerDegC,
    ]
    figures += estimates.derivedInputs.named().map(\.figure)
    figures += scenario.assumptions.named().map(\.figure)
    for figure in figures { #expect(figure.source.count > 20, "\(figure)") }
  }

  /// `arpent size` uses the defaults and a plan the scenario: the two must not disagree.
  @Test func `the base states the defaults of sizing`() throws {
    let scenario = try #require(read("france-65", .sites).scenario)
    for (stated, known) in zip(scenario.assumptions.named(), SizingAssumptions.defaults.named()) {
      #expect(stated.figure.value == known.figure.value, "\(stated.name)")
      #expect(
        stated.figure.low == known.figure.low && stated.figure.high == known.figure.high, "\(stated.name)")
    }
  }

  @Test func `the base states the defaults of computed inputs`() throws {
    let inputs = try #require(read("france-65", .sites).scenario).parameters.estimates.derivedInputs
    #expect(inputs == DerivedInputParameters())
  }

  /// The table of figures and the scenarios speak of the same things: they must not disagree.
  @Test func `the base and the defaults agree with the table of figures`() throws {
    let scenario = try #require(read("france-65", .sites).scenario)
    let rows = try figures()
    let inputs = scenario.parameters.estimates.derivedInputs
    let costs = scenario.parameters.costs
    let pairs: [(row: String, scale: Double, figure: Quantity)] = [
      ("fx.usd_to_eur", 1, scenario.assumptions.usdToEUR),
      ("cluster.network_storage_adder_share", 1, scenario.assumptions.networkAndStorageShareOfSystemPrice),
      ("building.cost_per_mw_it", 1e6, scenario.assumptions.shellCostEURPerITMW),
      ("building.fixed_om_per_mw_it_year", 1e6, costs.fixedOMEURPerITMWYear),
      ("energy.price", 1, costs.energyEURPerMWh), ("tax.excise_data_centre", 1, costs.exciseEURPerMWh),
      ("hazard.seismic_share_per_zone", 1, inputs.seismicCostSharePerZone),
      ("hazard.flood_share_per_class", 1, inputs.floodCostSharePerClass),
      ("hazard.fire_share_per_class", 1, inputs.fireCostSharePerClass),
      ("latency.fibre_group_index", 1, inputs.fibreGroupIndex),
      ("latency.fibre_route_factor", 1, inputs.fibreRouteFactor),
    ]
    for pair in pairs {
      let row = try #require(rows[pair.row], "\(pair.row)")
      #expect(
        row.map { $0 * pair.scale }
          == [pair.figure.value, pair.figure.low, pair.figure.high].compactMap { $0 })
    }
  }

  /// Value, low and high of each row of the table of figures, by key; those that are stated.
  private func figures() throws -> [String: [Double]] {
    let bytes = try FileReader.disk.read("\(Self.root)/geodata/source/figures.csv")
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
    // The first five columns hold no comma.
    return Dictionary(
      lines.map { line in
        let cells = line.split(separator: ",", maxSplits: 5, omittingEmptySubsequences: false).map(
          String.init)
        return (cells[0], [cells[1], cells[3], cells[4]].compactMap(Double.init))
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func `mistral compute asks for what was announced`() throws {
    let scenario = try #require(read("mistral-compute").scenario)
    #expect(scenario.parameters.demandGPUs == [2028: 80_000, 2030: 400_000])
    #expect(scenario.parameters.horizon.years == [2026, 2027, 2028, 2029, 2030])
    #expect(scenario.parameters.existing.map(\.gpus) == [13_800, 4_000])
    #expect(scenario.parameters.existing.map(\.gridMW) == [44, 10])
    let shares = try #require(scenario.parameters.families.sovereignty?.shares)
    #expect(shares.map(\.name) == ["eu-control", "sensitive-data"])
    #expect(shares.map(\.atLeast?.value) == [1, 0.25])
    #expect(scenario.parameters.limits == PortfolioLimits(sitesMax: 6))
  }

  /// The scenario that shows the families of rules must go on showing them.
  @Test
  func
    `sovereign compute states most families, and its source of the carbon of electricity is that of the table`()
    throws
  {
    let scenario = try #require(read("sovereign-compute").scenario)
    let parameters = scenario.parameters
    let families = parameters.families
    #expect(families.resilience?.lossOfOneSiteKeepsShare?.byYear == [2029: 0.5])
    #expect(families.demand?.inference.map(\.hub) == ["Paris", "Lyon", "Marseille"])
    #expect(families.water?.stressMaxM3PerYear != nil)
    #expect(families.sovereignty?.shares.count == 2)
    #expect(families.siteLogic?.perDepartementMax != nil && families.siteLogic?.minDistanceKm == 15)
    #expect(
      families.plannerRules?.rules.map { ($0.atLeast ?? $0.atMost)?.penaltyEURPerUnit } == [nil, 2_000_000])
    #expect(parameters.trainingCampus?.gpus == 8_000)
    let carbon = try #require(families.carbon)
    #expect(carbon.capTPerYear != nil)
    let row = try #require(try figures()["carbon.grid_intensity"])
    #expect(row == [carbon.gridGPerKWh.value] && carbon.gridGPerKWh.basis == .published)
  }

  @Test(
    "its effective text gives it again", arguments: ["mistral-compute", "campus-france", "sovereign-compute"])
  func effective(_ name: String) throws {
    let folder = "\(Self.root)/models/scenarios"
    var scenario = try #require(read(name).scenario)
    let text = scenario.effectiveText
    let reader = FileReader { (path: String) throws(FileReader.Failure) -> [UInt8] in
      path == "\(folder)/effective.toml" ? Array(text.utf8) : try FileReader.disk.read(path)
    }
    var again = try ScenarioReader(files: reader).scenario("\(folder)/effective.toml")
    scenario.files = []
    again.files = []
    // Names stand in other lines of the other file.
    #expect(again.mentions.map(\.name) == scenario.mentions.map(\.name))
    again.mentions = scenario.mentions
    #expect(again == scenario)
  }
}
