// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Quantities
import Sites
import Testing
import Workflows

@testable import Scenarios

/// What stress tests change in a scenario.
@Suite struct StudyStressTests {
  private static let sites = ["a-built", "b-open", "c-far"]

  /// Two sites in the zone "Nord", one of them with a published year and steps; a third one near no zone.
  private static func table() throws -> SiteTable {
    var table = try SiteTable(
      sites: sites.map { ($0, $0, SiteTable.Position(longitude: 2, latitude: 50)) })
    func set(_ attribute: SiteAttribute, _ contents: [SiteValue.Content?]) throws {
      let values = contents.map { content in
        content.map { SiteValue($0, basis: .published, source: "test") } ?? .missing("test")
      }
      try table.set(.init(name: attribute.rawValue, unit: attribute.unit, values: values))
    }
    try set(.demandZoneName, [.text("Nord"), .text("Nord"), .text("Sud")])
    try set(.demandZoneKm, [.number(5), .number(20), .number(90)])
    try set(.connectionYear, [.number(2026), nil, .number(2027)])
    try set(.powerSteps, [.text("2026:120;2027:240"), nil, nil])
    try set(.substation225Name, [.text("Avelin"), .text("Gavrelle"), .text("Avelin")])
    try set(.substation225Km, [.number(3), .number(4), .number(9)])
    try set(.substation400Name, [.text("Avelin"), nil, nil])
    try set(.substation400Km, [.number(3), nil, nil])
    return table
  }

  private static func changes(_ stress: Stress, _ overlays: [String] = []) throws -> [String] {
    let scenario = try #require(ScenarioFixture.read(overlays: overlays).scenario)
    var table = try table()
    var year = SiteValue(.number(2030), basis: .estimated, source: "filled")
    year.isFilled = true
    table.set(year, column: SiteAttribute.connectionYear.rawValue, row: 1)
    return try StressCases(scenario: scenario, table: table).changes(of: stress)
  }

  /// The site table after changes, as the next case sees it.
  private static func changed(_ overlays: [String]) throws -> SiteTable {
    let scenario = try #require(ScenarioFixture.read(overlays: overlays).scenario)
    let stated = try scenario.stating(table())
    #expect(stated.findings == [])
    return stated.table
  }

  @Test func `a lost site is out, and no longer forced in`() throws {
    #expect(try Self.changes(.loseSite("b-open")) == ["sites.force_out+=[\"b-open\"]"])
    let forced = "sites.force_in=[\"b-open\", \"c-far\"]"
    let changes = try Self.changes(.loseSite("b-open"), [forced])
    let scenario = try #require(ScenarioFixture.read(overlays: [forced] + changes).scenario)
    #expect(scenario.parameters.forceIn == ["c-far"] && scenario.parameters.forceOut == ["b-open"])
  }

  @Test func `a lost substation is near no site any more`() throws {
    let table = try Self.changed(try Self.changes(.loseSubstation("Avelin")))
    #expect((0..<3).map { table.number(.substation225Km, row: $0) } == [nil, 4, nil])
    #expect((0..<3).map { table.number(.substation400Km, row: $0) } == [nil, nil, nil])
  }

  @Test func `a late zone is late for the sites that draw on it`() throws {
    let table = try Self.changed(try Self.changes(.delayZone("Nord", years: 2)))
    #expect((0..<3).map { table.number(.connectionYear, row: $0) } == [2028, 2032, 2027])
    #expect(table.text(.powerSteps, row: 0) == "2028:120;2029:240")
  }

  @Test func `power that a zone is to get comes later too, and what it has stays`() throws {
    let stated = "grid.zone_headroom_mw.Nord={ 2026 = 100, 2027 = 250.5 }"
    let changes = try Self.changes(.delayZone("Nord", years: 1), [stated])
    let scenario = try #require(ScenarioFixture.read(overlays: [stated] + changes).scenario)
    #expect(scenario.parameters.grid.zoneHeadroomMW == ["Nord": [2026: 100, 2028: 250.5]])
  }

  @Test func `when all power is late, published years and lead times are`() throws {
    let changes = try Self.changes(.delayAll(years: 3))
    let table = try Self.changed(changes)
    // The open site has no year: its lead time is longer.
    #expect((0..<3).map { table.number(.connectionYear, row: $0) } == [2029, nil, 2030])
    let scenario = try #require(ScenarioFixture.read(overlays: changes).scenario)
    #expect(scenario.parameters.grid.connections.map(\.leadTimeYears.value) == [7])
    #expect(scenario.parameters.estimates.fastTrackYear.value == 2031)
  }

  @Test func `prices and owners are one change each`() throws {
    #expect(try Self.changes(.energyPrice(factor: 2)) == ["cost.energy_eur_per_mwh*=2"])
    let owners = try Self.changes(.excludeNonEUOwners)
    let scenario = try #require(ScenarioFixture.read(overlays: owners).scenario)
    let share = try #require(scenario.parameters.families.sovereignty?.shares.last)
    #expect(share.atMost?.value == 0 && share.atLeast == nil)
    guard case .condition(let condition) = share.scope else {
      Issue.record("\(share)")
      return
    }
    #expect(condition.text == "eu_control = 'no'")
  }

  @Test(
    "what is not there is reported with the nearest name",
    arguments: [
      (Stress.loseSite("b-opne"), "there is no site 'b-opne' (did you mean 'b-open'?)"),
      (
        .loseSubstation("Avelain"),
        "there is no substation nearest to a site 'Avelain' (did you mean 'Avelin'?)"
      ),
      (.delayZone("Nrod", years: 1), "there is no demand zone 'Nrod' (did you mean 'Nord'?)"),
      (.loseSite("zzzzzzzz"), "there is no site 'zzzzzzzz' (for example a-built, b-open, c-far)"),
      (
        .delayZone("Sud", years: 1),
        "no site draws on the demand zone 'Sud' (the nearest lies farther from its centre than grid.zone_radius_km, 25 km)"
      ),
    ])
  func unknown(_ stress: Stress, _ said: String) {
    let fault = #expect(throws: StressFault.self) { try Self.changes(stress) }
    #expect(fault?.description == said)
  }
}
