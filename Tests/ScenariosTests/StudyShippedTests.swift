// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Geodata
import Planning
import Quantities
import Sites
import Studies
import Testing
import Workflows

@testable import Scenarios

/// The studies of the repository, and what the scenarios of the repository let a study vary.
@Suite struct StudyShippedTests {
  private static let models = "\(ShippedScenarioTests.root)/models"

  private static func sites(_ scenario: Scenario) throws -> SiteTable {
    let reader = SiteTableReader(
      sites: SiteReader(
        declared: scenario.sites, idField: scenario.idField, nameField: scenario.nameField,
        measureCRS: scenario.measureCRS),
      layers: scenario.layers, jobs: 1)
    return try reader.read().table
  }

  private static func filled(_ scenario: Scenario, _ table: SiteTable) throws -> SiteTable {
    let parameters = scenario.parameters
    return try scenario.stating(table).table.fillingMissing(
      with: parameters.estimates, grid: parameters.grid,
      decision: parameters.horizon.decisionDate)
  }

  @Test(
    "can be read, and every case of it is a scenario",
    arguments: [
      ("grid-delay", 10), ("energy-price", 14), ("sovereignty-price", 12), ("estimates", 65),
      ("chip-price", 14),
    ])
  func shipped(_ name: String, _ count: Int) throws {
    let study = try StudyReader().study("\(Self.models)/studies/\(name).toml")
    let base = try ScenarioReader().scenario(study.base, overlays: study.changes)
    let raw = try Self.sites(base)
    let stress = StressCases(scenario: base, table: try Self.filled(base, raw))
    let made = try study.cases(
      stress: { try stress.changes(of: $0) }, estimates: EstimatedFigures.all(of: base))
    #expect(made.cases.count == count)
    #expect(Set(made.cases.map(\.overlays)).count == count, "no two cases ask the same")
    for item in made.cases {
      let reading = ScenarioReader().read(study.base, overlays: item.overlays)
      #expect(reading.findings.filter { $0.severity == .error } == [], "\(name) \(item.id)")
      guard let scenario = reading.scenario else { continue }
      #expect(try scenario.stating(raw).findings == [], "\(name) \(item.id)")
    }
  }

  /// A key that cannot be set, or that sets something else, would make a study vary nothing without a word.
  @Test(
    "every figure that may be varied can be set under its key",
    arguments: ["mistral-compute", "campus-france", "sovereign-compute"])
  func keys(_ name: String) throws {
    let path = "\(Self.models)/scenarios/\(name).toml"
    let figures = EstimatedFigures.all(of: try ScenarioReader().scenario(path))
    #expect(Set(figures.map(\.name)).count == figures.count && figures.count > 50)
    for (index, item) in figures.enumerated() {
      let wanted = try Self.other(item.figure)
      let text = try #require(
        OverlayText.text(Factor(item.name, path: item.name, domain: .open), .number(wanted)))
      let reading = ScenarioReader().read(path, overlays: [text])
      guard let scenario = reading.scenario else {
        Issue.record("\(text): \(reading.findings)")
        continue
      }
      let changed = EstimatedFigures.all(of: scenario)
      #expect(changed[index].name == item.name && changed[index].figure.value == wanted, "\(text)")
      for (other, old) in zip(changed, figures) where other.name != item.name {
        #expect(other.figure.value == old.figure.value, "\(text) changes \(other.name)")
      }
    }
  }

  /// Another value that the figure may have.
  private static func other(_ figure: Quantity) throws -> Double {
    if let low = figure.low, low != figure.value { return low }
    if let high = figure.high, high != figure.value { return high }
    return figure.value == 0 ? 0.01 : figure.value * 0.99
  }

  @Test func `the price of a product varies between its low and its high price`() throws {
    let path = "\(Self.models)/scenarios/mistral-compute.toml"
    let key = "skus.gb300-nvl72.price_usd.mid"
    let price = EstimatedFigures.all(of: try ScenarioReader().scenario(path)).first { $0.name == key }?.figure
    #expect(price?.value == 4_000_000 && price?.low == 3_500_000 && price?.high == 4_500_000)
    #expect(price?.basis == .estimated)
    let dear = try ScenarioReader().scenario(path, overlays: ["hardware.price_level=high"])
    #expect(!EstimatedFigures.all(of: dear).contains { $0.name == key })
  }
}
