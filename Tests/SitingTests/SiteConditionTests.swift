// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import Testing

@Suite("Conditions on site attributes")
struct SiteConditionTests {
  private func table() throws -> SiteTable {
    var table = try SiteTable(
      sites: ["a", "b", "c"].map { ($0, $0, SiteTable.Position(longitude: 2, latitude: 48)) })
    func values(_ cells: [SiteValue.Content?]) -> [SiteValue] {
      cells.map { cell in
        cell.map { SiteValue($0, basis: .published, source: "test") } ?? .missing("not known")
      }
    }
    try table.set(
      SiteTable.Column(name: "area_ha", unit: "ha", values: values([.number(5), .number(20), nil])))
    try table.set(
      SiteTable.Column(
        name: "region_name", unit: "",
        values: values([.text("Provence-Alpes-Côte d'Azur"), .text("Bretagne"), nil])))
    try table.set(
      SiteTable.Column(name: "slope", unit: "", values: values([.number(-1.5), .number(0), .number(3)])))
    return table
  }

  private func sites(_ text: String) throws -> [String] {
    let table = try table()
    return try SiteCondition(text).rows(in: table).map { table.ids[$0] }
  }

  @Test(
    "Comparisons hold for the sites one would name by hand",
    arguments: [
      ("area_ha = 5", ["a"]), ("area_ha != 5", ["b"]), ("area_ha < 20", ["a"]),
      ("area_ha <= 20", ["a", "b"]),
      ("area_ha > 5", ["b"]), ("area_ha >= 5", ["a", "b"]), ("slope = -1.5", ["a"]), ("slope >= 3e0", ["c"]),
      ("region_name = 'Bretagne'", ["b"]), ("region_name = 'Provence-Alpes-Côte d''Azur'", ["a"]),
      ("region_name in ('Bretagne', 'Corse')", ["b"]), ("area_ha in (5, 20)", ["a", "b"]),
      ("id = 'c'", ["c"]),
    ])
  func comparisons(text: String, expected: [String]) throws {
    #expect(try sites(text) == expected)
  }

  @Test(
    "not binds closer than and, and closer than or; brackets come first",
    arguments: [
      ("id = 'a' or id = 'b' and slope = 3", ["a"]), ("(id = 'a' or id = 'b') and slope = 3", []),
      ("not id = 'a' and slope < 3", ["b"]), ("not (id = 'a' and slope < 3)", ["b", "c"]),
      ("not not id = 'a'", ["a"]), ("((id = 'b'))", ["b"]),
    ])
  func precedence(text: String, expected: [String]) throws {
    #expect(try sites(text) == expected)
  }

  @Test("A comparison with a missing value is false, and so its opposite is true")
  func missing() throws {
    for comparison in [
      "area_ha = 5", "area_ha != 5", "area_ha < 1e9", "area_ha in (5, 20)", "region_name != 'x'",
    ] {
      #expect(try !sites(comparison).contains("c"), "\(comparison)")
      #expect(try sites("not (\(comparison))").contains("c"), "\(comparison)")
    }
  }

  @Test(
    "A text that is no condition says where and what to write",
    arguments: [
      ("", 1, "for example"), ("area_ha", 8, "comparisons are"), ("area_ha == 5", 9, "write ="),
      ("area_ha <> 5", 9, "write !="), ("area_ha >= ", 12, "single quotes"), ("area_ha = big", 11, "'big'"),
      ("region_name = \"x\"", 15, "single quotes"), ("region_name = 'x", 15, "close it"),
      ("region_name < 'x'", 13, "=, !="), ("(area_ha = 5", 13, "add )"),
      ("area_ha = 5 area_ha = 6", 13, "and, or"),
      ("area_ha in 5", 12, "for example in"), ("area_ha in (5, 'x')", 16, "numbers or texts"),
      ("area_ha in (5 6)", 15, "commas"), ("area_ha not in (5)", 9, "not area_ha in"),
      ("area_ha = 1.2.3", 11, "quotes"),
      ("and area_ha = 5", 1, "begins with an attribute"), ("area_ha = 5 && slope = 1", 13, "write and"),
      ("area_ha = 5; slope = 1", 12, "comparisons"), ("area_ha = 1e999", 11, "quotes"),
    ])
  func faults(text: String, column: Int, hint: String) {
    do {
      _ = try SiteCondition(text)
      Issue.record("'\(text)' was read")
    } catch {
      #expect(error.column == column, "\(text): \(error)")
      #expect(error.hint.contains(hint), "\(text): \(error)")
    }
  }

  @Test("Brackets nested beyond all reason are refused, not followed")
  func depth() {
    let deep = String(repeating: "(", count: 100_000) + "id = 'a'"
    #expect(throws: SiteCondition.Fault.self) { try SiteCondition(deep) }
    #expect(throws: SiteCondition.Fault.self) {
      try SiteCondition(String(repeating: "not ", count: 100_000) + "id = 'a'")
    }
  }

  @Test("Unknown attributes get the nearest name; numbers and texts are not compared")
  func check() throws {
    let table = try table()
    let faults = try SiteCondition("aera_ha > 5 and region_name = 5 and area_ha = '5' and slope = 1").faults(
      in: table)
    #expect(faults.count == 3)
    #expect(faults.first == "there is no site attribute 'aera_ha'; did you mean 'area_ha'?")
    #expect(faults.contains { $0.contains("region_name holds texts") })
    #expect(faults.contains { $0.contains("area_ha holds numbers") })
    #expect(try SiteCondition("grid_kv = 225 and slope in (1, 2)").faults(in: table) == [])
  }
}
