// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Reports
import Studies
import Testing

@testable import Results
@testable import Views

@Suite struct StudyTablesTests {
  private func cells(_ result: StudyResult, _ row: Int) throws -> [String: JSONValue] {
    let objects = StudySummaryTable.table(result).objects
    let members = try #require(objects[row].members)
    return Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.value) })
  }

  @Test func theSummaryHasARowACaseWithFactorsMoneyAndMissingCells() throws {
    let report = StudyFixture.report(try StudyFixture.tornado())
    let lines = try #require(report.text(of: "summary.csv")).split(separator: "\n")
    #expect(
      lines[0].hasPrefix("id,label,status,key,energy_eur_per_mwh,\"chips </script>")
        && lines[0].hasSuffix(
          "objective_name,objective_unit,objective,bound,gap,discounted_cost_eur,connection_eur,it_eur,shell_eur,capex_eur,"
            + "energy_eur,fixed_om_eur,penalties_eur,discounted_eur,gpus,grid_mw,sites,eu_controlled_gpus,"
            + "energy_mwh_per_year,changes,notes")
    )
    #expect(
      lines[1]
        == "base,as it is,optimal,key-base,,,discounted_cost_eur,EUR,1000000000,990000000,0.01,1000000000,0,1,2,3,4,5,6,"
        + "1000000000,300,30,2,7,8760,x=base,")
    #expect(lines[2].hasPrefix("e-low,cheap,optimal,key-e-low,40,,"))
    let broken = try cells(report.result, 5)
    #expect(broken["status"]?.string == "failed" && broken["key"]?.isNull == true)
    #expect(broken["objective"]?.isNull == true && broken["gpus"]?.isNull == true)
    #expect(broken["notes"]?.string?.hasSuffix("\nsecond fault") == true)
  }

  @Test func aColumnHoldsOneTypeAndItsSchemaSaysWhich() throws {
    for result in try StudyFixture.all() {
      let document = StudyFixture.report(result).json
      let columns = try #require(document["columns"]?.array)
      for row in try #require(document["rows"]?.array) {
        let members = try #require(row.members)
        #expect(members.map(\.name) == columns.map { $0["name"]?.string })
        for (column, member) in zip(columns, members) where !member.value.isNull {
          let fits =
            switch column["type"]?.string {
            case "string": member.value.string != nil
            case "int64": member.value.int != nil
            case "double": member.value.double != nil
            case "bool": member.value.bool != nil
            default: false
            }
          #expect(fits, "\(member.name)")
        }
      }
    }
  }

  @Test func columnsOfFactorsKeepTheirNamesApartFromEachOtherAndFromTheResults() {
    let names = ["gpus", "GPUS", "price_eur_per_mwh", "price", "", "fid", "share"]
    let units = ["", "", "EUR/MWh", "EUR/MWh", "", "", "%"]
    let result = StudyResult(
      name: "", description: "", depth: .full, factors: zip(names, units).map { .init(name: $0, unit: $1) },
      rows: [])
    let columns = StudySummaryTable.columns(result).dropFirst(4).prefix(7).map(\.name)
    #expect(
      columns == [
        "gpus_2", "GPUS_3", "price_eur_per_mwh", "price_eur_per_mwh_2", "factor", "fid_2", "share_percent",
      ])
    #expect(StudyColumn.suffix("m³/h") == "m3_per_h" && StudyColumn.suffix("") == "")
  }

  @Test func valuesOfMixedKindsAreTexts() throws {
    let values: [[FactorValue?]] = [
      [.number(1), .bool(true), .number(2), nil], [.number(1.5), .bool(false), .text("b"), nil],
    ]
    let result = StudyResult(
      name: "", description: "", depth: .full,
      factors: ["n", "f", "m", "e"].map { .init(name: $0, unit: "") },
      rows: values.enumerated().map { .init(id: "\($0)", label: "", changes: [], values: $1) })
    let row = try cells(result, 0)
    #expect(row["n"] == .number(1) && row["f"] == .bool(true) && row["m"] == .string("2"))
    #expect(row["e"]?.isNull == true && row["status"] == .string("not_run"))
  }

  @Test func sitesAreCountedByHand() throws {
    let report = StudyFixture.report(try StudyFixture.tornado())
    let rows = StudyTables.sites(report.reading.sites).objects
    #expect(rows.map { $0["id"]?.string } == ["a", "b", "c"])
    #expect(rows.map { $0["chosen_in"]?.int } == [5, 4, 1] && rows.allSatisfy { $0["plans"]?.int == 5 })
    #expect(rows.map { $0["stability"]?.string } == ["all", "most", "some"])
    #expect(rows[0]["gpus_min"]?.int == 30 && rows[0]["gpus_max"]?.int == 90)
    // (60 + 60 + 30 + 90 + 60) / 5
    #expect(rows[0]["gpus_mean"]?.double == 60)
    #expect(rows[1]["opens_first_year"]?.int == 2027 && rows[1]["opens_last_year"]?.int == 2028)
    // Wilson's interval of 4 of 5, to four digits as published tables have it.
    let low = try #require(rows[1]["share_low"]?.double)
    let high = try #require(rows[1]["share_high"]?.double)
    #expect((low - 0.3755).magnitude < 1e-4 && (high - 0.9638).magnitude < 1e-4)
  }

  @Test func failuresHaveARowAFinding() throws {
    let tornado = StudyFixture.report(try StudyFixture.tornado())
    let lines = try #require(tornado.text(of: "failures.csv")).split(separator: "\n")
    #expect(lines.count == 3 && lines[2] == "broken,no such path,second fault")
    let failed = StudyTables.failures(try StudyFixture.failed()).objects
    #expect(failed.map { $0["id"]?.string } == ["1", "2", "3"])
    #expect(failed[1]["finding"]?.string == "boom")
    #expect(failed[2]["finding"]?.string?.contains("more time") == true)
  }

  @Test func everyCaseCountsOnce() throws {
    for result in try StudyFixture.all() {
      #expect(StudyOutcome.allCases.reduce(0) { $0 + result.count($1) } == result.rows.count)
    }
    let failed = try StudyFixture.failed()
    #expect(failed.count(.failed) == 3 && failed.count(.notRun) == 1)
    #expect(try StudyFixture.bounds().count(.bounded) == 3)
    let curve = try StudyFixture.curve()
    #expect(curve.count(.planned) == 3 && curve.count(.infeasible) == 1)
  }

  @Test func credentialsInMessagesAreNotTold() throws {
    var result = try StudyFixture.failed()
    result.rows[0].findings = ["cannot open postgresql://user:hunter2@host/db"]
    result.rows[0].changes = ["layers.x.source=https://user:hunter2@host/x"]
    result.rows[0].values = [.text("https://user:hunter2@host/x")]
    for file in StudyFixture.report(result).files() {
      guard case .bytes(let bytes) = file.content else { continue }
      #expect(!String(decoding: bytes, as: UTF8.self).contains("hunter2"), "\(file.name)")
    }
    #expect(!StudyText.text(result).contains("hunter2"))
  }
}
