// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import Results

@Suite struct StudyRecordTests {
  private func result() throws -> StudyResult {
    var result = try StudyFixture.tornado()
    result.base = .init(
      path: "models/x.toml", changes: ["x=base", #"layers.a.source="postgres://me:hush@host/db""#],
      effectiveScenario: "schema = 1\n")
    for index in result.rows.indices { result.rows[index].changes = result.base.changes }
    result.rows[1].changes += ["x=1", "y*=2"]
    result.rows[5].changes = ["not of this base"]
    return result
  }

  private func document(_ result: StudyResult) throws -> JSONValue {
    try JSONReader.value(try #require(StudyFixture.report(result).text(of: "study.json")))
  }

  @Test func aCaseHasItsOwnChangesAndTheBaseThoseOfAll() throws {
    let result = try result()
    let written = try document(result)
    #expect(written["name"]?.string == result.name && written["depth"]?.string == "full")
    let cases = try #require(written["cases"]?.array)
    #expect(
      cases.map { $0["status"]?.string } == [
        "optimal", "optimal", "optimal", "optimal", "optimal", "failed",
      ])
    #expect(cases.allSatisfy { $0.members?.map(\.name) == ["id", "label", "key", "changes", "status"] })
    let record = try StudyRecord(written)
    #expect(record.toolVersion == "9.9" && record.base.path == "models/x.toml")
    #expect(record.base.effectiveScenario == "schema = 1\n" && record.base.changes.first == "x=base")
    #expect(record.cases.map(\.id) == result.rows.map(\.id))
    #expect(record.cases.map(\.key) == result.rows.map(\.key))
    #expect(record.cases.map(\.changes) == [[], ["x=1", "y*=2"], [], [], [], ["not of this base"]])
  }

  @Test func noPasswordIsWritten() throws {
    let text = try #require(StudyFixture.report(try result()).text(of: "study.json"))
    #expect(!text.contains("hush") && text.contains("layers.a.source"))
  }

  @Test func aCaseThatWasNotRunSaysSo() throws {
    let cases = try #require(try document(StudyFixture.failed())["cases"]?.array)
    #expect(cases.map { $0["status"]?.string } == ["failed", "failed", "unknown", "not_run"])
    #expect(try StudyRecord(document(StudyFixture.empty)).cases.isEmpty)
  }

  @Test func everyFaultOfARecordIsToldAtOnce() throws {
    let spoilt: JSONValue = [
      "schema": 1, "tool": ["name": "arpent", "version": "1"], "name": "", "description": "", "depth": "all",
      "base": ["path": 1, "changes": [2]],
      "cases": [["id": "a", "key": "k", "changes": []], 3],
    ]
    let error = #expect(throws: PlanReadingError.self) { try StudyRecord(spoilt) }
    let paths = try #require(error?.findings.map(\.path))
    #expect(
      paths
        == [
          "depth", "base.path", "base.changes[0]", "base.effective", "cases[a].label", "cases[a].status",
          "cases[1]",
        ])
    for foreign in [JSONValue.null, [], ["schema": 2], ["schema": 1, "tool": ["name": "other"]]] {
      #expect(throws: PlanReadingError.self) { try StudyRecord(foreign) }
    }
  }
}
