// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Planning
import PlanningModel
import Quantities
import Sites

@testable import Results

/// Files of plans made at random, and what they were made of, to hold a comparison against. No figure is a
/// fact.
struct ComparisonFixture {
  /// A site as it is written into a file.
  struct Site {
    var id: String
    var voltageKV: Int
    var opensYear: Int
    /// Blocks by year, of one product of 72 GPUs a block.
    var blocks: [Int]
    var sku: String
    /// Connection, systems, buildings, energy, fixed O&M and discounted, cents.
    var cents: [Int]
  }

  var years = [2026, 2027, 2028]
  var sites: [Site]
  /// Penalties of soft constraints, cents.
  var penaltyCents = 0
  var status = "gap"
  /// Bound below the cost, EUR.
  var gapEUR = 1.0

  /// Kinds of the cents of a site, in their order, and the penalties.
  static let kinds = [
    "connection_eur", "it_eur", "shell_eur", "energy_eur", "fixed_om_eur", "penalties_eur",
  ]

  /// A plan with some of ten sites.
  init(seed: UInt64) {
    var generator = SplitMix64(state: seed)
    sites = []
    for number in 0..<10 where Bool.random(using: &generator) {
      let opens = Int.random(in: 0..<3, using: &generator)
      let blocks = (0..<3).map { $0 < opens ? 0 : Int.random(in: 1...3, using: &generator) * 10 }
      sites.append(
        Site(
          id: "site-\(number)", voltageKV: Bool.random(using: &generator) ? 225 : 400,
          opensYear: years[opens], blocks: blocks,
          sku: Bool.random(using: &generator) ? "rack" : "node",
          cents: (0..<6).map { _ in Int.random(in: 0...90_000_000_000, using: &generator) }))
    }
    penaltyCents = Bool.random(using: &generator) ? 0 : Int.random(in: 1...10_000_000, using: &generator)
  }

  init(sites: [Site]) { self.sites = sites }

  /// Cents of a kind over all sites; 5 is the discounted money.
  func sum(_ kind: Int) -> Int { sites.reduce(0) { $0 + $1.cents[kind] } + (kind == 5 ? penaltyCents : 0) }

  /// The comparable side.
  func side(_ path: String = "a", inputs: RecordedInputs? = nil) throws -> ComparedPlan {
    try ComparedPlan(document, path: path, inputs: inputs)
  }

  /// The file of a case.
  var document: JSONValue {
    let objective = Double(sum(5)) / 100
    var file = CaseFile(PlanFile())
    (file.plan.name, file.plan.costEUR, file.plan.years) = ("Random plan", objective, years)
    file.plan.status = Plan.Status(rawValue: status) ?? .unknown
    file.plan.objectives = [
      .init(
        name: "discounted_cost_eur", unit: "EUR", isMaximised: false, tolerance: 0, value: objective,
        best: objective, bound: objective - gapEUR)
    ]
    file.plan.demandGPUs = ByYear(years, years.map { _ in 1 })
    file.plan.existingGPUs = ByYear(years, years.map { _ in 0 })
    file.plan.basisShares = [0, 0, 1]
    file.plan.totals = PlanFile.Totals(
      sites: sites.count, energyMWhPerYear: 1_000,
      gpusByYear: byYear { year in sites.reduce(0) { $0 + $1.blocks[year] * 72 } },
      itMWByYear: byYear { _ in 1 },
      gridMWByYear: byYear { year in Double(sites.reduce(0) { $0 + $1.blocks[year] }) },
      costs: Self.money((0..<6).map(sum), penalties: penaltyCents))
    file.plan.sites = sites.map(site)
    return file.json
  }

  private func byYear<Value>(_ value: (Int) -> Value) -> ByYear<Value> {
    ByYear(years, years.indices.map(value))
  }

  private static func money(_ cents: [Int], penalties: Int) -> PlanCosts {
    let eur = cents.map { Double($0) / 100 }
    var costs = PlanCosts()
    (costs.connectionEUR, costs.itEUR, costs.shellEUR) = (eur[0], eur[1], eur[2])
    (costs.energyEUR, costs.fixedOMEUR, costs.discountedEUR) = (eur[3], eur[4], eur[5])
    costs.penaltiesEUR = Double(penalties) / 100
    return costs
  }

  private func site(_ site: Site) -> PlanFile.Site {
    let number = Double(sites.firstIndex { $0.id == site.id } ?? 0)
    var chosen = PlanFile.Site()
    (chosen.id, chosen.name, chosen.region) = (site.id, "Name of \(site.id)", "Somewhere")
    chosen.position = .init(longitude: 1 + number / 4, latitude: 44 + number / 3)
    (chosen.isSelected, chosen.isEUControlled, chosen.opensYear) = (true, true, site.opensYear)
    chosen.blocks = years.indices.map {
      .init(year: years[$0], skuID: site.sku, blocks: site.blocks[$0], gpus: site.blocks[$0] * 72)
    }
    chosen.gpusByYear = byYear { site.blocks[$0] * 72 }
    chosen.itMWByYear = byYear { _ in 1 }
    chosen.gridMWByYear = byYear { Double(site.blocks[$0]) }
    chosen.connection = .init(
      ConnectionOption(
        voltageKV: site.voltageKV, substation: "Poste", distanceKm: 1, capacityMW: 1, firstYear: 2026,
        fixedEUR: 0))
    chosen.costs = Self.money(site.cents, penalties: 0)
    return chosen
  }

  /// A manifest that records a scenario, one layer and one library.
  static func manifest(
    _ text: String, layer: String = "aa", gdal: String = "3.6.2", scenario: String = "s.toml"
  ) -> ManifestFile {
    var manifest = ManifestFile()
    manifest.tool = WritingTool(version: "1.0")
    manifest.libraries = [ReportContext.Library("gdal", version: gdal)]
    manifest.scenario = ManifestFile.Scenario(name: "S", effective: text)
    manifest.inputs = [
      ReportContext.Input(role: "scenario", path: scenario, sha256: "00"),
      ReportContext.Input(role: "layer", path: "layers/grid.gpkg", sha256: layer),
    ]
    return manifest
  }
}
