// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Quantities
import Testing

@testable import Scenarios

/// What is known of every key, and the tables of keys in the documents.
@Suite struct KeyTablesTests {
  private static let kinds = SchemaKind.allCases.filter { $0.shape != nil }

  /// Every key below a table: where it stands, and what is known of it.
  private static func keys(_ table: TableShape, _ path: String)
    -> [(key: String, path: String, table: TableShape, entry: TableShape.Entry)]
  {
    table.entries.sorted { $0.key < $1.key }.flatMap { key, entry in
      [(key, path, table, entry)]
        + table.children(key).flatMap { keys($0, TableShape.path(path, to: key)) }
    }
  }

  @Test("Every key says in one sentence what it is", arguments: SchemaKind.allCases)
  func meanings(_ kind: SchemaKind) throws {
    guard let shape = kind.shape else {
      #expect(SiteRowSchema.table.split(separator: "\n").allSatisfy { !$0.hasSuffix("|  |") })
      return
    }
    for (key, path, table, entry) in Self.keys(shape, kind.path) {
      #expect(entry.meaning.hasSuffix("."), "no sentence for \(key) in \(table.explainingTables(path))")
    }
  }

  @Test func `no sentence is without its key`() {
    var used: Set<String> = []
    for kind in Self.kinds {
      for (key, path, table, entry) in Self.keys(kind.shape ?? TableShape(), kind.path) {
        let found = KeyMeanings.find(key, in: table.explainingTables(path))
        if let found, found.meaning == entry.meaning { used.insert("\(found.table): \(key)") }
      }
    }
    let written = KeyMeanings.all.flatMap { table, keys in keys.keys.map { "\(table): \($0)" } }
    #expect(written.count > 250)
    #expect(Set(written).subtracting(used).sorted() == [])
  }

  @Test func `the documents have the tables that the program prints`() throws {
    let root = URL(filePath: ShippedScenarioTests.root)
    let marked = try Regex<(Substring, Substring, Substring?, Substring)>(
      "<!-- keys: (?!end)([a-z]+)(?: (\\S+))? -->\\n([\\s\\S]*?)<!-- keys: end -->")
    var found = 0
    for folder in ["docs", "models", "geodata"] {
      let files = FileManager.default.enumerator(
        at: root.appending(path: folder), includingPropertiesForKeys: nil)
      for case let file as URL in files ?? .init() where file.pathExtension == "md" {
        for match in try String(contentsOf: file, encoding: .utf8).matches(of: marked) {
          found += 1
          let kind = try #require(SchemaKind(rawValue: String(match.output.1)))
          let table = match.output.2.map(String.init)
          #expect(
            match.output.3 == "\n\(kind.keyTables(table))\n",
            "\(file.lastPathComponent), \(kind) \(table ?? ""): write it again by scripts/docs-tables")
        }
      }
    }
    #expect(found > 10)
  }

  @Test func `a row says unit, range, default with its band, and what the key is`() {
    let estimates = SchemaKind.scenario.keyTables("estimates")
    #expect(
      estimates.contains(
        "| `seismic_cost_share_per_zone` | | a number from 0 to 0.1 | 0.005 (0.001 to 0.0167) | Share of"))
    #expect(estimates.contains("| `beside_km` | km | a number from 0 to 500 | needed | Distance up to which"))
    let score = SchemaKind.scenario.keyTables("screening.score")
    #expect(score.contains("| `better` | | `lower`, `higher` | needed | Which end"))
    let water = SchemaKind.scenario.keyTables("water")
    #expect(water.contains("| `max_m3_per_year` | m3 per year | a number from"))
    #expect(SchemaKind.scenario.keyTables("nothing") == "")
  }
}
