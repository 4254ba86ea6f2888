// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities
import Sites
import Testing

@testable import Scenarios

/// `[[changes]]` of scenario files and of the files that they extend.
@Suite struct FileChangeTests {
  private func read(_ changes: String, overlays: [String] = []) -> ScenarioReader.Reading {
    ScenarioFixture.read([ScenarioFixture.planPath: ScenarioFixture.plan + changes], overlays: overlays)
  }

  /// The scenario without the places where names stand.
  private func meaning(_ scenario: Scenario) -> Scenario {
    var scenario = scenario
    scenario.mentions = []
    return scenario
  }

  private func change(_ path: String, _ what: String) -> String {
    "\n[[changes]]\npath = \(CanonicalTOML.quoted(path))\n\(what)\n"
  }

  @Test(arguments: [
    ("grid.route_factor", "set = 1.3", "grid.route_factor=1.3"),
    ("demand.gpus", "multiply = 1.5", "demand.gpus*=1.5"),
    ("grid.*_factor", "add = 0.05", "grid.*_factor+=0.05"),
    ("horizon.years", "remove = 2028", "horizon.years-=2028"),
    ("hardware.use", "add = [\"node-8\"]", "hardware.use+=[\"node-8\"]"),
    ("demand.gpus.2026", "delete = true", "demand.gpus.2026=null"),
    ("grid.zone_headroom_mw.\"a b\".2027", "set = 4", "grid.zone_headroom_mw.\"a b\".2027=4"),
  ])
  func `a change in a file is the change on the command line`(
    _ path: String, _ what: String, _ argument: String
  ) throws {
    let inFile = read(change(path, what))
    let onLine = ScenarioFixture.read(overlays: [argument])
    #expect(inFile.findings == [] && onLine.findings == [])
    #expect(inFile.scenario.map(meaning) == onLine.scenario.map(meaning))
    #expect(inFile.changes.map(\.matches) == onLine.changes.map(\.matches))
    #expect(inFile.changes.first?.place == "work/scenarios/plan.toml:10:")
    #expect(inFile.scenario?.effectiveText.contains("changes") == false)
  }

  @Test func `changes of the base come first, then the file, then its changes, then the command line`() throws
  {
    let base =
      ScenarioFixture.base + change("grid.route_factor", "multiply = 2") + change("cost.*", "multiply = 2")
    let plan = ScenarioFixture.plan + "[cost]\nenergy_eur_per_mwh = 50\n" + change("cost.energy_*", "add = 1")
    let files = ["work/scenarios/base.toml": base, ScenarioFixture.planPath: plan]
    let reading = ScenarioFixture.read(files, overlays: ["cost.energy_*+=10", "cost.energy_*-=0.5"])
    let parameters = try #require(reading.scenario, "\(reading.findings)").parameters
    #expect(parameters.grid.routeFactor.value == 2.4)
    #expect(parameters.costs.exciseEURPerMWh.value == 24)
    #expect(parameters.costs.energyEURPerMWh.value == 60.5)
    #expect(reading.changes.map(\.written).first == "grid.route_factor*=2")
  }

  @Test func `no changes change nothing`() throws {
    let none = ScenarioFixture.read([ScenarioFixture.planPath: "changes = []\n" + ScenarioFixture.plan])
    #expect(none.scenario == ScenarioFixture.read().scenario)
    #expect(none.scenario != nil)
  }

  @Test(arguments: [
    ("\n<!>[[changes]]\nset = 3\n", "changes.1.path", "is missing"),
    ("\n<!>[[changes]]\npath = \"grid.route_factor\"\n", "changes.1", "does not say what to do"),
    ("\n<!>[[changes]]\npath = \"grid.route_factor\"\nset = 2\nadd = 1\n", "changes.1", "says set and add"),
    ("\n[[changes]]\npath = \"grid.route_factor\"\n<!>times = 2\n", "changes.1.times", "unknown key"),
    ("\n[[changes]]\n<!>path = \"grid..x\"\nset = 2\n", "changes.1.path", "'grid..x' is no key path"),
    ("\n[[changes]]\n<!>path = \"a*=3\"\nset = 2\n", "changes.1.path", "'a*=3' is no key path"),
    ("\n[[changes]]\npath = \"grid.ramp_years\"\n<!>delete = 1\n", "changes.1.delete", "must be true"),
    (
      "\n[[changes]]\npath = \"grid.ramp\"\n<!>multiply = 2\n", "grid.ramp",
      "matches nothing: 'grid' has no 'ramp'"
    ),
    (
      "\n[[changes]]\npath = \"grid.site_power_factor\"\n<!>multiply = 0.8\n", "grid.site_power_factor",
      "matches nothing: 'site_power_factor' is called 'connection_utilisation_max' now"
    ),
    ("\n[[changes]]\npath = \"name\"\n<!>multiply = 2\n", "name", "is the text \"Plan\""),
    ("\n[[changes]]\npath = \"extends\"\n<!>set = \"x\"\n", "extends", "cannot be replaced"),
    ("\n[[changes]]\npath = \"solver.gap\"\n<!>set = 7\n", "solver.gap", "must be from 0"),
    ("\n[<!>changes]\npath = \"solver.gap\"\n", "changes", "must be a list of tables"),
  ])
  func `a fault is reported at its line`(_ text: String, _ keyPath: String, _ message: String) throws {
    let marked = MarkedText(ScenarioFixture.plan + text)
    let reading = ScenarioFixture.read([ScenarioFixture.planPath: marked.text])
    #expect(reading.scenario == nil)
    let finding = try #require(reading.findings.first)
    #expect(finding.keyPath == keyPath)
    #expect(finding.message.hasPrefix(message))
    #expect(finding.line == marked.spots.first?.line)
  }
}
