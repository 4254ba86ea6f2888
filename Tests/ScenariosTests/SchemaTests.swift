// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import Quantities
import Testing

@testable import Scenarios

/// The schemas that the readers give, and what is shipped and written of them.
@Suite struct SchemaTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(ShippedScenarioTests.root)/\(path)", encoding: .utf8)
  }

  private static var shapes: [(kind: String, shape: TableShape)] {
    [
      ("scenario", ScenarioBlocks.shape), ("study", StudyReader.shape), ("layers", LayerPack.shape),
      ("hardware", HardwareFile.shape), ("tiers", SovereigntyTiersFile.shape),
    ]
  }

  @Test("is shipped as it is printed", arguments: SchemaKind.allCases)
  func shipped(_ kind: SchemaKind) throws {
    #expect(
      try Self.text("docs/schemas/\(kind.rawValue).schema.json") == kind.text,
      "write it again: arpent schema \(kind.rawValue) > docs/schemas/\(kind.rawValue).schema.json")
  }

  /// Keys below a table with what is known of each, by path.
  private static func keys(_ table: TableShape, _ path: String = "") -> [(path: String, TableShape.Entry)] {
    table.entries.flatMap { name, entry in
      [("\(path)\(name)", entry)]
        + table.children(name).flatMap { keys($0, "\(path)\(name).") }
    }
  }

  @Test func `the reader says of every key what it takes`() {
    let open = Set(["add", "remove", "set"].map { "changes.\($0)" })
    for (kind, shape) in Self.shapes {
      let silent = Self.keys(shape).filter { $0.1.forms.isEmpty }.map(\.path)
      #expect(Set(silent) == (kind == "scenario" ? open : []), "\(kind)")
    }
    #expect(Self.keys(ScenarioBlocks.shape).count > 600)
  }

  @Test func `the reader says which texts are paths of files`() {
    #expect(
      ScenarioBlocks.shape.paths(to: .text(.path)).map { $0.joined(separator: ".") } == [
        "extends", "hardware.catalogue.[]", "layers.<name>.covered_by.[]", "layers.<name>.source",
        "layers.pack", "sites.add.[].source", "sites.source", "sovereignty.tiers",
      ])
  }

  @Test func `what a file needs stands in the schema, and only where no other file can have it`() throws {
    func schema(_ kind: SchemaKind) throws -> JSONValue { try JSONReader.value(kind.text) }
    func names(_ value: JSONValue?) -> [String] { value?.array?.compactMap(\.string) ?? [] }
    let scenario = try schema(.scenario)
    #expect(names(scenario["required"]) == ["schema"])
    #expect(names(scenario["properties"]?["horizon"]?["required"]) == [])
    let rule = scenario["properties"]?["rule"]?["items"]
    #expect(names(rule?["required"]) == ["name"], "a list is replaced whole")
    let complete = scenario["$defs"]?["complete"]
    #expect(
      names(complete?["required"]) == [
        "cost", "estimates", "grid", "hardware", "horizon", "name", "schema", "sites",
      ])
    #expect(
      names(complete?["properties"]?["horizon"]?["required"]) == [
        "decision_date", "discount_rate", "operating_years_after", "years",
      ])
    #expect(names(try schema(.study)["required"]) == ["base", "name", "schema"])
    let unit = try schema(.hardware)["properties"]?["scalable_unit"]
    #expect(names(unit?["required"]) == ["gpus", "racks", "systems"])
  }

  @Test func `units and ranges stand beside the number, for people and for programs`() throws {
    let scenario = try JSONReader.value(SchemaKind.scenario.text)
    func definition(_ value: JSONValue?) throws -> JSONValue {
      let name = try #require(value?["$ref"]?.string?.split(separator: "/").last)
      return try #require(scenario["$defs"]?[String(name)])
    }
    let grid = scenario["properties"]?["grid"]?["properties"]
    let most = try definition(grid?["connection_225kv"]?["properties"]?["max_mw"])
    #expect(most["description"] == "MW, above 0 and at most 20000")
    #expect(most["unit"] == "MW")
    let plain = try definition(most["anyOf"]?.array?.first)
    #expect(plain["exclusiveMinimum"] == 0 && plain["maximum"] == 20_000)
    // The years of a rule are in the unit of its key.
    let ramp = grid?["ramp_mw_per_year"]?["anyOf"]?.array?.last?["patternProperties"]?.members?.first?.value
    #expect(try definition(ramp)["unit"]?.string?.hasPrefix("MW") == true)
    let price = try JSONReader.value(SchemaKind.hardware.text)["$defs"]?.members?.map(\.name)
    #expect(price?.contains("usd-from-1-to-1000000000-sourced") == true, "\(price ?? [])")
  }
}
