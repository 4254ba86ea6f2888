// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import PlanningModel
import Quantities
import Sites
import Testing

@testable import Scenarios

/// What is written must arrive in the value it is meant for.
@Suite struct ScenarioValuesTests {
  @Test func `every key arrives`() throws {
    let plan =
      ScenarioFixture.plan + """
        description = "words"
        [sites]
        layer = "plots"
        id_field = "code"
        name_field = "label"
        force_in = ["b", "a"]
        force_out = ["c"]
        [[sovereignty.share]]
        name = "eu"
        where = "eu_control = 'yes'"
        min = 0.6
        [[sovereignty.share]]
        name = "other"
        where = "eu_control = 'no'"
        max = { value = 0.3, source = "law" }
        [limits]
        sites_max = 4
        campus_min_it_mw = 12.5
        region_share_max = 0.4
        budget_eur = 5e9
        budget_by_year_eur = { 2026 = 1e9, 2027 = 2_000_000_000 }
        [hardware]
        use = ["node-8", "rack-72"]
        price_level = "high"
        supply_gpus = { node-8 = { 2026 = 80, 2027 = 160 } }
        [grid]
        zone_headroom_mw = { "Dunkerque" = { 2026 = 400.5 } }
        [grid.connection_400kv]
        max_mw = 1000
        max_km = 15
        fixed_eur = 75e6
        eur_per_km = 4.6e6
        eur_per_mw = 1
        lead_time_years = 5
        [solver]
        gap = 0.002
        time_limit_s = 60
        node_limit = 5000
        seed = 7
        [objective]
        minimise = "discounted_cost_eur"
        """
    let text = plan.replacingFirst("description = \"words\"\n", with: "")
      .replacingFirst("schema = 1\n", with: "schema = 1\ndescription = \"words\"\n")
    let reading = ScenarioFixture.read([ScenarioFixture.planPath: text])
    let scenario = try #require(reading.scenario, "\(reading.findings)")
    #expect(reading.findings == [])
    #expect(scenario.description == "words")
    #expect(scenario.sites.layer == "plots")
    #expect(scenario.idField == "code" && scenario.nameField == "label")
    #expect(scenario.priceLevel == .high)
    #expect(
      scenario.solve == SolveSettings(gap: 0.002, timeLimitSeconds: 60, nodeLimit: 5000, seed: 7))
    let parameters = scenario.parameters
    #expect(parameters.forceIn == ["b", "a"] && parameters.forceOut == ["c"])
    let shares = try #require(parameters.families.sovereignty?.shares)
    #expect(shares.map(\.name) == ["eu", "other"])
    #expect(shares.map(\.atLeast?.value) == [0.6, nil])
    #expect(shares.map(\.atMost) == [nil, YearlyLimit(value: 0.3, source: "law")])
    #expect(
      parameters.limits
        == PortfolioLimits(
          sitesMax: 4, campusMinITMW: 12.5, regionShareMax: 0.4, budgetEUR: 5e9,
          budgetByYearEUR: [2026: 1e9, 2027: 2e9]))
    #expect(parameters.skus == ["node-8", "rack-72"])
    #expect(parameters.supplyGPUs == ["node-8": [2026: 80, 2027: 160]])
    #expect(parameters.grid.zoneHeadroomMW == ["Dunkerque": [2026: 400.5]])
    #expect(parameters.grid.connections.map(\.voltageKV) == [225, 400])
    #expect(parameters.grid.connections.map(\.fixedEUR.value) == [29e6, 75e6])
    #expect(parameters.grid.connections.map(\.eurPerKm.unit) == ["EUR/km", "EUR/km"])
    #expect(parameters.horizon.decisionDate == CalendarDay(year: 2026, month: 1, day: 1))
    #expect(parameters.grid.usableShare.value == 0.9)
    #expect(parameters.costs.exciseEURPerMWh.value == 12)
    #expect(parameters.estimates.powerDistributionMW.value == 22)
    #expect(parameters.estimates.pueReferenceTemperatureC.unit == "degC")
  }

  @Test func `what is not said has its default`() throws {
    let scenario = try #require(ScenarioFixture.read().scenario)
    #expect(scenario.idField == "id" && scenario.nameField == "name")
    #expect(scenario.priceLevel == .mid)
    #expect(scenario.assumptions == .defaults)
    #expect(scenario.solve == SolveSettings())
    #expect(scenario.parameters.families == RuleFamilies())
    #expect(scenario.parameters.limits == PortfolioLimits())
    #expect(scenario.siteOverrides.isEmpty)
  }

  @Test func `a plain number is the planner's estimate`() throws {
    let factor = try #require(ScenarioFixture.read().scenario).parameters.grid.routeFactor
    #expect(factor == Quantity(1.2, unit: "", basis: .estimated, source: "set in the scenario"))
  }

  @Test func `layers are optional`() throws {
    let changed = ScenarioFixture.replacing("pack = \"../data/layers.toml\"", with: "")
    #expect(try #require(ScenarioFixture.read(changed).scenario).layers.isEmpty)
  }
}
