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

  private static let four = ["up", "down", "text", "yes"].map { Factor($0, path: $0, domain: .open) }

  private static func cases(_ rows: [(Double, Double, String, Bool)]) throws -> [StudyCase] {
    let list = rows.map { row in
      ExplicitCase(values: [
        "up": .number(row.0), "down": .number(row.1), "text": .text(row.2), "yes": .bool(row.3),
      ])
    }
    return try CaseDesign.explicit(list).cases(four)
  }

  @Test(
    "Correlations are listed by strength; texts and what never changes have none; no plan is worse than any, the unknown left out"
  )
  func correlations() throws {
    let cases = try Self.cases([
      (1, 5, "a", true), (2, 2, "b", false), (3, 4, "a", true), (0, 9, "b", true), (4, 3, "c", false),
    ])
    let known: [CaseOutcome] = [.amount(10), .amount(20), .amount(30), .unknown, .amount(40)]
    let table = try RankCorrelation.table(factors: Self.four, cases: cases, outcomes: known)
    #expect(
      table.map(\.cases) == [4, 4, 4, 4] && table.allSatisfy { $0.withoutPlan == 0 && $0.withPlan == nil })
    let free = try RankCorrelation.table(factors: [Self.four[0]], cases: cases, outcomes: known)
    #expect(free[0].coefficient == 1)
    #expect(table.first { $0.factor == "text" }?.coefficient == nil)
    // What has no plan counts as most expensive when cost is sought, as least when more is.
    let failing: [CaseOutcome] = [.amount(10), .amount(20), .amount(30), .noPlan, .amount(40)]
    let cost = try RankCorrelation.table(factors: [Self.four[0]], cases: cases, outcomes: failing)[0]
    // Ranks 2 3 4 1 5 against 1 2 3 5 4: squares of the differences 1 1 1 16 1.
    let expected: Double = 1 - 6.0 * 20 / 120
    let found: Double = cost.coefficient ?? .nan
    #expect((found - expected).magnitude < 1e-15)
    #expect(cost.cases == 5 && cost.withoutPlan == 1)
    #expect(cost.withPlan ?? 0 > 0)
    let most = try RankCorrelation.table(
      factors: [Self.four[0]], cases: cases, outcomes: failing, isMaximised: true)[0]
    #expect(most.coefficient == 1)
  }

  @Test("Cases without a plan that are left out turn the sign; counted worst they do not")
  func survivors() throws {
    // Cost is x + 10 y, and above 8 there is no plan: where x is expensive, only cheap y are left.
    let names = ["x", "y"].map {
      Factor($0, path: $0, domain: .distribution(.uniform(low: 0, high: $0 == "x" ? 8 : 1)))
    }
    let cases = try CaseDesign.sobol(samples: 256, seed: 3).cases(names)
    let costs = cases.map { item in
      (item.value(ofFactor: 0)?.number ?? 0) + 10 * (item.value(ofFactor: 1)?.number ?? 0)
    }
    func table(_ least: Double, _ outcomes: [CaseOutcome]) throws -> RankCorrelation? {
      try RankCorrelation.table(factors: names, cases: cases, outcomes: outcomes).first { $0.factor == "x" }
    }
    let reported = try #require(try table(8, costs.map { $0 > 8 ? .noPlan : .amount($0) }))
    let whole = try #require(try table(8, costs.map { .amount($0) }))
    #expect((reported.coefficient ?? 0) > 0.3 && (whole.coefficient ?? 0) > 0.3)
    #expect((reported.withPlan ?? 0) < -0.3 && reported.withoutPlan > 100)
    // Bought at a price that falls with the factor among those that are left: the survivors alone say the
    // reverse.
    let falling = zip(cases, costs).map { item, cost -> CaseOutcome in
      cost > 8 ? .noPlan : .amount(20 - (item.value(ofFactor: 0)?.number ?? 0))
    }
    let left = falling.map { $0 == .noPlan ? CaseOutcome.unknown : $0 }
    #expect((try table(8, left)?.coefficient ?? 0) == -1)
    #expect((try table(8, falling)?.coefficient ?? -1) > -0.2)
  }

  @Test("Correlations need cases that a design made, and enough of them", arguments: [9, 10])
  func refusals(count: Int) {
    for origin in StudyCase.Origin.allCases {
      let isReported = count >= RankCorrelation.leastCases && (origin == .draw || origin == .combination)
      #expect(
        (RankCorrelation.refusal([StudyCase.Origin](repeating: origin, count: count)) == nil) == isReported)
    }
    #expect(RankCorrelation.leastCases == 10)
    let mixed =
      [StudyCase.Origin](repeating: .chosen, count: 50) + [StudyCase.Origin](repeating: .draw, count: count)
    #expect((RankCorrelation.refusal(mixed) == nil) == (count == 10))
  }

  @Test("Factors that go together are noticed from 0.5 and nothing is reported on them from 0.7")
  func aliases() throws {
    // Spearman's coefficient of 1...n with two neighbours' blocks reversed is known by hand: 1 - 6 d / (n
    // (n^2 - 1)).
    func found(_ second: [Double]) throws -> FactorAlias? {
      let rows = second.enumerated().map { (Double($0.offset + 1), $0.element, "t", true) }
      return try FactorAlias.table(factors: Self.four, cases: Self.cases(rows)).first
    }
    // n = 5, so each is 1 - d / 20 of the squares of the differences d.
    let half = try found([3, 2, 1, 5, 4])
    #expect(half?.coefficient == 0.5 && half?.isRefused == false && half?.factors == ["up", "down"])
    #expect(try found([3, 1, 4, 5, 2]) == nil)
    let edge = try found([1, 3, 4, 2, 5])
    #expect(edge?.coefficient == 0.7 && edge?.isRefused == true)
    let below = try found([2, 1, 5, 3, 4])
    #expect(below?.coefficient == 0.6 && below?.isRefused == false)
    #expect(try found([4, 5, 3, 1, 2])?.coefficient == -0.8)
    let outcomes = (0..<5).map { CaseOutcome.amount(Double($0)) }
    let rows = [2.0, 1, 4, 3, 5].enumerated().map { (Double($0.offset + 1), $0.element, "t", true) }
    let table = try RankCorrelation.table(factors: Self.four, cases: Self.cases(rows), outcomes: outcomes)
    #expect(table.allSatisfy { $0.coefficient == nil })
    #expect(table.first { $0.factor == "up" }?.alias?.other(than: "up") == "down")
  }

  @Test("Eight points of Sobol in many dimensions alias factors; a thousand do not")
  func sobol() throws {
    let names = (0..<24).map { index in
      Factor("f\(100 + index)", path: "f", domain: .distribution(.uniform(low: 0, high: 1)))
    }
    let few = try CaseDesign.sobol(samples: 8, seed: 1).cases(names)
    #expect(try FactorAlias.table(factors: names, cases: few).contains(where: \.isRefused))
    let many = try CaseDesign.sobol(samples: 1_024, seed: 1).cases(names)
    #expect(try FactorAlias.table(factors: names, cases: many).isEmpty)
  }
}
