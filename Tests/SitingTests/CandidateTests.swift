// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import TestSupport
import Testing

@testable import Planning
@testable import PlanningModel
@testable import Sites

@Suite("From a row of the table to a candidate")
struct CandidateTests {
  private let block = ClusterOption(
    skuID: "sku", gpus: 576, systems: 8, racks: 8, systemsMW: 1.1, itMW: 1.2, averageITMW: 0.9,
    liquidShare: 0.85, whiteSpaceM2: 40, landHa: 0.1, systemsCapexEUR: 20e6,
    networkAndStorageCapexEUR: 4e6, shellCapexEUR: 14e6,
    basis: ClusterBasis(
      capacity: .published, power: .published, energy: .estimated, space: .estimated, cost: .estimated))

  private func table(_ cells: [SiteAttribute: SiteValue.Content]) throws -> SiteTable {
    var table = try SiteTable(sites: [("a", "A", SiteTable.Position(longitude: 2, latitude: 48))])
    for attribute in SiteAttribute.allCases {
      let value = cells[attribute].map { SiteValue($0, basis: .published, source: "test") }
      try table.set(
        SiteTable.Column(
          name: attribute.rawValue, unit: attribute.unit,
          values: [value ?? .missing("not in the test")]))
    }
    return table
  }

  private func problem(
    _ cells: [SiteAttribute: SiteValue.Content], years: [Int] = [2026, 2027, 2028, 2029, 2030],
    forceIn: [String] = [], forceOut: [String] = [], demand: [Int: Int] = [2026: 576],
    schedule: ScheduleAssumptions? = nil
  ) throws -> SitingProblem {
    let table = try table(cells)
    let parameters = SitingParameters(
      horizon: Horizon(
        years: years, discountRate: Samples.figure(0.05), operatingYearsAfter: 3,
        decisionDate: Samples.decision),
      demandGPUs: demand, skus: ["sku"], grid: Samples.grid, costs: Samples.costs,
      estimates: Samples.estimates, forceIn: forceIn, forceOut: forceOut)
    let filled = try table.fillingMissing(
      with: Samples.estimates, grid: Samples.grid, decision: Samples.decision)
    return try ProblemBuilder(
      table: filled, parameters: parameters, blocks: [block], schedule: schedule ?? Samples.instant
    ).problem()
  }

  private let near: [SiteAttribute: SiteValue.Content] = [
    .substation225Km: .number(5), .substation225Name: .text("Near"), .substation400Km: .number(90),
    .connectionYear: .number(2026),
  ]

  @Test(
    "A distance that is only an upper bound excludes no site, and counts as the farthest that is considered")
  func upperBound() throws {
    var far = try table(
      near.merging([.substation225Km: .number(142), .substation400Km: .number(300)]) { $1 })
    let isolated = try #require(far.column("substation_225_km"))
    func reach() -> ConnectionReach? { Samples.grid.connections.first?.reach(row: 0, in: far) }
    let limit = try #require(Samples.grid.connections.first?.maxKm.value)
    #expect(reach() == .tooFar(km: 142, maxKm: limit))
    for attribute in [SiteAttribute.substation225Km, .substation400Km] {
      var column = try #require(far.column(attribute.rawValue))
      column.values[0].isUpperBound = true
      try far.set(column)
    }
    #expect(reach() == .within(km: limit))
    var nearer = isolated
    nearer.values[0] = SiteValue(.number(3), basis: .derived, source: "test")
    nearer.values[0].isUpperBound = true
    try far.set(nearer)
    #expect(reach() == .within(km: 3))
  }

  @Test("Published steps decide the power of a year")
  func steps() throws {
    let site = try #require(
      try problem(near.merging([.powerMaxMW: .number(240), .powerSteps: .text("2027:240;2026:120")]) { $1 })
        .sites.first)
    #expect(site.powerMW == [120, 240, 240, 240, 240])
  }

  @Test("A published first stage holds until the ramp ends; without stages the connection gives what it has")
  func ramp() throws {
    let staged = try problem(near.merging([.powerMaxMW: .number(100), .powerInitialMW: .number(44)]) { $1 })
    #expect(staged.sites.first?.powerMW == [44, 44, 100, 100, 100])
    let hall = try problem(near.merging([.powerMaxMW: .number(10)]) { $1 })
    #expect(hall.sites.first?.powerMW == [10, 10, 10, 10, 10])
    #expect(hall.connectionMW(site: 0, connection: 0, year: 0, openedIn: 0) == 10)
  }

  @Test("A large connection grows from the year in which it is energised, not from a year of the calendar")
  func growth() throws {
    let cells: [SiteAttribute: SiteValue.Content] = [
      .substation400Km: .number(5), .gridKV: .number(400), .connectionYear: .number(2026),
      .powerMaxMW: .number(700),
    ]
    let found = try problem(cells)
    // 240 MW at first and 230 a year, as the contract of Fouju has it.
    func powers(_ opens: Int) -> [Double] {
      (0..<5).map { found.connectionMW(site: 0, connection: 0, year: $0, openedIn: opens) }
    }
    #expect(powers(0) == [240, 470, 700, 700, 700])
    #expect(powers(2) == [0, 0, 240, 470, 700])
    let steps = try problem(cells.merging([.powerSteps: .text("2026:240;2028:700")]) { $1 })
    #expect(
      (0..<5).map { steps.connectionMW(site: 0, connection: 0, year: $0, openedIn: 0) } == [
        240, 240, 700, 700, 700,
      ])
  }

  /// The decision is on 1 January 2026. Worked by hand in months: permits 12, construction 18, order 3 and
  /// transformers 29.4, systems 6, commissioning 5.
  @Test("The first year follows from the steps that are left")
  func calendar() throws {
    typealias Cells = [SiteAttribute: SiteValue.Content]
    let usual = ScheduleAssumptions()
    func first(_ cells: Cells) throws -> [Int] {
      try problem(
        near.merging([.powerMaxMW: .number(50)]) { $1 }.merging(cells) { $1 }, schedule: usual
      ).sites.first?.connections.map(\.firstYear) ?? []
    }
    // 32.4 + 5 months: February 2029, whatever year of the connection is published before.
    #expect(try first([:]) == [2029])
    #expect(try first([.connectionYear: .number(2028)]) == [2029])
    // Mid-2029 and 5 months; with the month of December, May 2030.
    #expect(try first([.connectionYear: .number(2029)]) == [2029])
    #expect(try first([.connectionYear: .number(2029), .connectionMonth: .number(12)]) == [2030])
    // No year is published: 4 years of lead time and 5 months.
    #expect(try first([.connectionYear: .missing(reason: "none")]) == [2030])
    // 9 and 14.7 months left, then 5: August 2027; transformers on the site: March 2027.
    #expect(try first([.projectStage: .text("under_construction")]) == [2027])
    #expect(
      try first([.projectStage: .text("under_construction"), .connectionYear: .missing(reason: "none")]) == [
        2030
      ])
    // 6 + 5 months: December 2026.
    #expect(try first([.projectStage: .text("in_service")]) == [2026])
    // The connection that is there waits for the building alone: 30 + 5 months with transformers on the site.
    let existing: Cells = [
      .connectionYear: .missing(reason: "none"), .existingConnectionMW: .number(40),
      .transformersOnSite: .text("yes"),
    ]
    #expect(try first(existing) == [2028, 2030])
    let site = try #require(
      try problem(near.merging([.powerMaxMW: .number(50)]) { $1 }.merging(existing) { $1 }, schedule: usual)
        .sites
        .first)
    #expect(site.connections.map(\.kind) == [.existing, .newLine])
    #expect(site.connections[0].capacityMW == 40 && site.connections[0].costEUR(contractedMW: 40) == 0)
    #expect(site.connections[0].calendar.criticalPath == [.permits, .construction, .commissioning])
  }

  @Test("A site that no step can bring into service within the horizon says which steps it waits for")
  func tooLate() throws {
    let late = try problem(
      near.merging([.powerMaxMW: .number(50)]) { $1 }, years: [2026, 2027], schedule: ScheduleAssumptions())
    let reason = try #require(late.exclusions.first)
    #expect(reason.rule == "first_operation")
    #expect(reason.value.contains("2029 at the earliest"))
    #expect(reason.value.contains("transformers"))
  }

  @Test("Power published for IT is raised to the meter by the site's PUE")
  func itPower() throws {
    let site = try #require(
      try problem(
        near.merging([.powerMaxMW: .number(100), .powerKind: .text("it"), .pue: .number(1.2)]) { $1 }
      ).sites.first)
    #expect(site.powerMW.last == 120)
  }

  @Test("A published voltage rules out the others and lifts the general limit of its class")
  func voltage() throws {
    let both: [SiteAttribute: SiteValue.Content] = [
      .substation225Km: .number(5), .substation400Km: .number(8), .connectionYear: .number(2026),
      .powerMaxMW: .number(1_400),
    ]
    #expect(try problem(both).sites.first?.connections.map(\.capacityMW) == [240, 1_000])
    let only = try problem(both.merging([.gridKV: .number(400)]) { $1 })
    #expect(only.sites.first?.connections.map(\.voltageKV) == [400])
    #expect(only.sites.first?.connections.map(\.capacityMW) == [1_400])
  }

  @Test("The price of a connection is its fixed part, its route and its share of the works")
  func price() throws {
    let site = try #require(try problem(near.merging([.powerMaxMW: .number(100)]) { $1 }).sites.first)
    // 10 MEUR + 5 km x 1.2 x 2 MEUR/km + 100 MW x 50 kEUR/MW
    #expect(site.connections.first?.costEUR(contractedMW: 100) == 10e6 + 12e6 + 5e6)
  }

  @Test("The column that compares prices of connections is what a plan pays at the reference power")
  func priceColumn() throws {
    let reference = Samples.estimates.derivedInputs.connectionReferenceMW.value
    let cells = near.merging([
      .powerMaxMW: .number(reference), .substation400Km: .number(12.3), .substation225Km: .number(7.9),
    ]) { $1 }
    let site = try #require(try problem(cells).sites.first)
    let filled = try table(cells).fillingMissing(
      with: Samples.estimates, grid: Samples.grid, decision: Samples.decision)
    #expect(site.connections.map(\.voltageKV) == [225, 400])
    for option in site.connections {
      let price = try #require(filled.number("connection_\(option.voltageKV)kv_cost_eur", row: 0))
      #expect((price - option.costEUR(contractedMW: reference)).magnitude < 0.01)
    }
  }

  @Test("Hazards raise the price of the building and nothing else; unknown ones do not")
  func hazards() throws {
    let plain = try problem(near)
    let raised = try problem(near.merging([.hazardCostFactor: .number(1.2)]) { $1 })
    #expect(plain.sites.first?.shellCostFactor == 1)
    #expect(raised.sites.first?.shellCostFactor == 1.2)
    #expect(raised.shellEUR(site: 0, sku: 0) == 14e6 * 1.2)
    #expect(raised.capexEUR(site: 0, sku: 0) == 24e6 + 14e6 * 1.2)
    #expect(plain.capexEUR(site: 0, sku: 0) == block.totalCapexEUR)
    var same = raised
    same.sites[0].shellCostFactor = 1
    #expect(same == plain)
  }

  @Test("A site that cannot be chosen keeps every reason")
  func reasons() throws {
    let late = try problem(
      [
        .substation225Km: .number(5), .substation400Km: .number(90), .connectionYear: .number(2040),
        .powerMaxMW: .number(50),
      ], forceOut: ["a"])
    #expect(late.exclusions.map(\.rule) == ["sites.force_out", "first_operation"])
    let far = try problem([
      .substation225Km: .number(70), .substation400Km: .number(90), .connectionYear: .number(2026),
      .powerMaxMW: .number(50),
    ])
    #expect(far.exclusions.map(\.rule) == ["grid.connection distance"])
    #expect(far.exclusions.first?.value.contains("70.0 km") == true)
    let malformed = try problem(near.merging([.powerSteps: .text("2027-240")]) { $1 })
    #expect(malformed.exclusions.map(\.rule) == ["power_steps"])
  }

  @Test("Each reason why a site is out is the reason: with what it asks for the site can be chosen")
  func cures() throws {
    typealias Cells = [SiteAttribute: SiteValue.Content]
    let good = near.merging([.powerMaxMW: .number(50)]) { $1 }
    let cases: [(rule: String, wrong: Cells, right: Cells)] = [
      ("first_operation", [.connectionYear: .number(2031)], [.connectionYear: .number(2030)]),
      ("connection_year", [.connectionYear: .number(3_000)], [.connectionYear: .number(2030)]),
      ("committed_mw", [.committedMW: .number(50)], [.committedMW: .number(45)]),
      ("power_steps", [.powerSteps: .text("2027-240")], [.powerSteps: .text("2027:240")]),
      ("grid_kv", [.gridKV: .number(63)], [.gridKV: .number(225)]),
      (
        "grid_kv", [.gridKV: .number(400), .substation400Km: .missing(reason: "none")],
        [.gridKV: .number(400), .substation400Km: .number(90)]
      ),
      ("grid.connection distance", [.substation225Km: .number(70)], [.substation225Km: .number(20)]),
    ]
    for (rule, wrong, right) in cases {
      let out = try problem(good.merging(wrong) { $1 })
      #expect(out.sites.isEmpty && out.exclusions.map(\.rule) == [rule], "\(wrong) \(out.exclusions)")
      #expect(try problem(good.merging(right) { $1 }).sites.map(\.id) == ["a"], "\(right)")
    }
    #expect(try problem(good, forceOut: ["a"]).exclusions.map(\.rule) == ["sites.force_out"])
  }

  @Test("A distance just beyond its limit does not read as within it", arguments: [20.04, 20.000001, 20.06])
  func justBeyond(km: Double) throws {
    let limit = try #require(Samples.grid.connections.first { $0.voltageKV == 225 }).maxKm.value
    let far = try problem([
      .substation225Km: .number(limit + km - 20), .connectionYear: .number(2026), .powerMaxMW: .number(50),
    ])
    let reported = try #require(far.exclusions.first).value
    let shown = try #require(reported.split(separator: " ").dropLast().last.flatMap { Double($0) })
    #expect(shown >= limit + km - 20 && shown < limit + 0.2, "\(reported)")
  }

  @Test(
    "EU control must be shown for every owner",
    arguments: [
      ("FR", true), ("FR|SE", true), ("AE|FR|US", false), ("unknown", false), ("GB", false),
      ("fr | de", true),
    ])
  func control(countries: String, isControlled: Bool) throws {
    let site = try #require(
      try problem(near.merging([.ownerCountry: .text(countries)]) { $1 }).sites.first)
    #expect(site.isEUControlled == isControlled)
  }

  @Test("Published power stays reachable on a published plot; the area of a building is no plot")
  func land() throws {
    let dense = try #require(
      try problem(
        near.merging([.powerMaxMW: .number(200), .areaHa: .number(1), .areaKind: .text("plot")]) { $1 }
      )
      .sites.first)
    let needed = dense.powerMW.last.map { $0 * block.landHa / (block.itMW * dense.pue) } ?? 0
    #expect(dense.landHa >= needed - 1e-9)
    let roomy = try #require(
      try problem(near.merging([.areaHa: .number(4), .areaKind: .text("plot")]) { $1 }).sites.first)
    #expect(roomy.landHa == 4)
  }

  @Test("Years between planning years are paid for, and those after the horizon too")
  func operatingWeight() throws {
    let found = try problem(near, years: [2026, 2028])
    // 2026 stands for 2026 and 2027; 2028 for itself and three years more.
    let rate = 1.05
    #expect((found.operatingWeight[0] - (1 + 1 / rate)).magnitude < 1e-12)
    let last = (2...5).reduce(0.0) { sum, n in sum + (0..<n).reduce(1.0) { value, _ in value / rate } }
    #expect((found.operatingWeight[1] - last).magnitude < 1e-12)
  }

  @Test("Demand carries forward to years that state none")
  func demand() throws {
    #expect(try problem(near, demand: [2027: 100, 2029: 300]).demandGPUs == [0, 100, 100, 300, 300])
  }
}
