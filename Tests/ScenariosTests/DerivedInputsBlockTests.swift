// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import Quantities
import Sites
import Testing

@testable import Scenarios

/// Keys of `[estimates]` behind computed site inputs.
@Suite struct DerivedInputsBlockTests {
  private func read(_ lines: String) -> ScenarioReader.Reading {
    ScenarioFixture.read(["work/scenarios/plan.toml": ScenarioFixture.plan + "[estimates]\n" + lines + "\n"])
  }

  @Test func `keys left out have the defaults`() throws {
    let scenario = try #require(ScenarioFixture.read().scenario)
    #expect(scenario.parameters.estimates.derivedInputs == DerivedInputParameters())
  }

  @Test(
    "Each key sets its own figure, with basis, source and band",
    arguments: [
      ("free_cooling_a_below_c", 14, 13, 15), ("free_cooling_b_below_c", 17, 16, 18),
      ("free_cooling_c_below_c", 20, 19, 21), ("seismic_cost_share_per_zone", 0.02, 0.01, 0.03),
      ("flood_cost_share_per_class", 0.02, 0.01, 0.03), ("fire_cost_share_per_class", 0.02, 0.01, 0.03),
      ("connection_reference_mw", 60, 50, 70), ("fibre_route_factor", 1.7, 1.2, 2.2),
      ("fibre_group_index", 1.6, 1.2, 2),
    ] as [(String, Double, Double, Double)])
  func ownFigure(key: String, value: Double, low: Double, high: Double) throws {
    let reading = read(
      "\(key) = { value = \(value), low = \(low), high = \(high), basis = \"derived\", source = \"a table\" }"
    )
    #expect(reading.findings == [])
    let inputs = try #require(reading.scenario).parameters.estimates.derivedInputs
    for (now, before) in zip(inputs.named(), DerivedInputParameters().named()) {
      var wanted = before
      if now.name == key {
        wanted.figure = Quantity(
          value, unit: before.figure.unit, basis: .derived, source: "a table", low: low, high: high)
      }
      #expect(now == wanted)
    }
  }

  @Test(
    "A value that cannot be is a finding at its key",
    arguments: [
      ("free_cooling_a_below_c = 60", "estimates.free_cooling_a_below_c"),
      ("free_cooling_a_below_c = 17", "estimates.free_cooling_a_below_c"),
      ("free_cooling_c_below_c = 16", "estimates.free_cooling_c_below_c"),
      ("seismic_cost_share_per_zone = 0.5", "estimates.seismic_cost_share_per_zone"),
      ("flood_cost_share_per_class = -0.01", "estimates.flood_cost_share_per_class"),
      ("fire_cost_share_per_class = \"none\"", "estimates.fire_cost_share_per_class"),
      ("connection_reference_mw = 0", "estimates.connection_reference_mw"),
      ("fibre_route_factor = 0.9", "estimates.fibre_route_factor"),
      ("fibre_group_index = 0.5", "estimates.fibre_group_index"),
    ])
  func wrongValues(line: String, path: String) {
    #expect(read(line).findings.map(\.keyPath) == [path])
  }

  @Test func `a mistyped key gets the nearest valid name`() {
    let findings = read("fibre_rout_factor = 1.5").findings
    #expect(findings.map(\.keyPath) == ["estimates.fibre_rout_factor"])
    #expect(findings.first?.hint.contains("fibre_route_factor") == true)
  }

  @Test(
    "A planner may say what a site is, within what a site can be",
    arguments: [
      ("hazard_cost_factor = 1.05", true), ("hazard_cost_factor = 0.9", false),
      ("free_cooling_class = \"B\"", true), ("free_cooling_class = \"E\"", false),
      ("water_stress_level = 2", true), ("water_stress_level = 6", false), ("climate_tmax_c = 17.5", true),
      ("climate_tmax_c = 99", false),
    ])
  func overrides(line: String, isValid: Bool) {
    let text = ScenarioFixture.plan + "[sites.somewhere]\n" + line + "\n"
    let findings = ScenarioFixture.read(["work/scenarios/plan.toml": text]).findings
    let key = line.split(separator: " ").first.map(String.init) ?? ""
    #expect(findings.map(\.keyPath) == (isValid ? [] : ["sites.somewhere.\(key)"]))
  }
}
