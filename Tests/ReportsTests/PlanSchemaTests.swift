// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import FoundationEssentials
import Results
import TestSupport
import Testing

@Suite struct PlanSchemaTests {
  let fixture: PlanFixture
  let schema: JSONValue

  init() throws {
    fixture = try PlanFixture()
    // This file lies two folders below the root of the package.
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let data = try Data(contentsOf: URL(filePath: "/\(root)/docs/plan.schema.json"))
    schema = try JSONReader.value([UInt8](data))
  }

  private func faults(_ document: JSONValue) -> [String] {
    var check = SchemaCheck(schema)
    check.check(document, schema, at: "plan")
    return check.faults
  }

  @Test func aPlanFollowsTheSchema() throws {
    let text = PlanFile(fixture.plan, problem: fixture.problem, table: fixture.table).text
    #expect(faults(try JSONReader.value(text)) == [])
  }

  @Test func anInfeasiblePlanFollowsTheSchema() throws {
    let plan = try fixture.infeasible(Fixtures.explanation())
    #expect(faults(PlanFile(plan, problem: fixture.problem, table: fixture.table).json) == [])
  }

  @Test func theSchemaNamesEveryMember() throws {
    let document = PlanFile(fixture.plan, problem: fixture.problem, table: fixture.table).json
    let named = try #require(schema["properties"]?.members?.map(\.name))
    #expect(document.members?.map(\.name) == named, "in the same order")
    let site = try #require(document["sites"]?.array?.first)
    #expect(site.members?.map(\.name) == schema["$defs"]?["site"]?["properties"]?.members?.map(\.name))
  }

  @Test(arguments: ["status", "sites", "totals", "objective", "schema"])
  func aSpoiltDocumentDoesNot(name: String) throws {
    let document = PlanFile(fixture.plan, problem: fixture.problem, table: fixture.table).json
    let members = try #require(document.members)
    #expect(!faults(.object(members.filter { $0.name != name })).isEmpty)
    #expect(!faults(.object(members.map { $0.name == name ? .init(name, .bool(true)) : $0 })).isEmpty)
    #expect(!faults(.object(members + [.init("extra", 1)])).isEmpty)
  }
}
