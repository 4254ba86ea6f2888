// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import GLPKSolver
import Reports
import TestSupport
import Testing
import Workflows

/// A result on four sites of its own, made in this process and small, so that it can be verified a thousand
/// times.
struct SmallResult {
  let folder: TemporaryFolder
  /// The result directory.
  let place: String
  /// The files as they were written.
  let files: [String: [UInt8]]

  static let context = WorkflowContext(
    solver: GLPKSolver(), modelWriter: GLPKModelWriter(),
    components: [.init(name: "GLPK", version: GLPKSolver.libraryVersion)],
    seconds: { Double(DispatchTime.now().uptimeNanoseconds) * 1e-9 }, startedAt: 1_785_542_400,
    statesDurations: true)

  /// Plans.
  ///
  /// - Parameters:
  ///   - changes: Changes of the scenario, as `--set` takes them.
  ///   - gap: As `--gap`.
  ///   - demand: The table `[demand]` of the scenario.
  init(
    changes: [String] = [], gap: Double? = nil, demand: String = "gpus = { 2029 = 4_000, 2030 = 12_000 }",
    limits: String = "sites_max = 3"
  ) throws {
    folder = try TemporaryFolder()
    place = folder.path + "/plan"
    try folder.write("sites.csv", Self.sites)
    try folder.write("substations.geojson", Self.substations)
    try folder.write("base.toml", Self.base)
    try folder.write(
      "scenario.toml",
      """
      schema = 1
      extends = "base.toml"
      name = "Four sites"
      [demand]
      \(demand)
      [limits]
      \(limits)
      """)
    _ = try PlanWorkflow.run(
      PlanRequest(
        source: ScenarioSource(path: folder.path + "/scenario.toml", overlays: changes),
        outputDirectory: place, gap: gap),
      context: Self.context)
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: place) {
      files[name] = [UInt8](try #require(FileManager.default.contents(atPath: place + "/" + name)))
    }
    self.files = files
  }

  func verify(scenario: String? = nil) throws -> VerifyResponse {
    try VerifyWorkflow.run(VerifyRequest(plan: place, scenario: scenario), context: Self.context)
  }

  /// Puts files in the place of others; nil takes one away.
  func put(_ changed: [String: [UInt8]?]) throws {
    for (name, bytes) in changed {
      let path = place + "/" + name
      if let bytes {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
      } else {
        try FileManager.default.removeItem(atPath: path)
      }
    }
  }

  /// Puts back what was written.
  func restore(_ names: some Sequence<String>) throws {
    for name in names {
      if let bytes = files[name] {
        try put([name: bytes])
      } else {
        try? FileManager.default.removeItem(atPath: place + "/" + name)
      }
    }
  }

  func json(_ name: String) throws -> JSONValue { try JSONReader.value(files[name] ?? []) }
}

extension SmallResult {
  private static let sites = """
    id,name,longitude,latitude,power_mw_max,area_ha,available_year,region_name,owner_countries,operator_countries
    alpha,Alpha,2.3,48.9,120,30,2026,Ile-de-France,FR,FR
    bravo,"Bravo, the second",2.6,48.5,90,20,2026,Ile-de-France,FR,FR
    charlie,Charlie,3.1,50.3,200,60,2027,Hauts-de-France,FR,US
    delta,Delta,5.4,43.3,1,1,2026,PACA,FR,FR

    """

  private static let substations = """
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"name": "North", "levels_kv": "225"},
     "geometry": {"type": "Point", "coordinates": [2.33, 48.93]}},
    {"type": "Feature", "properties": {"name": "South", "levels_kv": "400;225"},
     "geometry": {"type": "Point", "coordinates": [2.61, 48.46]}},
    {"type": "Feature", "properties": {"name": "East", "levels_kv": "225"},
     "geometry": {"type": "Point", "coordinates": [3.12, 50.33]}},
    {"type": "Feature", "properties": {"name": "Harbour", "levels_kv": "225"},
     "geometry": {"type": "Point", "coordinates": [5.38, 43.32]}}]}

    """

  private static let base = """
    schema = 1
    name = "Base"
    [sites]
    source = "sites.csv"
    crs = "EPSG:4326"
    [layers.substations]
    source = "substations.geojson"
    title = "Substations"
    source_name = "made up"
    source_url = "https://example.org"
    licence = "none"
    attribution = "made up"
    vintage = "2020"
    refresh_months = 12
    [[layers.substations.derive]]
    indicator = "nearest"
    distance_km = "substation_225_km"
    fields = { name = "substation_225_name" }
    units = { substation_225_km = "km" }
    [horizon]
    years = [2029, 2030]
    discount_rate = 0.05
    decision_date = 2024-01-01
    operating_years_after = 3
    [hardware]
    catalogue = [
      "\(ArpentBinary.root)/models/hardware/gb300-nvl72.toml",
      "\(ArpentBinary.root)/models/hardware/gb200-nvl72.toml",
    ]
    use = ["gb300-nvl72", "gb200-nvl72"]
    [grid]
    connection_utilisation_max = 0.9
    route_factor = 1.2
    ramp_years = 1
    zone_radius_km = 10
    [grid.connection_225kv]
    max_mw = 240
    max_km = 20
    fixed_eur = 29_000_000
    eur_per_km = 3_200_000
    eur_per_mw = 77_000
    lead_time_years = 3
    [cost]
    energy_eur_per_mwh = 70
    excise_eur_per_mwh = 12
    fixed_om_eur_per_it_mw_year = 270_000
    [estimates]
    power_mw_per_ha = 5
    power_225kv_mw = 100
    power_400kv_mw = 400
    power_distribution_mw = 22
    beside_km = 5
    fast_track_year = 2028
    pue_reference = 1.15
    pue_reference_temperature_c = 12
    pue_per_deg_c = 0.01
    # Products for ever, so that purchases of both years are open.
    [[changes]]
    path = "skus.*.availability"
    delete = true
    """
}
