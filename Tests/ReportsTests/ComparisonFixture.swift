// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities
import Results

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
    return [
      "schema": 1, "key": "", "depth": "full", "status": .string(status), "notes": [],
      "name": "Random plan", "objective": .number(objective),
      "objectives": [
        [
          "name": "discounted_cost_eur", "unit": "EUR", "sense": "minimise", "value": .number(objective),
          "bound": .number(objective - gapEUR),
        ]
      ],
      "years": .array(years.map { .integer($0) }),
      "totals": [
        "gpus_by_year": byYear { year in sites.reduce(0) { $0 + $1.blocks[year] * 72 } },
        "grid_mw_by_year": byYear { year in sites.reduce(0) { $0 + $1.blocks[year] } },
        "energy_mwh_per_year": 1_000, "eu_controlled_gpus": 0,
        "cost": money((0..<5).map(sum), discounted: sum(5), penalties: penaltyCents),
      ],
      "explanation": .null,
      "sites": .array(sites.map(site)),
    ]
  }

  private func byYear(_ value: (Int) -> Int) -> JSONValue {
    .object(years.indices.map { JSONValue.Member("\(years[$0])", .integer(value($0))) })
  }

  private func money(_ cents: [Int], discounted: Int, penalties: Int) -> JSONValue {
    var members: [JSONValue.Member] = []
    for (kind, amount) in zip(Self.kinds, cents + [penalties]) {
      members.append(JSONValue.Member(kind, .number(Double(amount) / 100)))
    }
    members.append(
      JSONValue.Member("capex_eur", .number(Double(cents[0] + cents[1] + cents[2]) / 100)))
    members.append(JSONValue.Member("discounted_eur", .number(Double(discounted) / 100)))
    return .object(members)
  }

  private func site(_ site: Site) -> JSONValue {
    let number = Double(sites.firstIndex { $0.id == site.id } ?? 0)
    return [
      "id": .string(site.id), "name": .string("Name of \(site.id)"), "lon": .number(1 + number / 4),
      "lat": .number(44 + number / 3), "region": "Somewhere", "selected": true, "eu_controlled": true,
      "opens_year": .integer(site.opensYear),
      "blocks": .array(
        years.indices.map {
          ["year": .integer(years[$0]), "sku": .string(site.sku), "blocks": .integer(site.blocks[$0])]
        }),
      "gpus_by_year": byYear { site.blocks[$0] * 72 },
      "grid_mw": .integer(site.blocks.last ?? 0),
      "connection": ["voltage_kv": .integer(site.voltageKV), "substation": "Poste"],
      "cost": money(Array(site.cents.prefix(5)), discounted: site.cents[5], penalties: 0),
    ]
  }

  /// A manifest that records a scenario, one layer and one library.
  static func manifest(
    _ text: String, layer: String = "aa", gdal: String = "3.6.2", scenario: String = "s.toml"
  ) -> JSONValue {
    [
      "schema": 1, "tool": ["name": "arpent", "version": "1.0"], "libraries": ["gdal": .string(gdal)],
      "scenario": ["name": "S", "effective": .string(text)],
      "inputs": [
        ["role": "scenario", "path": .string(scenario), "sha256": "00"],
        ["role": "layer", "path": "layers/grid.gpkg", "sha256": .string(layer)],
      ],
    ]
  }
}
