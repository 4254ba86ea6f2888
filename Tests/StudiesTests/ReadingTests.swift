// SPDX-License-Identifier: GPL-3.0-or-later

import Studies
import Testing

@Suite("Statistics over cases")
struct ReadingTests {
  @Test("Quantiles are NumPy's")
  func quantiles() throws {
    let quantiles = try Quantiles([3.1, -2, 7.5, 7.5, 0.25, 11, 4])
    // numpy.quantile
    let expected = [-2.0, -1.325, 1.675, 4.0, 7.5, 9.95, 11.0]
    for (share, value) in zip([0, 0.05, 0.25, 0.5, 0.75, 0.95, 1], expected) {
      #expect((try quantiles.value(at: share) - value).magnitude < 1e-13)
    }
    #expect(try Quantiles([5]).value(at: 0.3) == 5)
  }

  @Test("Quantiles of nothing, of no numbers and at no share are refused")
  func badQuantiles() {
    #expect(throws: ReadingError.nothing("values")) { try Quantiles([]) }
    #expect(throws: ReadingError.notFinite("the values", position: 2)) { try Quantiles([1, .nan]) }
    for share in [-0.1, 1.1, .nan] {
      #expect(throws: ReadingError.self) { try Quantiles([1]).value(at: share) }
    }
  }

  @Test("Selections are counted by item and sorted into all, most, some and none")
  func selection() throws {
    let table = try SelectionFrequency.table(
      of: ["a", "b", "c", "d", "e"],
      in: [["a", "b", "c"], ["a", "b"], ["a", "d"]])
    #expect(table.map(\.selected) == [3, 2, 1, 1, 0])
    #expect(table.map(\.stability) == [.all, .most, .some, .some, .none])
    #expect(table[1].share == 2.0 / 3)
  }

  @Test(
    "The interval is SciPy's Wilson interval",
    arguments: [
      (0, 10, 0, 0.27753279986288926), (3, 10, 0.10779126740630102, 0.6032218525388546),
      (10, 10, 0.7224672001371109, 1), (81, 263, 0.2552885198782742, 0.36620957698280004),
    ])
  func wilson(selected: Int, cases: Int, low: Double, high: Double) throws {
    let selections = (0..<cases).map { Set($0 < selected ? ["x"] : []) }
    let interval = try #require(try SelectionFrequency.table(of: ["x"], in: selections).first).interval
    #expect((interval.lowerBound - low).magnitude < 1e-14)
    #expect((interval.upperBound - high).magnitude < 1e-14)
  }

  @Test("Selections of what is not there are refused")
  func badSelection() {
    #expect(throws: ReadingError.unknownItem("x")) { try SelectionFrequency.table(of: ["a"], in: [["x"]]) }
    #expect(throws: ReadingError.repeated("a")) { try SelectionFrequency.table(of: ["a", "a"], in: [["a"]]) }
    #expect(throws: ReadingError.nothing("cases with a plan")) {
      try SelectionFrequency.table(of: ["a"], in: [])
    }
  }

  private static let factors = [
    Factor("a", path: "a", domain: .levels([.number(1), .number(3)])),
    Factor("b", path: "b", domain: .levels([.number(1), .number(9)])),
    Factor("c", path: "c", verb: .multiply, domain: .levels([.number(2)])),
    Factor("d", path: "d", domain: .levels([.number(4), .number(6)])),
    Factor("e", path: "e", domain: .levels([.number(0), .number(1)])),
  ]

  @Test("Tornado bars go by swing, equal ones by name, and first where an end has no plan")
  func tornado() throws {
    let cases = try CaseDesign.oneAtATime.cases(Self.factors)
    // base; a low, high; b low, high; c; d low, high; e low, high
    let tornado = try Tornado(
      factors: Self.factors, cases: cases, outcomes: [100, 90, 105, 120, 110, 85, 100, nil, 95, 110])
    #expect(tornado.base == 100)
    #expect(tornado.bars.map(\.factor) == ["d", "b", "a", "c", "e"])
    #expect(tornado.bars.map(\.swing) == [nil, 20, 15, 15, 15])
    #expect(tornado.bars[3].low == 100 && tornado.bars[3].lowValue == nil && tornado.bars[3].high == 85)
    #expect(tornado.bars[2].lowValue == .number(1) && tornado.bars[2].highValue == .number(3))
    #expect(tornado.bars[0].low == 100 && tornado.bars[0].high == nil)
  }

  @Test("A tornado without base, or with outcomes that do not belong to its cases, is refused")
  func badTornado() throws {
    let factors = [Self.factors[0]]
    let cases = try CaseDesign.oneAtATime.cases(factors)
    #expect(throws: ReadingError.noBase) {
      try Tornado(factors: factors, cases: cases, outcomes: [nil, 1, 2])
    }
    #expect(throws: ReadingError.unequalCounts("outcomes", count: 2, expected: 3)) {
      try Tornado(factors: factors, cases: cases, outcomes: [1, 2])
    }
    #expect(throws: ReadingError.notFinite("the outcomes", position: 2)) {
      try Tornado(factors: factors, cases: cases, outcomes: [1, .infinity, 2])
    }
  }

  @Test("A fan has the quantiles of each year over the cases that have an outcome")
  func fan() throws {
    // 0 to 20: the quantile at share p is 20 p.
    let outcomes = (0...20).map { [Double($0), $0 == 7 ? 3 : nil, nil] as [Double?] }
    let fan = try Fan(years: [2027, 2028, 2029], outcomes: outcomes.reversed())
    #expect(fan.years.map(\.cases) == [21, 1, 0])
    #expect(fan.years[0].values == [1, 5, 10, 15, 19])
    #expect(fan.years[1].values == [3, 3, 3, 3, 3])
    #expect(fan.years[2].values.isEmpty)
    #expect(throws: ReadingError.self) { try Fan(years: [2027], outcomes: [[1, 2]]) }
    #expect(throws: ReadingError.repeated("2027")) { try Fan(years: [2027, 2027], outcomes: [[1, 2]]) }
  }

  @Test("Spearman's coefficient with ties is SciPy's, and unchanged by any rising function")
  func spearman() throws {
    let x: [Double] = [1, 2, 2, 4, 5, 9, 7, 7, 3]
    let y: [Double] = [2, 1, 4, 4, 8, 6, 9, 3, 0.5]
    let rho = try #require(try RankCorrelation.spearman(x, y))
    #expect((rho - 0.6202586859428391).magnitude < 1e-15)
    #expect(try RankCorrelation.spearman(x.map { $0 * $0 * $0 }, y) == rho)
    #expect(try RankCorrelation.spearman(x, y.map { -$0 }) == -rho)
    #expect(try RankCorrelation.spearman(x, x) == 1)
    #expect(try RankCorrelation.spearman(x, x.map { _ in 4 }) == nil)
    #expect(try RankCorrelation.spearman([], []) == nil)
    #expect(throws: ReadingError.self) { try RankCorrelation.spearman([1], []) }
  }

  @Test(
    "Correlations are listed by strength; texts and what never changes have none; cases without a plan are left out"
  )
  func correlations() throws {
    let factors = ["up", "down", "text", "yes"].map { Factor($0, path: $0, domain: .open) }
    let rows: [(Double, Double, String, Bool, Double?)] = [
      (1, 5, "a", false, 10), (2, 3, "b", false, 20), (3, 4, "a", true, 30), (0, 9, "b", true, nil),
      (4, 1, "c", true, 40),
    ]
    let list = rows.map { row in
      ExplicitCase(values: [
        "up": .number(row.0), "down": .number(row.1), "text": .text(row.2), "yes": .bool(row.3),
      ])
    }
    let table = try RankCorrelation.table(
      factors: factors, cases: CaseDesign.explicit(list).cases(factors), outcomes: rows.map(\.4))
    #expect(table.map(\.factor) == ["up", "yes", "down", "text"])
    #expect(table.map(\.cases) == [4, 4, 4, 4])
    #expect(table[0].coefficient == 1 && table[3].coefficient == nil)
    // Ranks 4 2 3 1 against 1 2 3 4: 1 - 6 * 18 / 60.
    #expect(((table[2].coefficient ?? .nan) + 0.8).magnitude < 1e-15)
  }
}
