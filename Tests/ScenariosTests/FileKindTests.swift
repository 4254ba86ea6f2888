// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@testable import Scenarios

@Suite("A file of another kind is reported as what it is")
struct FileKindTests {
  private static let study = StudyFixture.head + "[design]\nkind = \"grid\"\n" + StudyFixture.factors
  private static let tiers = """
    schema = 1
    name = "Tiers"
    unknown = "open"
    [[tier]]
    name = "open"
    meaning = "Nobody has been named."
    """

  private static let others: [(text: String, what: String, hint: String)] = [
    (
      study, "this is a study, where a scenario is needed", "arpent study run work/scenarios/plan.toml -o DIR"
    ),
    (
      ScenarioFixture.product("rack", gpus: 72), "this is a hardware file, where a scenario is needed",
      "a scenario names it under [hardware] catalogue"
    ),
    (
      tiers, "this is a file of sovereignty tiers, where a scenario is needed",
      "a scenario names it as tiers under [sovereignty]"
    ),
    (
      "schema = 1\n[layers.roads]\nsource = \"roads.geojson\"\n",
      "this is a pack of layers, where a scenario is needed", "a scenario names it as pack under [layers]"
    ),
  ]

  @Test("In place of a scenario", arguments: others.indices)
  func noScenario(index: Int) {
    let other = Self.others[index]
    let reading = ScenarioFixture.read([ScenarioFixture.planPath: other.text])
    #expect(reading.scenario == nil)
    #expect(reading.findings.map(\.message) == [other.what])
    #expect(reading.findings.first?.hint.contains(other.hint) == true, "\(reading.findings)")
  }

  @Test func `in place of a study`() {
    let text = ScenarioFixture.files[ScenarioFixture.planPath] ?? ""
    let found = StudyFixture.findings(text)
    #expect(found.count == 1)
    #expect(found.first?.contains("this is a scenario, where a study is needed") == true, "\(found)")
    #expect(found.first?.contains("arpent plan") == true, "\(found)")
  }

  @Test func `in place of a hardware file and of tiers`() throws {
    let reader = CatalogueReader(files: .memory(["a.toml": Self.study]))
    do {
      _ = try reader.catalogue(["a.toml"])
      Issue.record("a study is no hardware file")
    } catch {
      #expect(error.findings.map(\.message) == ["this is a study, where a hardware file is needed"])
    }
  }

  @Test func `a slip in a scenario is still reported as one`() {
    let text = (ScenarioFixture.files[ScenarioFixture.planPath] ?? "") + "\n[sku]\nid = \"x\"\n"
    let reading = ScenarioFixture.read([ScenarioFixture.planPath: text])
    #expect(reading.findings.map(\.message) == ["unknown key"])
  }
}
