// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import Quantities
import Testing

@testable import Scenarios

/// The families of rules in a scenario: what is written arrives, and what is wrong is found where it stands.
@Suite struct RuleFamilyBlocksTests {
  private func read(_ text: String) -> ScenarioReader.Reading {
    ScenarioFixture.read([ScenarioFixture.planPath: ScenarioFixture.plan + text])
  }

  private func families(_ text: String) throws -> RuleFamilies {
    let reading = read(text)
    #expect(reading.findings == [])
    return try #require(reading.scenario).parameters.families
  }

  private func faults(_ text: String) -> [String] {
    read(text).findings.map { "\($0.keyPath) \($0.message) \($0.hint)" }
  }

  @Test func `nothing stated is nothing`() throws {
    #expect(try families("") == RuleFamilies())
  }

  @Test func `limits on grid power arrive`() throws {
    let grid = try #require(
      try families(
        """
        [grid]
        substation_headroom_mw = { "AVELIN" = { 2027 = 400, source = "letter" } }
        region_power_max_mw = { "Île-de-France" = { value = 100, 2028 = 500, penalty_eur_per_mw = 1e5 } }
        ramp_mw_per_year = 300
        site_ramp_mw_per_year = { 2027 = 80 }
        """
      ).grid)
    #expect(grid.substationHeadroomMW == ["AVELIN": YearlyLimit(byYear: [2027: 400], source: "letter")])
    #expect(
      grid.regionPowerMaxMW == [
        "Île-de-France": YearlyLimit(
          value: 100, byYear: [2028: 500], penaltyEURPerUnit: 1e5, source: "set in the scenario")
      ])
    #expect(grid.rampMWPerYear?.value == 300)
    #expect(grid.siteRampMWPerYear?.byYear == [2027: 80])
  }

  @Test func `what remains after a loss arrives`() throws {
    let resilience = try #require(
      try families(
        """
        [resilience]
        loss_of_one_site_keeps_share = 0.6
        loss_of_one_substation_keeps_share = { 2028 = 0.5 }
        loss_of_one_zone_keeps_share = { value = 0.4, penalty_eur_per_gpu = 5_000 }
        """
      ).resilience)
    #expect(resilience.lossOfOneSiteKeepsShare?.value == 0.6)
    #expect(resilience.lossOfOneSubstationKeepsShare?.byYear == [2028: 0.5])
    #expect(resilience.lossOfOneZoneKeepsShare?.penaltyEURPerUnit == 5_000)
  }

  @Test func `other demands arrive and stand in for GPUs`() throws {
    let text = ScenarioFixture.plan.replacingFirst(
      "gpus = { 2026 = 4_000, 2027 = 18_000 }",
      with: """
        exaflops = { precision = "fp8", 2028 = 50, source = "ministry" }
        it_mw = { 2028 = 100 }
        inference = [ { hub = "Paris", gpus = 2_000, latency_ms = 2.0 }, { hub = "Lyon", latency_ms = 3, gpus = { 2027 = 500 } } ]
        """)
    let reading = ScenarioFixture.read([ScenarioFixture.planPath: text])
    #expect(reading.findings == [])
    let demand = try #require(reading.scenario?.parameters.families.demand)
    #expect(
      demand.exaflops
        == DemandRules.Exaflops(
          precision: .fp8, limit: YearlyLimit(byYear: [2028: 50], source: "ministry")))
    #expect(demand.itMW?.byYear == [2028: 100])
    #expect(demand.inference.map(\.hub) == ["Paris", "Lyon"])
    #expect(demand.inference.map(\.latencyMs) == [2, 3])
    #expect(demand.inference.map(\.gpus.value) == [2_000, nil])
    #expect(demand.inference[1].gpus.byYear == [2027: 500])
  }

  @Test func `water, carbon and heat arrive`() throws {
    let families = try families(
      """
      [water]
      wue_l_per_kwh = { value = 0.1, low = 0, high = 0.4, basis = "published", source = "sheet" }
      max_m3_per_year = 1e6
      basin_max_m3_per_year = { "Seine-Normandie" = { 2027 = 2e5 } }
      region_max_m3_per_year = { "Bretagne" = 100 }
      stress_max_m3_per_year = { 2028 = 5e4, penalty_eur_per_m3 = 3 }
      stress_level = 5
      [carbon]
      grid_g_per_kwh = { 2027 = 20, 2030 = 15, source = "forecast" }
      cap_t_per_year = { 2028 = 90_000 }
      cap_t = { value = 500_000, penalty_eur_per_t = 250 }
      [heat_reuse]
      share_min = { 2028 = 0.2 }
      attribute = "heat_user"
      value = "yes"
      sites = ["a"]
      """)
    let water = try #require(families.water)
    #expect(water.wueLitresPerKWh.value == 0.1 && water.wueLitresPerKWh.basis == .published)
    #expect(water.maxM3PerYear?.value == 1e6 && water.stressLevel == 5)
    #expect(water.basinMaxM3PerYear["Seine-Normandie"]?.byYear == [2027: 2e5])
    #expect(water.regionMaxM3PerYear["Bretagne"]?.value == 100)
    #expect(water.stressMaxM3PerYear?.penaltyEURPerUnit == 3)
    let carbon = try #require(families.carbon)
    #expect(carbon.gridGPerKWhByYear == [2027: 20, 2030: 15])
    #expect(carbon.gridGPerKWh.value == 20 && carbon.gridGPerKWh.source == "forecast")
    #expect(carbon.capTPerYear?.byYear == [2028: 90_000])
    #expect(carbon.capT == YearlyLimit(value: 500_000, penaltyEURPerUnit: 250, source: "set in the scenario"))
    let heat = try #require(families.heatReuse)
    #expect(heat.attribute == "heat_user" && heat.text == "yes" && heat.siteIDs == ["a"])
  }

  @Test func `an empty block takes the figures of the house with their sources`() throws {
    let families = try families("[water]\n[carbon]\n")
    #expect(families.water?.wueLitresPerKWh == WaterRules.defaultWUE)
    #expect(families.carbon?.gridGPerKWh == CarbonRules.defaultGridGPerKWh)
    #expect(WaterRules.defaultWUE.basis == .estimated && WaterRules.defaultWUE.source.contains("https://"))
    #expect(CarbonRules.defaultGridGPerKWh.source.contains("https://"))
  }

  @Test(arguments: [
    ("[grid]\nsubstation_headroom_mw = 400\n", "grid.substation_headroom_mw", "table"),
    ("[grid]\nsubstation_headroom_mw = { A = {} }\n", "grid.substation_headroom_mw.A", "states no limit"),
    ("[grid]\nregion_power_max_mw = { A = -1 }\n", "grid.region_power_max_mw.A", "from 0"),
    ("[grid]\nramp_mw_per_year = \"fast\"\n", "grid.ramp_mw_per_year", "number"),
    ("[grid]\nramp_gw_per_year = 1\n", "grid.ramp_gw_per_year", "ramp_mw_per_year"),
    ("[resilience]\nloss_of_one_site_keeps_share = 60\n", "resilience.loss_of_one_site", "0.6"),
    ("[resilience]\nloss_of_one_sit_keeps_share = 0.6\n", "resilience.loss_of_one_sit", "loss_of_one_site"),
    ("exaflops = 50\n", "demand.exaflops", "precision"),
    ("exaflops = { precision = \"fp9\", 2028 = 50 }\n", "demand.exaflops.precision", "fp8"),
    ("exaflops = { 2028 = 50 }\n", "demand.exaflops.precision", "missing"),
    ("exaflops = { precision = \"fp8\" }\n", "demand.exaflops", "states no limit"),
    ("it_mw = { 2028 = \"x\" }\n", "demand.it_mw.2028", "number"),
    ("inference = { hub = \"Paris\" }\n", "demand.inference", "list"),
    ("inference = [ 5 ]\n", "demand.inference", "tables"),
    ("inference = [ { hub = \"Paris\", gpus = 5 } ]\n", "demand.inference.1.latency_ms", "missing"),
    ("inference = [ { latency_ms = 2, gpus = 5 } ]\n", "demand.inference.1.hub", "missing"),
    ("inference = [ { hub = \"Paris\", latency_ms = 2 } ]\n", "demand.inference.1.gpus", "missing"),
    ("[water]\nwue_l_per_kwh = -1\n", "water.wue_l_per_kwh", "from 0"),
    ("[water]\nbasin_max_m3_per_year = { Seine = { 99 = 5 } }\n", "water.basin_max", "is no year"),
    ("[water]\nstress_level = 9\n", "water.stress_level", "from 1 to 5"),
    ("[water]\nmax_l_per_year = 9\n", "water.max_l_per_year", "max_m3_per_year"),
    ("[carbon]\ngrid_g_per_kwh = { 27 = 5 }\n", "carbon.grid_g_per_kwh.27", "is no year"),
    ("[carbon]\ngrid_g_per_kwh = { 2027 = \"a\" }\n", "carbon.grid_g_per_kwh.2027", "number"),
    ("[carbon]\ncap_t = {}\n", "carbon.cap_t", "states no limit"),
    ("[heat_reuse]\nattribute = \"x\"\nvalue = 1\n", "heat_reuse.share_min", "missing"),
    ("[heat_reuse]\nshare_min = 0.2\n", "heat_reuse.share_min", "which sites"),
    ("[heat_reuse]\nshare_min = 0.2\nattribute = \"x\"\n", "heat_reuse.attribute", "which of its values"),
    ("[heat_reuse]\nshare_min = 0.2\nsites = [\"a\"]\nvalue = 1\n", "heat_reuse.value", "no attribute"),
    (
      "[heat_reuse]\nshare_min = 0.2\nattribute = \"x\"\nvalue = 1\nat_least = 2\n", "heat_reuse.value",
      "at_least"
    ),
  ])
  func `what is wrong is found where it stands`(text: String, key: String, words: String) {
    let found = faults(text)
    #expect(found.contains { $0.hasPrefix(key) && $0.contains(words) }, "\(found)")
    #expect(read(text).scenario == nil)
  }
}
