// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Optimization
import Reports
import Testing

@testable import Results

@Suite("The record of the search in a manifest")
struct SearchRecordTests {
  static let trace = SearchTrace([
    .init(stage: "root relaxation", objective: "discounted_cost_eur", seconds: 0.000_4),
    .init(
      stage: "dive", objective: "discounted_cost_eur", best: 2_364_116_320.785558,
      bound: 1_991_118_652.0569708,
      nodes: 12, iterations: 466, seconds: 0.25),
    .init(
      stage: "end", objective: "discounted_cost_eur", best: 2e9, bound: 2e9, nodes: 13, iterations: 470,
      seconds: 61.5),
  ])

  private func manifest(seconds: Bool) throws -> JSONValue {
    var report = try PlanFixture().report()
    report.search = Self.trace
    report.context.run.statesDurations = seconds
    let file = try #require(report.files().first { $0.name == "manifest.json" })
    guard case .bytes(let bytes) = file.content else { return .null }
    return try JSONReader.value(String(decoding: bytes, as: UTF8.self))
  }

  @Test("What is written is read back, to the last digit; seconds to a thousandth")
  func roundTrip() throws {
    var wanted = Self.trace
    wanted.entries[0].seconds = 0
    #expect(try ManifestFile(manifest(seconds: true)).search == wanted)
  }

  @Test("A run that tells no times tells none of the search")
  func withoutSeconds() throws {
    let manifest = try manifest(seconds: false)
    #expect(try ManifestFile(manifest).search == Self.trace.withoutSeconds)
    #expect(manifest["search"]?.array?.allSatisfy { $0["seconds"] == nil } == true)
  }

  @Test("A manifest of an earlier version has no record, and that is no fault")
  func earlier() throws {
    let members = try #require(try manifest(seconds: false).members)
    func search(_ value: JSONValue?) throws -> SearchTrace? {
      try ManifestFile(
        .object(
          members.compactMap { member in
            member.name == "search" ? value.map { .init("search", $0) } : member
          })
      ).search
    }
    #expect(try search(nil) == nil)
    #expect(try search([]) == SearchTrace())
    #expect(throws: PlanReadingError.self) { try search(7) }
  }

  @Test("Everything that is wrong with a record is reported at once, with its place")
  func faults() throws {
    let search: JSONValue = [
      "no object",
      ["stage": 3, "objective": "g", "best": "x", "bound": .null, "nodes": -1, "iterations": 2],
      [
        "stage": "s", "objective": "g", "best": .null, "bound": .null, "nodes": 1,
        "iterations": .number(1e300),
        "seconds": .number(-4),
      ],
    ]
    var faults = FileFaults()
    _ = SearchRecord.form.read(search, "search", &faults)
    #expect(
      faults.findings.map(\.path) == [
        "search[0]", "search[1].stage", "search[1].best", "search[1].nodes", "search[2].iterations",
        "search[2].seconds",
      ])
  }
}
