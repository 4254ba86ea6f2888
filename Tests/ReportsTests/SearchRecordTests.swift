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
    #expect(try SearchRecord.trace(ofManifest: manifest(seconds: true)) == wanted)
  }

  @Test("A run that tells no times tells none of the search")
  func withoutSeconds() throws {
    let manifest = try manifest(seconds: false)
    #expect(try SearchRecord.trace(ofManifest: manifest) == Self.trace.withoutSeconds)
    #expect(manifest["search"]?.array?.allSatisfy { $0["seconds"] == nil } == true)
  }

  @Test("A manifest of an earlier version has no record, and that is no fault")
  func earlier() throws {
    #expect(try SearchRecord.trace(ofManifest: ["tool": ["name": "arpent"]]) == nil)
    #expect(try SearchRecord.trace(ofManifest: ["search": .array([])]) == SearchTrace())
  }

  @Test("Everything that is wrong with a record is reported at once, with its place")
  func faults() throws {
    let manifest: JSONValue = [
      "search": .array([
        "no object",
        ["stage": 3, "objective": "g", "best": "x", "bound": .null, "nodes": -1, "iterations": 2],
        [
          "stage": "s", "objective": "g", "best": .null, "bound": .null, "nodes": 1,
          "iterations": .number(1e300),
          "seconds": .number(-4),
        ],
      ])
    ]
    do {
      _ = try SearchRecord.trace(ofManifest: manifest)
      Issue.record("faults were passed over")
    } catch let error as PlanReadingError {
      #expect(
        error.findings.map(\.path) == [
          "search[0]", "search[1].stage", "search[1].best", "search[1].nodes", "search[2].iterations",
          "search[2].seconds",
        ])
    }
    #expect(throws: PlanReadingError.self) { try SearchRecord.trace(ofManifest: ["search": 7]) }
  }
}
