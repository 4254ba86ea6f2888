// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@testable import Sites

@Suite("What an attribute of a site may hold")
struct SiteValueFormTests {
  private func table(_ columns: [(String, [SiteValue.Content])]) throws -> SiteTable {
    let count = columns.first?.1.count ?? 0
    var table = try SiteTable(
      sites: (0..<count).map { ("s\($0)", "S", SiteTable.Position(longitude: 2, latitude: 48)) })
    for (name, values) in columns {
      try table.set(
        SiteTable.Column(
          name: name, unit: "", values: values.map { SiteValue($0, basis: .published, source: "test") }))
    }
    return table
  }

  @Test(
    "A word or code that planning does not know is a fault, with what to write",
    arguments: [
      ("owner_country", "France", "ISO country codes"), ("owner_country", "FRA", "ISO country codes"),
      ("owner_country", "FR;DE", "here \"FR|DE\""), ("owner_country", "fr", "here \"FR\""),
      ("owner_country", "UK", "\"GB\""), ("owner_country", "EL", "\"GR\""), ("owner_country", "XX", "ISO"),
      ("power_kind", "IT", "did you mean 'it'?"), ("area_kind", "Plot", "did you mean 'plot'?"),
      ("operator_named", "true", "no, yes"), ("operator_named", "oui", "no, yes"),
      ("free_cooling_class", "a", "did you mean 'A'?"), ("departement_code", "1", "here \"01\""),
      ("departement_code", "20", "2A"), ("power_steps", "2029:50,2030:100", "2027:240;2029:700"),
      ("power_steps", "2029:50;2029:100", "years and MW"), ("power_steps", "2029:0x10", "years and MW"),
      ("power_mw_max", "12,5", "write 12.5"), ("power_mw_max", "0x10", "write digits"),
      ("secnumcloud_eligible", "Yes", "did you mean 'yes'?"), ("controlling_jurisdiction", "EU", "'eu'"),
      ("operator_country", "Germany", "ISO country codes"),
    ])
  func words(_ attribute: String, _ text: String, _ hint: String) throws {
    let faults = try table([(attribute, [.text(text)])]).valueFaults()
    #expect(faults.count == 1)
    #expect(faults.first?.severity == .error)
    #expect(faults.first?.description.contains("site 's0': \(attribute) is '\(text)'") == true)
    #expect(faults.first?.description.contains(hint) == true, "\(faults.map(\.description))")
  }

  @Test(
    "What planning knows passes",
    arguments: [
      ("owner_country", "FR"), ("owner_country", "AE|FR|US"), ("owner_country", "unknown"),
      ("power_kind", "it"),
      ("departement_code", "2A"), ("departement_code", "974"), ("power_steps", "2027:240;2029:700"),
      ("region_name", "anything"), ("operator_named", "yes"), ("own_column", "France"),
    ])
  func known(_ attribute: String, _ text: String) throws {
    #expect(try table([(attribute, [.text(text)])]).valueFaults().isEmpty)
  }

  @Test("Voltages, years, areas and shares are asked of a table as of --set")
  func numbers() throws {
    let faults = try table([
      ("grid_kv", [.number(20)]), ("connection_year", [.number(2029.5)]), ("area_ha", [.number(0)]),
      ("non_eu_share_total", [.number(30)]),
    ]).valueFaults().map(\.description)
    #expect(
      faults == [
        "site 's0': area_ha is 0; wanted above 0 and at most 100000 ha",
        "site 's0': grid_kv is 20, which is no voltage of the French grid; valid: 63, 90, 150, 225, 400",
        "site 's0': connection_year is 2029.5, which is no whole year; write a year such as 2029",
        "site 's0': non_eu_share_total is 30; wanted 0 to 1",
      ])
  }

  @Test("A status that no rule knows is a warning, and of many sites ten are named")
  func many() throws {
    let one = try table([("status", [.text("Fast-Track")])]).valueFaults()
    #expect(one.map(\.severity) == [.warning])
    #expect(one.first?.description.contains("did you mean 'fast-track'?") == true)
    let many = try table([("power_kind", Array(repeating: .text("IT"), count: 13))]).valueFaults()
    #expect(many.count == 11)
    #expect(many.last?.description == "power_kind: 3 more sites have values like these")
  }
}
