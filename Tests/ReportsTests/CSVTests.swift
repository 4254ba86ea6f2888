// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Planning
import Sites
import Testing

@testable import Results

@Suite struct CSVTests {
  let fixture: PlanFixture

  init() throws { fixture = try PlanFixture() }

  /// A reader of RFC 4180 of its own; nil is an empty field without quotation marks.
  static func parse(_ text: String) -> [[String?]] {
    var rows: [[String?]] = []
    var row: [String?] = []
    var field = ""
    var wasQuoted = false
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    func end() {
      row.append(field.isEmpty && !wasQuoted ? nil : field)
      field = ""
      wasQuoted = false
    }
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        field += "\""
        scalars.removeFirst()
      case ("\"", true): isQuoted = false
      case ("\"", false):
        isQuoted = true
        wasQuoted = true
      case (",", false): end()
      case ("\n", false):
        end()
        rows.append(row)
        row = []
      default: field.unicodeScalars.append(scalar)
      }
    }
    return rows
  }

  func tables() -> [ReportTable] {
    [
      SitesTable.table(fixture.plan), ClustersTable.table(fixture.plan),
      BillOfMaterialsTable.table(fixture.plan), CostsTable.table(fixture.plan),
      ConstraintsTable.table(fixture.plan), ExclusionsTable.table(fixture.plan),
    ]
  }

  @Test func everyTableComesBack() throws {
    for table in tables() {
      let rows = Self.parse(CSVWriter.text(table))
      #expect(rows[0].compactMap { $0 } == table.columns.map(\.name))
      #expect(rows.count == table.rows.count + 1 && rows.count > 1, "\(table.name)")
      for (cells, fields) in zip(table.rows, rows.dropFirst()) {
        #expect(cells.count == fields.count)
        for (cell, field) in zip(cells, fields) {
          switch cell {
          case .text(let text): #expect(field == text)
          case .integer(let value): #expect(field == String(value))
          case .number(let value): #expect(field.flatMap(Double.init) == value)
          case .flag(let value): #expect(field == (value ? "true" : "false"))
          case .missing: #expect(field == nil)
          }
        }
      }
    }
  }

  @Test func gdalReadsTheSites() throws {
    let folder = MemoryFolder()
    let path = try folder.write(CSVWriter.text(SitesTable.table(fixture.plan)), as: "sites.csv")
    try Dataset.withOpen(path) { dataset in
      let features = try dataset.layer().features()
      #expect(features.map { $0["name"]?.text } == fixture.plan.sites.map(\.name))
      #expect(features[0]["lon"]?.text == "2.2")
      #expect(features[0]["gpus_2028"]?.text == String(fixture.plan.sites[0].gpus))
    }
  }

  @Test func whatIsNotKnownIsEmptyAndWhatIsEmptyIsQuoted() {
    var table = ReportTable(name: "t", columns: [.init("a", .text), .init("b", .number)])
    table.add([.text(""), .missing])
    table.add([.text(" edge "), .number(.nan)])
    #expect(CSVWriter.text(table) == "a,b\n\"\",\n\" edge \",\n")
  }

  @Test func costsSumUp() throws {
    let table = CostsTable.table(fixture.plan)
    let plan = try #require(table.rows.last)
    #expect(plan[0] == .text("plan"))
    for column in table.columns.indices where table.columns[column].kind == .number {
      let values = table.rows.map { row -> Double in
        if case .number(let value) = row[column] { value } else { .nan }
      }
      let sum = values.dropLast().reduce(0, +)
      #expect(abs(sum - values[values.count - 1]) <= 1e-9 * max(1, sum), "\(table.columns[column].name)")
    }
  }

  @Test func theBillCountsWhatTheBlocksHold() throws {
    let table = BillOfMaterialsTable.table(fixture.plan)
    func quantity(_ site: String, _ item: String, _ model: String?) -> Double? {
      table.rows.first {
        $0[0] == .text(site) && $0[3] == .text(item) && $0[4] == (model.map { .text($0) } ?? .missing)
      }.flatMap {
        if case .number(let value) = $0[5] { value } else { nil }
      }
    }
    #expect(quantity("alpha", "GPU system", "rack-72") == 128)
    #expect(quantity("alpha", "GPU, part of the systems", "node-8") == 512)
    #expect(quantity("delta", "rack of systems", "rack-72") == 24)
    #expect(quantity("delta", "grid connection", "400 kV") == 1)
  }

  @Test func excludedSitesNameTheirRules() {
    let rows = ExclusionsTable.table(fixture.plan).rows
    #expect(rows.contains { $0[0] == .text("foxtrot") && $0[2] == .text("sites.force_out") })
    #expect(rows.contains { $0[0] == .text("echo") })
  }
}
