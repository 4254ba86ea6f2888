// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import PlanningModel
import Quantities
import Sites
import TestSupport

@testable import Scenarios

/// Small scenarios as text, with the table of their sites, that between them state every rule; many have no
/// plan.
struct RandomScenario {
  let text: String
  private let table: SiteTable

  init(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let years = Bool.random(using: &random) ? [2026, 2027] : [2026, 2028]
    table = try Self.table(&random)
    text = Self.text(years: years, random)
  }

  /// The problem of the scenario with changes made in it; nil where the scenario is refused.
  ///
  /// - Parameter added: What is written at the end of it.
  func problem(_ overlays: [String] = [], added: String = "") throws -> SitingProblem? {
    let text = text + added
    let reading = ScenarioReader(
      files: .memory(ScenarioFixture.files.merging([ScenarioFixture.planPath: text]) { _, new in new })
    ).read(ScenarioFixture.planPath, overlays: overlays)
    guard let scenario = reading.scenario else { return nil }
    let filled = try table.fillingMissing(
      with: scenario.parameters.estimates, grid: scenario.parameters.grid,
      decision: scenario.parameters.horizon.decisionDate)
    let sizer = try ClusterSizer(
      catalogue: scenario.catalogue, assumptions: scenario.assumptions, priceLevel: scenario.priceLevel)
    return try ProblemBuilder(
      table: filled, parameters: scenario.parameters,
      blocks: try scenario.parameters.skus.map { try sizer.option(skuID: $0) }, schedule: Samples.instant
    ).problem()
  }

  /// What the reader says against the scenario.
  func findings(_ overlays: [String] = []) -> [String] {
    ScenarioReader(
      files: .memory(ScenarioFixture.files.merging([ScenarioFixture.planPath: text]) { _, new in new })
    ).read(ScenarioFixture.planPath, overlays: overlays).findings.map(\.description)
  }

  /// Four sites of a few MW in two regions, two zones and two basins, on three substations.
  private static func table(_ random: inout SeededGenerator) throws -> SiteTable {
    let ids = ["a", "b", "c d", "l'ile"]
    var table = try SiteTable(
      sites: ids.enumerated().map {
        ($1, $1, SiteTable.Position(longitude: 2 + Double($0) * 0.1, latitude: 48))
      })
    func add(_ name: String, _ unit: String, _ cells: [SiteValue.Content]) throws {
      try table.set(
        SiteTable.Column(
          name: name, unit: unit, values: cells.map { SiteValue($0, basis: .published, source: "test") }))
    }
    for attribute in SiteAttribute.allCases {
      let none = ids.map { _ in SiteValue.missing("not in the test") }
      try table.set(SiteTable.Column(name: attribute.rawValue, unit: attribute.unit, values: none))
    }
    func numbers(_ range: ClosedRange<Double>) -> [SiteValue.Content] {
      ids.map { _ in .number((Double.random(in: range, using: &random) * 10).rounded() / 10) }
    }
    func texts(_ names: [String]) -> [SiteValue.Content] {
      ids.map { _ in .text(names.randomElement(using: &random) ?? "") }
    }
    try add("power_mw_max", "MW", numbers(1.5...9))
    try add("area_ha", "ha", numbers(5...20))
    try add(
      "connection_year", "year", ids.map { _ in .number(Double(Int.random(in: 2025...2027, using: &random))) }
    )
    try add("substation_225_km", "km", numbers(1...15))
    try add("substation_225_name", "", texts(["NORD", "Le Sud"]))
    try add(
      "region_name", "",
      [.text("Bretagne"), .text("Île-de-France"), .text("Bretagne"), .text("Île-de-France")])
    try add("departement_code", "", texts(["59", "62"]))
    try add("owner_country", "", texts(["FR", "US", "FR|US"]))
    try add("demand_zone_name", "", texts(["Le Havre", "Fos"]))
    try add("demand_zone_km", "km", numbers(1...10))
    try add("water_basins", "", texts(["Loire", "Seine|Loire"]))
    try add(
      "water_stress_level", "class 1-5",
      ids.map { _ in .number(Double(Int.random(in: 3...5, using: &random))) })
    try add("latency_paris_rtt_ms", "ms", numbers(1...4))
    try add("latency_lille_rtt_ms", "ms", numbers(1...4))
    try add("heat_user", "", texts(["yes", "no"]))
    try add("score", "km", numbers(1...9))
    return table
  }

  private static func text(years: [Int], _ start: SeededGenerator) -> String {
    let last = years[1]
    var random = start
    func number(_ range: ClosedRange<Double>) -> Double {
      (Double.random(in: range, using: &random) * 100).rounded() / 100
    }
    func limit(_ range: ClosedRange<Double>) -> String {
      let value = number(range)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return "{ \(last) = \(value) }"
      case 1: return "{ value = \(value), \(last) = \(number(range)) }"
      case 2: return "{ value = \(value), source = \"s\" }"
      default: return "\(value)"
      }
    }
    func whole(_ range: ClosedRange<Int>) -> String {
      let value = Int.random(in: range, using: &random)
      return Bool.random(using: &random) ? "\(value)" : "{ \(last) = \(value) }"
    }
    let gpus = Int.random(in: 1...9, using: &random) * 500
    var blocks: [String: [String]] = [
      "demand": [
        Bool.random(using: &random)
          ? "gpus = { 2026 = \(gpus / 3), \(last) = \(gpus) }" : "gpus = { \(last) = \(gpus) }"
      ],
      "horizon": ["years = \(years)"],
    ]
    var lists: [String] = []
    let rules: [(String, () -> String)] = [
      ("demand", { "it_mw = \(limit(1...12))" }),
      (
        "demand",
        {
          "inference = [ { hub = \"Paris\", gpus = \(whole(100...4_000)), latency_ms = 3.0 }, { hub = \"Lille\", gpus = \(whole(100...3_000)), latency_ms = 4.0 } ]"
        }
      ),
      (
        "demand",
        { "training_campus = { gpus = \(Int.random(in: 500...5_000, using: &random)), by = \(last) }" }
      ),
      (
        "hardware.supply_gpus",
        {
          "rack-72 = { \(years[0]) = \(Int.random(in: 0...3, using: &random) * 576), \(last) = \(Int.random(in: 1...6, using: &random) * 576) }"
        }
      ),
      ("grid.zone_headroom_mw", { "\"Le Havre\" = { 2026 = \(number(0.5...6)) }" }),
      ("grid.substation_headroom_mw", { "\"Le Sud\" = \(limit(0.5...6))" }),
      ("grid.region_power_max_mw", { "\"Île-de-France\" = \(limit(0.5...6))" }),
      ("grid", { "ramp_mw_per_year = \(limit(0.5...6))" }),
      ("grid", { "site_ramp_mw_per_year = \(limit(0.5...3))" }),
      ("resilience", { "loss_of_one_site_keeps_share = \(limit(0.3...0.9))" }),
      ("resilience", { "loss_of_one_substation_keeps_share = \(limit(0.3...0.9))" }),
      ("resilience", { "loss_of_one_zone_keeps_share = \(limit(0.3...0.9))" }),
      ("water", { "max_m3_per_year = \(limit(2_000...20_000))" }),
      ("water.basin_max_m3_per_year", { "Loire = \(limit(2_000...20_000))" }),
      ("water.region_max_m3_per_year", { "Bretagne = \(limit(2_000...20_000))" }),
      ("water", { "stress_max_m3_per_year = \(limit(2_000...20_000))" }),
      ("carbon", { "cap_t_per_year = \(limit(100...1_000))" }),
      ("carbon", { "cap_t = \(number(100...2_000))" }),
      ("heat_reuse", { "share_min = \(limit(0.2...0.9))\nattribute = \"heat_user\"\nvalue = \"yes\"" }),
      // Printed as `[[sovereignty.share]]`.
      (
        "[sovereignty.share]",
        { "name = \"eu\"\nwhere = \"eu_control = 'yes'\"\nmin = \(number(0.3...1))" }
      ),
      (
        "[sovereignty.share]",
        { "name = \"other\"\nwhere = \"eu_control = 'no'\"\nmax = \(number(0...0.6))" }
      ),
      (
        "[sovereignty.share]",
        { "name = \"sensitive\"\nwhere = \"eu_control != 'no'\"\nmin = \(number(0.3...1))" }
      ),
      ("limits", { "sites_max = \(Int.random(in: 1...2, using: &random))" }),
      ("limits", { "region_share_max = \(number(0.3...0.7))" }),
      ("limits", { "budget_eur = \(Int.random(in: 20...200, using: &random))_000_030" }),
      (
        "limits",
        {
          "budget_by_year_eur = { \(years[0]) = \(Int.random(in: 10...90, using: &random))e6, \(last) = 6e7 }"
        }
      ),
      ("limits", { "campus_min_it_mw = \(number(2...8))" }),
      ("limits", { "sites_min = \(whole(3...4))" }),
      ("limits", { "per_departement_max = \(whole(0...1))" }),
      ("limits", { "min_distance_km = \(number(5...30))" }),
      ("sites", { "force_in = [\"a\", \"l'ile\"]" }),
    ]
    let list: [() -> String] = [
      {
        "[[sovereignty.share]]\nname = \"sensitive work\"\nwhere = \"owner_country = 'FR'\"\nmin = \(limit(0.2...1))\nmax = 0.99"
      },
      { "[[logic]]\nname = \"one of two\"\nexclusive = [\"a\", \"b\"]" },
      { "[[logic]]\nat_least = { n = 2, of = [\"a\", \"c d\", \"l'ile\"] }" },
      { "[[logic]]\nat_most = { n = 1, of = [\"a\", \"b\", \"c d\", \"l'ile\"] }" },
      { "[[logic]]\nrequires = { site = \"a\", needs = \"b\" }" },
      {
        "[[rule]]\nname = \"ports, 'old'\"\nwhere = \"departement_code = '59'\"\ngpus_share_min = 0.1\ngpus_share_max = \(limit(0.2...0.8))"
      },
      { "[[rule]]\nname = \"mw\"\nit_mw_max = \(limit(1...6))" },
      { "[[rule]]\nname = \"count\"\nsites_max = \(whole(1...2))" },
      {
        "[[rule]]\nname = \"sum\"\nsum = { attribute = \"score\", per = \"it_mw\", unit = \"km*MW\", max = \(number(5...50)) }"
      },
    ]
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      if let (block, make) = rules.randomElement(using: &random) {
        let line = make()
        let key = line.prefix { $0 != "=" }
        if !(blocks[block] ?? []).contains(where: { $0.hasPrefix(key) }) {
          blocks[block, default: []].append(line)
        }
      }
    }
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      if let make = list.randomElement(using: &random) {
        let text = make()
        if !lists.contains(where: { $0.prefix(40) == text.prefix(40) }) { lists.append(text) }
      }
    }
    var text = "schema = 1\nname = \"Random\"\nextends = \"base.toml\"\n"
    for (block, lines) in blocks.sorted(by: { $0.key < $1.key }) {
      text += "[\(block)]\n\(lines.joined(separator: "\n"))\n"
    }
    return text + lists.joined(separator: "\n") + "\n"
  }
}
