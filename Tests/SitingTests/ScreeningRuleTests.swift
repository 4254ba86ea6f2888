// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import TestSupport
import Testing

@Suite("Hard rules of a screening")
struct ScreeningRuleTests {
  private func rule(
    _ name: String, _ attribute: String, _ limit: ScreeningLimit, missing: ScreeningRule.MissingPolicy? = nil
  ) -> ScreeningRule {
    ScreeningRule(
      name: name, attribute: attribute, limit: limit, missing: missing, source: "planner",
      place: Finding.Place("a.toml", line: 7, column: 1)
    )
  }

  private func table() throws -> SiteTable {
    try ScreeningFixture.table([
      ("grid_km", "km", [.number(5), .number(20), .number(20.000001), nil]),
      ("area_ha", "ha", [.number(10), .number(1), .number(2), .number(3)]),
      ("flood", "", [.text("no"), .text("yes"), .text("yes"), .text("no")]),
    ])
  }

  private func screening(_ rules: [ScreeningRule]) throws -> Screening {
    try Screening(table: try table(), parameters: ScreeningParameters(rules: rules))
  }

  @Test("An upper bound beyond a limit excludes no site, and the rule says so; one below a least value does")
  func upperBounds() throws {
    var table = try table()
    var column = try #require(table.column("grid_km"))
    column.values[2].isUpperBound = true
    column.values[0].isUpperBound = true
    try table.set(column)
    let far = try Screening(
      table: table,
      parameters: ScreeningParameters(rules: [rule("near", "grid_km", ScreeningLimit(max: 20))]))
    #expect(far.excludedRows.contains(2) == false)
    #expect(far.notes.contains { "\($0)".contains("at 1 site 'grid_km' is only an upper bound") })
    let near = try Screening(
      table: table,
      parameters: ScreeningParameters(rules: [rule("quiet", "grid_km", ScreeningLimit(min: 10))]))
    #expect(near.excludedRows.contains(0))
  }

  @Test("A site keeps every rule that excluded it, with value, unit, basis, source and limit")
  func fullList() throws {
    let found = try screening([
      rule("near the grid", "grid_km", ScreeningLimit(max: 20)),
      rule("room", "area_ha", ScreeningLimit(min: 5, max: 50)),
      rule("dry", "flood", ScreeningLimit(equals: .text("no"))),
    ])
    #expect(found.keptRows == [0])
    #expect(found.excludedRows == [1, 2, 3])
    // Values on a limit meet it.
    #expect(found.exclusionsBySite[1].map(\.rule) == ["dry", "room"])
    #expect(found.exclusionsBySite[2].map(\.rule) == ["dry", "near the grid", "room"])
    #expect(found.exclusionsBySite[3].map(\.rule) == ["near the grid", "room"])
    let exclusion = found.exclusionsBySite[2][1]
    #expect(exclusion.valueText == "20.000001 km")
    #expect(exclusion.limit == "at most 20 km")
    #expect(exclusion.value.basis == .derived)
    #expect(exclusion.limitSource == "planner")
    #expect(exclusion.sentence == "grid_km 20.000001 km (derived: layer of the test, 2017), at most 20 km")
    #expect(found.exclusionsBySite[2][2].limit == "from 5 to 50 ha")
    #expect(
      found.exclusionsBySite[2][0].sentence == "flood 'yes' (derived: layer of the test, 2017), exactly 'no'")
    #expect(found.excludedByRule == [2, 2, 3])
  }

  @Test("A missing value excludes or passes as the rule, or else the screening, says, and is distinguished")
  func missing() throws {
    let strict = try screening([rule("grid", "grid_km", ScreeningLimit(max: 100))])
    #expect(strict.excludedRows == [3])
    #expect(strict.exclusionsBySite[3].first?.isMissing == true)
    #expect(strict.exclusionsBySite[3].first?.valueText == "missing (not given)")
    #expect(
      try screening([rule("grid", "grid_km", ScreeningLimit(max: 100), missing: .keep)]).excludedRows.isEmpty)
    var lenient = ScreeningParameters(
      missing: .keep, rules: [rule("grid", "grid_km", ScreeningLimit(max: 100))])
    #expect(try Screening(table: try table(), parameters: lenient).excludedRows.isEmpty)
    lenient.rules[0].missing = .exclude
    #expect(try Screening(table: try table(), parameters: lenient).excludedRows == [3])
  }

  @Test(
    "Every kind of limit excludes what it should",
    arguments: [
      (ScreeningLimit(min: 2), [1]), (ScreeningLimit(max: 2), [0, 3]),
      (ScreeningLimit(min: 2, max: 3), [0, 1]),
      (ScreeningLimit(equals: .number(3)), [0, 1, 2]),
      (ScreeningLimit(oneOf: [.number(3), .number(10)]), [1, 2]),
      (ScreeningLimit(notOneOf: [.number(3), .number(10)]), [0, 3]),
      (ScreeningLimit(min: 2, notOneOf: [.number(3)]), [1, 3]),
    ])
  func limits(limit: ScreeningLimit, excluded: [Int]) throws {
    #expect(try screening([rule("r", "area_ha", limit)]).excludedRows == excluded)
  }

  @Test("Limits on texts compare whole texts")
  func texts() throws {
    #expect(
      try screening([rule("r", "flood", ScreeningLimit(oneOf: [.text("yes"), .text("No")]))]).excludedRows
        == [
          0, 3,
        ])
    #expect(
      try screening([rule("r", "flood", ScreeningLimit(notOneOf: [.text("yes")]))]).excludedRows == [1, 2])
  }

  @Test(
    "Unknown attributes and limits of the wrong kind are reported all at once, with place and nearest name")
  func faults() throws {
    let rules = [
      rule("a", "grid_kn", ScreeningLimit(max: 1)), rule("b", "flood", ScreeningLimit(max: 1)),
      rule("c", "area_ha", ScreeningLimit(equals: .text("1"))), rule("d", "area_ha", ScreeningLimit()),
      rule("e", "area_ha", ScreeningLimit(oneOf: [.text("1"), .number(1)])),
      rule("e", "area_ha", ScreeningLimit(min: 1)),
    ]
    let scores = [
      ScreeningScore(
        name: "f", attribute: "floods", better: .lower, place: Finding.Place("a.toml", line: 9, column: 1)),
      ScreeningScore(
        name: "g", attribute: "flood", better: .lower, place: Finding.Place("a.toml", line: 10, column: 1)),
      ScreeningScore(name: "h", attribute: "nothing_like_it", better: .lower, weight: 0),
    ]
    let failure = try #require(throws: InputFailure.self) {
      try Screening(
        table: try table(),
        parameters: ScreeningParameters(top: 0, rules: rules, scores: scores, groupWeights: ["none": 1]))
    }
    let lines = failure.findings.map(\.description)
    #expect(lines.count == 12, "\(lines.joined(separator: "\n"))")
    #expect(lines[0].hasPrefix("a.toml:7:1: error: screening rule 'a': there is no site attribute 'grid_kn'"))
    #expect(lines[0].contains("did you mean 'grid_km'?"))
    #expect(lines[1].contains("'flood' is a text"))
    #expect(lines[2].contains("'area_ha' is a number"))
    #expect(lines[3].contains("no limit"))
    #expect(lines[4].contains("numbers and texts"))
    #expect(lines[5].contains("did you mean 'flood'?"))
    #expect(lines[6].contains("needs numbers"))
    #expect(lines[7].contains("area_ha, flood, grid_km"))
    #expect(lines[8].contains("two screening rules are called 'e'"))
    #expect(lines[9...].joined().contains("screening.top"))
    #expect(lines[9...].joined().contains("weight must be above 0"))
    #expect(lines[9...].joined().contains("in group 'none'"))
  }

  @Test("Rules that exclude no site or every site, and attributes nobody has, are reported")
  func notes() throws {
    var table = try table()
    try table.set(
      SiteTable.Column(name: "empty", unit: "", values: .init(repeating: .missing("none"), count: 4)))
    let parameters = ScreeningParameters(rules: [
      rule("all", "area_ha", ScreeningLimit(min: 1_000)), rule("none", "area_ha", ScreeningLimit(min: 0)),
      rule("unknown", "empty", ScreeningLimit(min: 0)),
    ])
    let notes = try Screening(table: table, parameters: parameters).notes
    #expect(notes.map(\.severity) == [.warning, .note, .warning, .warning])
    #expect(notes[0].description == "a.toml:7:1: warning: rule 'all' excludes every site")
    #expect(notes[1].message.contains("'none' excludes no site"))
    #expect(notes[2].message.contains("no site has a value of 'empty'"))
    #expect(notes[3].message.contains("no site is kept"))
  }

  @Test("The order of sites, rules and scores never matters", arguments: 1...20)
  func order(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let (table, scores) = try ScreeningFixture.random(seed: UInt64(seed), sites: 25)
    var parameters = scores
    parameters.rules = (0..<4).map { index in
      rule(
        "r\(index)", "a\(index % 2)", ScreeningLimit(max: Double(Int.random(in: 4...8, using: &generator))),
        missing: index == 0 ? .keep : nil)
    }
    let ids = table.ids.shuffled(using: &generator)
    let columns = table.columns.shuffled(using: &generator).map { column in
      (column.name, column.unit, ids.map { id in table.row(of: id).flatMap { content(column.values[$0]) } })
    }
    var shuffled = parameters
    shuffled.rules.shuffle(using: &generator)
    shuffled.scores.shuffle(using: &generator)
    let one = try Screening(table: table, parameters: parameters)
    let other = try Screening(
      table: try ScreeningFixture.table(columns, ids: ids), parameters: shuffled)
    #expect(one == other)
    if let ranking = one.ranking, let again = other.ranking {
      #expect(
        ShortlistStability(ranking, ids: one.ids, top: parameters.top)
          == ShortlistStability(again, ids: other.ids, top: parameters.top))
      #expect(
        RankAcceptability(ranking, parameters: parameters) == RankAcceptability(again, parameters: shuffled))
    }
  }

  private func content(_ value: SiteValue) -> SiteValue.Content? { value.isMissing ? nil : value.content }

  @Test("Tightening a rule, adding one or refusing missing values never keeps more sites", arguments: 1...40)
  func tightening(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let table = try ScreeningFixture.random(seed: UInt64(seed), sites: 40).table
    let low = Double(Int.random(in: 0...4, using: &generator))
    let high = Double(Int.random(in: 4...8, using: &generator))
    let loose = ScreeningParameters(
      missing: .keep,
      rules: [
        rule("r", "a0", ScreeningLimit(min: low, max: high)),
        rule("s", "a1", ScreeningLimit(notOneOf: [.number(low)])),
      ])
    let base = Set(try Screening(table: table, parameters: loose).keptRows)
    var tighter: [ScreeningParameters] = []
    func tightened(_ change: (inout ScreeningParameters) -> Void) {
      var copy = loose
      change(&copy)
      tighter.append(copy)
    }
    tightened { $0.rules[0].limit.max = high - 1 }
    tightened { $0.rules[0].limit.min = low + 1 }
    tightened { $0.rules[1].limit.notOneOf.append(.number(high)) }
    tightened { $0.rules.append(rule("t", "a1", ScreeningLimit(max: 5))) }
    tightened { $0.missing = .exclude }
    for parameters in tighter {
      #expect(Set(try Screening(table: table, parameters: parameters).keptRows).isSubset(of: base))
    }
  }

  @Test("Each rule alone excludes what it excludes among others", arguments: 1...10)
  func independence(seed: Int) throws {
    let table = try ScreeningFixture.random(seed: UInt64(seed), sites: 30).table
    let rules = [
      rule("r", "a0", ScreeningLimit(max: 5)), rule("s", "a1", ScreeningLimit(min: 2), missing: .keep),
      rule("t", "a0", ScreeningLimit(min: 1)),
    ]
    let together = try Screening(table: table, parameters: ScreeningParameters(rules: rules))
    for one in rules {
      let alone = try Screening(table: table, parameters: ScreeningParameters(rules: [one]))
      for row in 0..<table.count {
        #expect(alone.exclusionsBySite[row] == together.exclusionsBySite[row].filter { $0.rule == one.name })
      }
    }
  }
}
