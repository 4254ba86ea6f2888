// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@testable import Scenarios

@Suite struct NameMentionTests {
  private static let plan = """
    schema = 1
    name = "Plan"
    extends = "base.toml"
    [demand]
    gpus = { 2026 = 4_000 }
    [sites]
    force_in = ["fouju", <!>"fuju"]
    force_out = [<!>"lisse"]
    <!>[sites.lisses-x]
    power_mw_max = 3
    [grid.zone_headroom_mw]
    Dunkerque = { 2026 = 5 }
    <!>Havre = { 2026 = 5 }
    """

  @Test func `unknown sites and zones are found where they stand`() throws {
    let marked = MarkedText(Self.plan)
    let scenario = try #require(ScenarioFixture.read([ScenarioFixture.planPath: marked.text]).scenario)
    let sites = scenario.findings(forKnownSites: ["lisses", "fouju", "cambrai"])
    let zones = scenario.findings(forKnownZones: ["Le Havre", "Dunkerque"])
    #expect((sites + zones).map { "\($0.line ?? 0):\($0.column ?? 0)" } == marked.places)
    #expect(sites.map(\.keyPath) == ["sites.force_in", "sites.force_out", "sites.lisses-x"])
    #expect(
      sites.map(\.hint) == ["did you mean 'fouju'?", "did you mean 'lisses'?", "did you mean 'lisses'?"])
    #expect(zones.map(\.message) == ["there is no demand zone 'Havre'"])
  }

  @Test func `known ones are no finding`() throws {
    let text = MarkedText(Self.plan).text
    let scenario = try #require(ScenarioFixture.read([ScenarioFixture.planPath: text]).scenario)
    #expect(scenario.findings(forKnownSites: ["fouju", "fuju", "lisse", "lisses-x"]) == [])
    #expect(scenario.findings(forKnownZones: ["Dunkerque", "Havre"]) == [])
  }

  @Test func `an overlay is named as such`() throws {
    let scenario = try #require(ScenarioFixture.read(overlays: ["sites.fuju.area_ha=5"]).scenario)
    let findings = scenario.findings(forKnownSites: ["fouju"])
    #expect(findings.map(\.file) == ["--set sites.fuju.area_ha"])
    #expect(findings.map(\.line) == [nil])
  }
}
