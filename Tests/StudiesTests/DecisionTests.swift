// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Studies

@Suite("Regret and the value of perfect information")
struct DecisionTests {
  private static func table(_ costs: [[Double?]], weights: [Double]? = nil) throws -> DecisionTable {
    try DecisionTable(
      portfolios: costs.indices.map { "p\($0)" }, cases: (0..<(costs.first?.count ?? 0)).map { "c\($0)" },
      costs: costs, weights: weights)
  }

  // Least costs 10, 10, 20.
  private static let worked: [[Double?]] = [[10, 20, 30], [15, 15, 25], [30, 10, 20]]

  @Test("Regrets of a problem worked by hand")
  func regret() throws {
    let regret = Regret(try Self.table(Self.worked))
    #expect(regret.rows.map(\.regrets) == [[0, 10, 10], [5, 5, 5], [20, 0, 0]])
    #expect(regret.rows.map(\.maximum) == [10, 5, 20])
    #expect(regret.rows[1].mean == 5)
    #expect(regret.minimax == 1 && regret.leastMean == 1)
    // By weight 1 : 1 : 8 the third portfolio is best on average, and the second still the safest.
    let weighted = Regret(try Self.table(Self.worked, weights: [1, 1, 8]))
    #expect(weighted.minimax == 1 && weighted.leastMean == 2)
    #expect(((weighted.rows[0].mean ?? .nan) - 9).magnitude < 1e-12)
  }

  @Test("A portfolio that fails where another does not has no maximum; cases nobody serves are left out")
  func failures() throws {
    let regret = Regret(try Self.table([[10, nil, nil, 5], [12, 8, nil, 5], [12, 9, nil, 5]]))
    #expect(regret.unservedCases == [2])
    #expect(regret.rows.map(\.failures) == [1, 0, 0])
    #expect(regret.rows.map(\.maximum) == [nil, 2, 2])
    #expect(regret.minimax == 1)
    let none = Regret(try Self.table([[1, nil], [nil, 1]]))
    #expect(none.minimax == nil && none.leastMean == nil)
    let hopeless = Regret(try Self.table([[nil], [nil]]))
    #expect(hopeless.minimax == nil && hopeless.rows.allSatisfy { $0.maximum == nil && $0.mean == nil })
  }

  @Test("The value of perfect information of the same problem is 5")
  func perfect() throws {
    let information = try PerfectInformation(Self.table(Self.worked))
    #expect(information.choice == 1)
    #expect((information.expectedCost - 55.0 / 3).magnitude < 1e-12)
    #expect((information.evpi - 5).magnitude < 1e-12)
    // Knowing whether case 0 comes: 10 in it, else the third portfolio at 15 on average; 55/3 - 40/3 = 5.
    let yes = try information.evppi([.bool(true), .bool(false), .bool(false)])
    #expect((yes.value - 5).magnitude < 1e-12)
    // Knowing whether case 2 comes: 20 in it, else the second portfolio at 15 on average; 55/3 - 50/3.
    let third = try information.evppi([.text("no"), .text("no"), .text("yes")])
    #expect((third.value - 5.0 / 3).magnitude < 1e-12)
    #expect(try information.evppi([.number(1), .number(1), .number(1)]).value == 0)
  }

  @Test("A failure counts at its stated cost, and without one rules a portfolio out")
  func failureCost() throws {
    let table = try Self.table([[10, nil], [30, 30]])
    let strict = try PerfectInformation(table)
    #expect(strict.choice == 1 && strict.expectedCost == 30 && strict.evpi == 10)
    // 10 and 40 cost 25 on average; 10 and 30 would cost 20.
    let priced = try PerfectInformation(table, failureCost: 40)
    #expect(priced.choice == 0 && priced.expectedCost == 25 && priced.evpi == 5)
    #expect(throws: ReadingError.everyPortfolioFails) {
      try PerfectInformation(Self.table([[1, nil], [nil, 1]]))
    }
    #expect(throws: ReadingError.everyPortfolioFails) { try PerfectInformation(Self.table([[nil]])) }
    #expect(throws: ReadingError.self) { try PerfectInformation(table, failureCost: .infinity) }
  }

  @Test(
    "Values of information equal those found by trying every rule of choice", arguments: UInt64(0)..<40)
  func bruteForce(seed: UInt64) throws {
    // Two discrete factors of three and two values, independent; three portfolios; every combination is a
    // case.
    let stream = RandomStream(state: seed)
    let first = (0..<3).map { 0.1 + stream.unit($0) }
    let second = (0..<2).map { 0.1 + stream.unit(3 + $0) }
    let pairs = (0..<6).map { ($0 / 2, $0 % 2) }
    let weights = pairs.map { first[$0.0] * second[$0.1] }
    let costs = (0..<3).map { p in (0..<6).map { 10 + 90 * stream.unit(5 + 6 * p + $0) } }
    let total = weights.reduce(0, +)

    /// The least expected cost over all rules from what is observed to a portfolio.
    func leastCost(_ observed: [Int], _ outcomes: Int) -> Double {
      let rules = (0..<outcomes).reduce(1) { product, _ in product * 3 }
      return (0..<rules).map { rule in
        var choices: [Int] = []
        var rest = rule
        for _ in 0..<outcomes {
          choices.append(rest % 3)
          rest /= 3
        }
        return (0..<6).reduce(0) { $0 + weights[$1] * costs[choices[observed[$1]]][$1] } / total
      }.min() ?? .nan
    }

    let blind = leastCost([Int](repeating: 0, count: 6), 1)
    let information = try PerfectInformation(Self.table(costs, weights: weights))
    #expect((information.expectedCost - blind).magnitude < 1e-10)
    #expect((information.evpi - (blind - leastCost(Array(0..<6), 6))).magnitude < 1e-10)
    for (values, outcomes) in [(pairs.map(\.0), 3), (pairs.map(\.1), 2)] {
      let evppi = try information.evppi(values.map { .number(Double($0)) }, bins: 3)
      #expect((evppi.value - (blind - leastCost(values, outcomes))).magnitude < 1e-10)
      #expect(evppi.value >= 0 && evppi.value <= information.evpi)
      #expect(evppi.bins == outcomes && evppi.isUncertain)
    }
  }

  @Test("The estimate from draws comes near the formula of a normal problem")
  func normal() throws {
    // Costs 0 or x + y, x normal with standard deviation 1 and y with 2: knowing a normal sum of standard
    // deviation s around zero is worth s / sqrt(2 pi).
    func factor(_ name: String, _ deviation: Double) -> Factor {
      Factor(
        name, path: name, domain: .distribution(.normal(mean: 0, standardDeviation: deviation)))
    }
    let cases = try CaseDesign.sobol(samples: 8_192, seed: 1).cases([factor("x", 1), factor("y", 2)])
    let x = cases.map { $0.value(ofFactor: 0)?.number ?? .nan }
    let y = cases.map { $0.value(ofFactor: 1)?.number ?? .nan }
    let information = try PerfectInformation(
      Self.table([x.map { _ in 0 }, zip(x, y).map { $0 + $1 }]))
    let unit = 0.3989422804014327
    #expect((information.evpi - 5.0.squareRoot() * unit).magnitude < 0.01)
    let partX = try information.evppi(x.map { .number($0) })
    let partY = try information.evppi(y.map { .number($0) })
    #expect((partX.value - unit).magnitude < 0.01)
    #expect((partY.value - 2 * unit).magnitude < 0.01)
    #expect(partX.bins == 20 && partX.smallestBin >= 409 && !partX.isUncertain)
  }

  @Test("A text among numbers has a bin of its own and the numbers keep theirs", arguments: [4, 200])
  func oneText(draws: Int) throws {
    // The first factor decides which portfolio is best, the second decides nothing.
    let stream = RandomStream(state: 11)
    let x = (0..<draws).map { stream.unit($0) - 0.5 }
    let information = try PerfectInformation(Self.table([[0] + x.map { _ in 0 }, [0] + x]))
    let known = try information.evppi([.text("base")] + x.map { .number($0) })
    let idle = try information.evppi([.text("base")] + x.indices.map { .number(stream.unit(1_000 + $0)) })
    #expect(known.bins == PerfectInformation.defaultBins(draws + 1) + 1 && !known.isTrivial)
    #expect(known.value <= information.evpi && idle.value < information.evpi)
    if draws == 200 {
      #expect(known.value > 0.8 * information.evpi && idle.value < 0.35 * information.evpi)
    }
    let texts = try information.evppi((0...draws).map { .text("t\($0)") })
    #expect(texts.isTrivial && texts.value == information.evpi)
  }

  @Test("Bins hold every case once, equal values together, in order and of about equal count")
  func bins() {
    let stream = RandomStream(state: 9)
    for (count, distinct) in [(100, 1_000_000), (100, 30), (7, 5), (1, 1), (50, 3)] {
      let values = (0..<count).map { Double(stream.bits($0) % UInt64(distinct)) }
      for bins in [1, 2, 4, 10] {
        let result = PerfectInformation.bins(values.map { .number($0) }, count: bins)
        #expect(result.flatMap(\.self).sorted() == Array(0..<count))
        let sets = result.map { Set($0.map { values[$0] }) }
        #expect(sets.reduce(0) { $0 + $1.count } == Set(values).count)
        if distinct == 1_000_000 { #expect(result.allSatisfy { $0.count == count / bins }) }
      }
    }
  }

  @Test("Equal values go to the bin in which their middle lies")
  func middle() {
    let values = [0.0, 0, 1, 1, 1, 2].map(FactorValue.number)
    #expect(PerfectInformation.bins(values, count: 2) == [[0, 1], [2, 3, 4, 5]])
  }

  @Test("The usual number of bins is the cube root of the cases, at least two")
  func defaultBins() {
    #expect([1, 8, 26, 27, 200, 1_000].map(PerfectInformation.defaultBins) == [2, 2, 2, 3, 5, 10])
  }

  @Test("Tables that do not fit together are refused")
  func badTables() throws {
    #expect(throws: ReadingError.nothing("portfolios")) {
      try DecisionTable(portfolios: [], cases: ["c"], costs: [])
    }
    #expect(throws: ReadingError.nothing("cases")) {
      try DecisionTable(portfolios: ["p"], cases: [], costs: [[]])
    }
    #expect(throws: ReadingError.repeated("c")) {
      try DecisionTable(portfolios: ["p"], cases: ["c", "c"], costs: [[1, 2]])
    }
    #expect(throws: ReadingError.self) {
      try DecisionTable(portfolios: ["p"], cases: ["c", "d"], costs: [[1]])
    }
    #expect(throws: ReadingError.self) { try Self.table([[1, .nan]]) }
    #expect(throws: ReadingError.weight(position: 2)) { try Self.table([[1, 2]], weights: [1, 0]) }
    let information = try PerfectInformation(Self.table([[1, 2], [2, 1]]))
    #expect(throws: ReadingError.self) { try information.evppi([.number(1)]) }
    #expect(throws: ReadingError.bins(0)) { try information.evppi([.number(1), .number(2)], bins: 0) }
    #expect(throws: ReadingError.self) { try information.evppi([.number(.nan), .number(2)]) }
  }
}
