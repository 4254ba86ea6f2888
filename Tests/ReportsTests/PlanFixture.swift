// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import PlanningModel
import Quantities
import Reports
import Results
import Sites
import TestSupport

/// A small plan made by hand on six invented sites: two chosen, two not, two left out, with names that would
/// do harm in a careless writer. No figure is a fact.
struct PlanFixture {
  static let hostileName = "</script><img src=x onerror=alert(1)>&\"'"
  static let rightToLeftName = "\u{202E}\u{05E9}\u{05DC}\u{05D5}\u{05DD} site"
  static let quotedName = "Port, \"quai 3\"\nnord; =SUM(A1)"

  var plan: Plan
  var problem: SitingProblem
  var table: SiteTable
  var builder: PlanBuilder

  static let outcome = PlanBuilder.Outcome(
    status: .gap, termination: "optimal", objectives: [.init(best: nil, bound: 1_000_000_000.125)],
    gapAsked: 0.001
  )

  /// The plan; `shift` moves the blocks of the first chosen site, for a plan that differs.
  init(blocks: [[Int]] = [[4, 16], [0, 2]]) throws {
    let sizer = try ClusterSizer(catalogue: HardwareCatalogue([Self.rack, Self.node]))
    table = try Self.sites()
    let options = try ["rack-72", "node-8"].map { try sizer.option(skuID: $0) }
    problem = try ProblemBuilder(
      table: table, parameters: Self.parameters, blocks: options, schedule: Samples.instant
    ).problem()
    builder = PlanBuilder(
      name: "Fixture & \(Self.hostileName)", problem: problem, table: table, sizer: sizer,
      supplyTemperatureC: 40)
    plan = try builder.plan(try Self.placement(in: problem, blocks: blocks), outcome: Self.outcome)
  }

  /// The same problem with no plan.
  func infeasible(_ explanation: InfeasibilityExplanation?) throws -> Plan {
    try builder.plan(
      Placement(sites: []),
      outcome: .init(status: .infeasible, termination: "infeasible", objectives: [], gapAsked: 0.001),
      explanation: explanation)
  }

  func report(_ context: ReportContext? = nil) -> PlanReport {
    PlanReport(
      plan: plan, problem: problem, table: table, layers: [Self.layer], context: context ?? Self.context)
  }

  static func placement(in problem: SitingProblem, blocks: [[Int]]) throws -> Placement {
    func index(_ id: String) throws -> Int {
      guard let index = problem.sites.firstIndex(where: { $0.id == id }) else { throw Missing(id: id) }
      return index
    }
    return Placement(
      sites: [
        Placement.Site(site: try index("alpha"), connection: 0, opensYear: 0, blocks: blocks),
        Placement.Site(site: try index("delta"), connection: 1, opensYear: 1, blocks: [[0, 3], [0, 0]]),
      ].sorted { $0.site < $1.site })
  }

  struct Missing: Error { var id: String }

  static let layer: LayerReport = {
    var layer = LayerReport(
      declared: LayerSource(
        name: "sites", source: "sites.csv", sourceName: "Somebody <and> others",
        sourceURL: "https://example.org/data", licence: "test <licence>", attribution: "(c) Nobody & sons",
        vintage: "2026", refreshMonths: 6))
    layer.driver = "CSV"
    layer.crsFound = "EPSG:4326"
    layer.crsMeasured = "EPSG:2154"
    layer.featuresDeclared = 8
    layer.featuresRead = 7
    layer.featuresUsed = 6
    layer.nullGeometries = 1
    layer.nullValues = ["power": 3, "area": 2]
    layer.repairedGeometries = 4
    layer.sha256 = "ab12"
    layer.elapsedSeconds = 12.3456789
    return layer
  }()

  static let context = ReportContext(
    toolVersion: "0.1.0",
    libraries: [
      .init("gdal", version: "3.6.2"), .init("proj", version: "9.1.1"), .init("glpk", version: "5.0"),
    ],
    inputs: [.init(role: "scenario", path: "models/x.toml", sha256: "0011")],
    effectiveScenario: "schema = 1\nname = \"</code><b>\"\n", seed: 7,
    assumptions: [
      NamedQuantity(name: "energy_eur_per_mwh", figure: figure(70, "EUR/MWh", low: 60, high: 90))
    ],
    substations: [
      SubstationPosition(
        name: "North", voltagesKV: [225, 400], position: .init(longitude: 2.3, latitude: 50.95)),
      SubstationPosition(name: "North", voltagesKV: [225], position: .init(longitude: 5.0, latitude: 45.0)),
    ],
    basemap: Basemap(
      outlines: [
        .init(.land, paths: [.init(x: [-5, 8, 8, -5, -5], y: [42, 42, 51.2, 51.2, 42])]),
        .init(.departement, paths: [.init(x: [1, 3, 3, 1, 1], y: [44, 44, 46, 46, 44])]),
      ]),
    warnings: ["careful with <tags>"])
}

extension PlanFixture {
  static func figure(_ value: Double, _ unit: String = "", low: Double? = nil, high: Double? = nil)
    -> Quantity
  {
    Quantity(value, unit: unit, basis: .estimated, source: "test", low: low, high: high)
  }

  static let parameters = SitingParameters(
    horizon: Horizon(
      years: [2026, 2028], discountRate: figure(0.05), operatingYearsAfter: 3, decisionDate: Samples.decision),
    demandGPUs: [2026: 2_000, 2028: 10_000], skus: ["rack-72", "node-8"],
    supplyGPUs: ["rack-72": [2026: 4_000]],
    grid: GridParameters(
      usableShare: figure(0.9), routeFactor: figure(1.2),
      connections: [
        ConnectionClass(
          voltageKV: 225, maxMW: figure(240, "MW"), maxKm: figure(20, "km"), fixedEUR: figure(10e6, "EUR"),
          eurPerKm: figure(2e6, "EUR/km"), eurPerMW: figure(50_000, "EUR/MW"), leadTimeYears: figure(0)),
        ConnectionClass(
          voltageKV: 400, maxMW: figure(1_000, "MW"), maxKm: figure(30, "km"), fixedEUR: figure(40e6, "EUR"),
          eurPerKm: figure(5e6, "EUR/km"), eurPerMW: figure(50_000, "EUR/MW"), leadTimeYears: figure(2)),
      ], zoneRadiusKm: figure(25, "km"), rampYears: figure(0)),
    limits: PortfolioLimits(sitesMax: 3, regionShareMax: 0.9),
    costs: CostParameters(
      energyEURPerMWh: figure(70, "EUR/MWh"), exciseEURPerMWh: figure(0.5, "EUR/MWh"),
      fixedOMEURPerITMWYear: figure(100_000, "EUR/MW")),
    estimates: {
      var e = EstimateParameters()
      e.powerMWPerHa = figure(5, "MW/ha", low: 2, high: 17)
      e.power225MW = figure(100, "MW")
      e.power400MW = figure(300, "MW")
      e.powerDistributionMW = figure(30, "MW")
      e.besideKm = figure(15, "km")
      e.fastTrackYear = figure(2028)
      e.pueReference = figure(1.15)
      e.pueReferenceTemperatureC = figure(12)
      e.puePerDegC = figure(0.01)
      return e
    }(),
    forceOut: ["foxtrot"])

  /// Six sites; `echo` has no substation near and `foxtrot` is excluded by the planner.
  static func sites() throws -> SiteTable {
    let rows: [(String, String, Double, Double, String, Double, String?, Double?)] = [
      ("alpha", hostileName, 2.2, 51.0, "Nord", 120, "FR", 5.25),
      ("bravo", rightToLeftName, 0.000_031_25, 45.123_456_789, "Sud", 300, "US|FR", 8),
      ("charlie", quotedName, 5.4, 43.3, "Sud", 250, "FR", 2),
      ("delta", "Delta", 2.0, 48.5, "Centre", 500, "FR|DE", 12),
      ("echo", "Echo", -1.0, 47.0, "Ouest", 80, nil, nil),
      ("foxtrot", "Foxtrot", 7.0, 48.0, "Est", 60, "FR", 3),
    ]
    var table = try SiteTable(
      sites: rows.map { ($0.0, $0.1, SiteTable.Position(longitude: $0.2, latitude: $0.3)) })
    func add(_ attribute: SiteAttribute, _ basis: Basis, _ content: (Int) -> SiteValue.Content?) throws {
      try table.set(
        SiteTable.Column(
          name: attribute.rawValue, unit: attribute.unit,
          values: rows.indices.map { row in
            content(row).map { SiteValue($0, basis: basis, source: "by hand <\(attribute.rawValue)>") }
              ?? .missing("nobody <said>")
          }))
    }
    try add(.powerMaxMW, .published) { .number(rows[$0].5) }
    try add(.areaHa, .published) { .number(rows[$0].5 / 4) }
    try add(.connectionYear, .estimated) { _ in .number(2026) }
    try add(.ownerCountry, .published) { row in rows[row].6.map { .text($0) } }
    try add(.regionName, .derived) { .text(rows[$0].4) }
    try add(.substation225Km, .derived) { row in rows[row].7.map { .number($0) } }
    try add(.substation225Name, .derived) { row in rows[row].7.map { _ in .text("North") } }
    try add(.substation400Km, .derived) { row in rows[row].7.map { .number($0 + 10) } }
    try add(.substation400Name, .derived) { row in rows[row].7.map { _ in .text("Big & \"South\"") } }
    try add(.pue, .derived) { .number(1.1 + Double($0) / 100) }
    return table
  }

  static let rack = sku(
    id: "rack-72", kind: .rack, gpus: 72, systems: 8, kW: 132, liquid: 0.85, priceUSD: 3.5e6)
  static let node = sku(id: "node-8", kind: .node, gpus: 8, systems: 32, kW: 14.3, liquid: 0, priceUSD: 0.4e6)

  static func sku(
    id: String, kind: SystemKind, gpus: Double, systems: Double, kW: Double, liquid: Double, priceUSD: Double
  ) -> HardwareSKU {
    HardwareSKU(
      id: id, name: id, status: .available,
      system: HardwareSystem(
        kind: kind, gpus: figure(gpus, "count"), cpus: figure(2, "count"), systemsPerRack: figure(1, "count"),
        weightKg: figure(1_360, "kg")),
      scalableUnit: ScalableUnit(
        systems: figure(systems, "count"), racks: figure(systems, "count"),
        gpus: figure(gpus * systems, "count")),
      power: SystemPower(provisioningKW: figure(kW, "kW")),
      cooling: SystemCooling(
        liquidShare: figure(liquid), supplyMaximumC: liquid > 0 ? figure(45, "C") : nil,
        flowRule: liquid > 0 ? .constantReturn : nil),
      memory: GPUMemory(usableGB: figure(186, "GB")),
      performance: GPUPerformance(fp4Dense: figure(10, "PFLOPS"), fp8Dense: figure(5, "PFLOPS")),
      network: SystemNetwork(
        nicsPerGPU: figure(1, "count"), nicGbitPerS: figure(400, "Gbit/s"), fabric: "NDR"),
      price: SystemPrice(
        low: figure(priceUSD * 0.9, "USD"), mid: figure(priceUSD, "USD"), high: figure(priceUSD * 1.1, "USD"))
    )
  }
}
