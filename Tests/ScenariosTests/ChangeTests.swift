// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import Quantities
import Sites
import Testing

@testable import Scenarios

/// Changes of a scenario's own values: multiply, add, remove, delete, and wildcards.
@Suite struct ChangeTests {
  private func scenario(_ overlays: String...) throws -> Scenario {
    let reading = ScenarioFixture.read(overlays: overlays)
    return try #require(reading.scenario, "\(reading.findings)")
  }

  @Test func `numbers are multiplied, raised and lowered`() throws {
    #expect(try scenario("grid.route_factor*=1.5").parameters.grid.routeFactor.value == 1.2 * 1.5)
    #expect(try scenario("cost.energy_eur_per_mwh+=5").parameters.costs.energyEURPerMWh.value == 75)
    #expect(try scenario("cost.energy_eur_per_mwh -= 5").parameters.costs.energyEURPerMWh.value == 65)
    #expect(try scenario("demand.gpus.2027*=1.1").parameters.demandGPUs == [2026: 4_000, 2027: 19_800])
  }

  @Test func `every year of a table by year is multiplied`() throws {
    let wanted = [2026: 4_600, 2027: 20_700]
    #expect(try scenario("demand.gpus*=1.15").parameters.demandGPUs == wanted)
    #expect(try scenario("demand.gpus.*  *=1.15").parameters.demandGPUs == wanted)
    #expect(try scenario("demand.gpus.**=1.15").parameters.demandGPUs == wanted)
    #expect(try scenario("demand.gpus.202?*=1.15").parameters.demandGPUs == wanted)
    #expect(try scenario("demand.gpus.*=7").parameters.demandGPUs == [2026: 7, 2027: 7])
  }

  @Test func `a figure takes its band along and is published no more`() throws {
    let rate = try scenario("horizon.discount_rate*=2").parameters.horizon.discountRate
    #expect(rate.value == 0.14 && rate.low == 0.06 && rate.high == 0.2)
    #expect(rate.basis == .estimated)
    #expect(rate.source == "https://example.org/rate x 2 in the scenario")
    let shifted = try scenario("horizon.discount_rate+=0.5", "horizon.discount_rate-=0.25")
    #expect(
      shifted.parameters.horizon.discountRate.source
        == "https://example.org/rate + 0.5 - 0.25 in the scenario")
  }

  @Test func `a factor of one is no change`() throws {
    let one = try scenario("horizon.discount_rate*=1", "grid.route_factor+=0")
    #expect(one == (try scenario()))
  }

  @Test func `lists grow and shrink`() throws {
    let both = try scenario("hardware.use+=node-8")
    #expect(both.skus == ["rack-72", "node-8"])
    #expect(try scenario("hardware.use+=[\"node-8\"]").skus == both.skus)
    #expect(try scenario("hardware.use+=node-8", "hardware.use-=rack-72").skus == ["node-8"])
    #expect(try scenario("sites.force_out+=[\"a\", \"b\"]").parameters.forceOut == ["a", "b"])
    let years = try scenario("horizon.years+=2029", "horizon.years-=[2027, 2026]", "demand.gpus={ 2028 = 1 }")
    #expect(years.parameters.horizon.years == [2028, 2029])
  }

  @Test func `what is deleted has its default again`() throws {
    let set = try scenario("hardware.price_level=low")
    let gone = try scenario("hardware.price_level=low", "hardware.price_level=null")
    #expect(set.priceLevel == .low)
    #expect(gone == (try scenario()))
    #expect(try scenario("name=\"null\"").name == "null")
    #expect(try scenario("demand.gpus.2026=null").parameters.demandGPUs == [2027: 18_000])
  }

  @Test func `a wildcard says the same as its matches one by one`() throws {
    let wild = try scenario("grid.connection_*.eur_per_* = 5", "estimates.power_*_mw*=0.5")
    let single = try scenario(
      "grid.connection_225kv.eur_per_km=5", "grid.connection_225kv.eur_per_mw=5",
      "estimates.power_225kv_mw*=0.5", "estimates.power_400kv_mw*=0.5", "estimates.power_distribution_mw*=0.5"
    )
    #expect(wild == single)
    #expect(wild.effectiveText != (try scenario().effectiveText))
  }

  @Test func `a segment in quotes is one name`() throws {
    let own = "grid.zone_headroom_mw={ \"a*\" = { 2027 = 1 }, ab = { 2027 = 1 } }"
    let literal = try scenario(own, "grid.zone_headroom_mw.\"a*\".2027=9")
    #expect(literal.parameters.grid.zoneHeadroomMW == ["a*": [2027: 9], "ab": [2027: 1]])
    let wild = try scenario(own, "grid.zone_headroom_mw.a*.2027=9")
    #expect(wild.parameters.grid.zoneHeadroomMW == ["a*": [2027: 9], "ab": [2027: 9]])
  }

  @Test(
    "an overlay and its inverse give the base",
    arguments: [
      ["demand.gpus*=2", "demand.gpus*=0.5"],
      ["cost.energy_eur_per_mwh*=8", "cost.energy_eur_per_mwh*=0.125"],
      ["cost.energy_eur_per_mwh+=7", "cost.energy_eur_per_mwh-=7"],
      ["hardware.use+=node-8", "hardware.use-=node-8"],
      ["grid.route_factor=2", "grid.route_factor=1.2"], ["limits.sites_max=3", "limits=null"],
      ["grid.connection_*.*_eur*=4", "grid.connection_*.*_eur*=0.25"],
    ])
  func inverse(_ overlays: [String]) throws {
    let reading = ScenarioFixture.read(overlays: overlays)
    #expect(reading.findings == [])
    #expect(reading.changes.count == 2)
    #expect(reading.scenario == (try scenario()))
  }

  @Test func `a figure and its inverse give the same numbers`() throws {
    let rate = try scenario("horizon.discount_rate*=4", "horizon.discount_rate*=0.25").parameters.horizon
      .discountRate
    #expect(rate.value == 0.07 && rate.low == 0.03 && rate.high == 0.1)
  }

  @Test func `order matters as written, and disjoint changes commute`() throws {
    #expect(
      try scenario("grid.route_factor=2", "grid.route_factor*=1.5").parameters.grid.routeFactor.value == 3)
    #expect(
      try scenario("grid.route_factor*=1.5", "grid.route_factor=2").parameters.grid.routeFactor.value == 2)
    let one = try scenario("demand.gpus*=2", "grid.ramp_years+=1", "hardware.price_level=high")
    #expect(one == (try scenario("hardware.price_level=high", "grid.ramp_years+=1", "demand.gpus*=2")))
  }

  @Test func `every change says what it matched`() throws {
    let reading = ScenarioFixture.read(overlays: [
      "demand.gpus.*+=1", "limits.sites_max=3", "grid.route_factor=null", "grid.route_factor=1.3",
      "layers.db.open_options.password=hush",
    ])
    #expect(
      reading.changes.prefix(4).map(\.description) == [
        "--set demand.gpus.*+=1 changes 2 values: demand.gpus.2026: 4000 -> 4001; demand.gpus.2027: 18000 -> 18001",
        "--set limits.sites_max=3 changes 1 value: limits.sites_max: nothing -> 3",
        "--set grid.route_factor=null changes 1 value: grid.route_factor: 1.2 -> nothing",
        "--set grid.route_factor=1.3 changes 1 value: grid.route_factor: nothing -> 1.3",
      ])
    #expect(reading.changes.map(\.verb) == [.add, .set, .delete, .set, .set])
    #expect(
      reading.changes.last.map { !$0.description.contains("hush") && $0.written.contains("***") } == true)
  }

  @Test(arguments: [
    ("gird.route_factor*=2", "gird.route_factor", "matches nothing: the scenario has no 'gird'", "'grid'"),
    (
      "grid.route_facter*=2", "grid.route_facter", "matches nothing: 'grid' has no 'route_facter'",
      "'route_factor'"
    ),
    (
      "grid.conection_*.max_mw=2", "grid.conection_*.max_mw", "matches nothing: 'grid' has no 'conection_*'",
      "written"
    ),
    (
      "limits.sites_max*=2", "limits.sites_max", "matches nothing: the scenario has no 'limits'",
      "written there"
    ),
    ("limits.sites_max=null", "limits.sites_max", "matches nothing: the scenario has no 'limits'", ""),
    (
      "horizon.discount_rate.*=2", "horizon.discount_rate.*",
      "matches nothing: 'horizon.discount_rate' has no keys", ""
    ),
    ("name*=2", "name", "is the text \"Plan\", which has no number to multiply", ""),
    ("name+=2", "name", "is the text \"Plan\", which has no number to add to", ""),
    (
      "grid.connection_225kv*=2", "grid.connection_225kv", "is a table, which has no number to multiply", ".*"
    ),
    ("grid*=2", "grid", "is a table, which has no number to multiply", "grid.*"),
    ("hardware.use*=2", "hardware.use", "is a list, which has no number to multiply", ""),
    ("hardware.use-=rack-7", "hardware.use", "does not hold \"rack-7\"", "'rack-72'"),
    (
      "grid.route_factor*=two", "grid.route_factor",
      "must be multiplied by a finite number, found the text \"two\"", "a space before '='"
    ),
    (
      "grid.route_factor*=inf", "grid.route_factor",
      "must be multiplied by a finite number, found the number inf", ""
    ),
    ("grid.route_factor+=two", "grid.route_factor", "add needs a number here, found the text \"two\"", ""),
    ("grid.route_factor*=100", "grid.route_factor", "must be from 1 to", ""),
    ("demand.gpus.2027*=0.33333", "demand.gpus.2027", "must be a whole number", ""),
    ("schema*=2", "schema", "cannot be replaced", ""),
    ("changes=[]", "changes", "cannot be replaced", ""),
    ("demand.gpus*=", "demand.gpus", "has no value after '='", ""),
  ])
  func `a fault names the change`(
    _ argument: String, _ keyPath: String, _ message: String, _ hint: String
  ) throws {
    let reading = ScenarioFixture.read(overlays: [argument])
    #expect(reading.scenario == nil)
    let finding = try #require(reading.findings.first)
    #expect(finding.file == "--set \(keyPath)")
    #expect(finding.keyPath == keyPath)
    #expect(finding.message.hasPrefix(message))
    #expect(finding.hint.contains(hint))
  }

  @Test(arguments: ["+=3", "-=3", "a.+=3", "a.-=3", "\"a\"b=3", "a.\"b*=3", "a..*=3"])
  func `what is no change is refused`(_ argument: String) {
    let reading = ScenarioFixture.read(overlays: [argument])
    #expect(reading.findings.map(\.message) == ["is not of the form path=value"])
  }
}
