// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Quantities
import Results
import Testing

@Suite("What a compared scenario without a plan would do with")
struct ComparisonWayTests {
  @Test("Relaxations that give a plan only together are reported together")
  func together() throws {
    let fixture = try PlanFixture()
    var none = try fixture.infeasible(nil)
    let (one, two) = (
      InfeasibilityExplanation.RelaxedRule(
        rule: RowKey(.budget), limit: 1, needed: 2, unit: "EUR", words: "a budget of 2 EUR"),
      InfeasibilityExplanation.RelaxedRule(
        rule: RowKey(.siteCount), limit: 1, needed: 2, unit: "site", words: "2 sites")
    )
    func remarks(_ way: [InfeasibilityExplanation.RelaxedRule]) throws -> [String] {
      none.explanation = InfeasibilityExplanation(relaxations: way, alternatives: [], isProven: true)
      let document = PlanFile(none, problem: fixture.problem, table: fixture.table).json
      let side = try ComparedPlan(document, path: "a")
      return PlanComparison(side, side).remarks.filter { $0.hasPrefix("A would") }
    }
    #expect(try remarks([one]) == ["A would have a plan with this: a budget of 2 EUR"])
    #expect(
      try remarks([one, two])
        == ["A would have a plan with these together: a budget of 2 EUR; and 2 sites"])
    #expect(try remarks([]) == [])
  }
}
