// SPDX-License-Identifier: GPL-3.0-or-later

import Sites
import Testing

@testable import Geodata

@Suite("Statistics of weighted cells")
struct RasterStatisticsTests {
  private func quantile(_ q: Double, _ entries: [(Double, Double)]) -> Double? {
    var values = WeightedValues()
    for entry in entries { values.append(entry.0, weight: entry.1) }
    return values.quantile(q)
  }

  private func majority(_ entries: [(Double, Double)]) -> Double? {
    var values = WeightedValues()
    for entry in entries { values.append(entry.0, weight: entry.1) }
    return values.majority()
  }

  @Test(
    "With equal weights a quantile is the common one, halfway between two values for the median of an even number"
  )
  func equalWeights() {
    let values = [7.0, 1, 3, 5].map { ($0, 2.0) }
    #expect(quantile(0, values) == 1)
    #expect(quantile(0.5, values) == 4)
    #expect(quantile(1, values) == 7)
    // 0.9 of the way over three gaps: 2.7, so 0.7 of the way from 5 to 7.
    #expect(((quantile(0.9, values) ?? 0) - 6.4).magnitude < 1e-12)
    #expect(quantile(0.3, [(4, 0.1)]) == 4)
    #expect(quantile(0.5, []) == nil)
  }

  /// A 4 x 4 grid of 1 to 16 under the rectangle from (0.5, 0.9) to (2.75, 3.5); numbers printed by
  /// exactextract 0.3.
  @Test(
    "Mean, spread, quantiles and majority are those that exactextract gives for the same grid and rectangle")
  func exactextract() {
    var outline = PixelOutline()
    for (x, y) in [(0.5, 0.9), (2.75, 0.9), (2.75, 3.5), (0.5, 3.5)] { outline.append(column: x, row: y) }
    outline.endRing(isHole: false)
    var coverage = CellCoverage(least: 1e-13)
    coverage.compute(outline, columns: 0..<4, rows: 0..<4)
    let wanted: [ZonalIndicator.Statistic] = [
      .mean, .stdev, .sum, .count, .quantile(0), .quantile(0.25), .quantile(0.5), .quantile(0.9),
      .quantile(1),
      .majority, .min, .max,
    ]
    var statistics = ZoneStatistics(wanted)
    (1...16).map(Double.init).withUnsafeBufferPointer { statistics.add(coverage, values: $0) }
    let expected = [
      9.034188028298978, 3.328025583546654, 52.85000001266599, 5.850000005215406, 1, 6.382558135532363,
      9.205263154875292, 13.67090908986601, 15, 10, 1, 15,
    ]
    for (value, known) in zip(statistics.values(of: wanted), expected) {
      #expect(((value ?? .nan) - known).magnitude < 1e-7 * known)
    }
  }

  @Test("The majority is the value with the largest sum of weights, the larger value on a tie")
  func ties() {
    #expect(majority([(1, 1), (2, 0.6), (2, 0.6)]) == 2)
    #expect(majority([(3, 0.5), (8, 0.3), (3, 0.1), (8, 0.3)]) == 8)
    // 0.1 + 0.2 is a little more than 0.3 in binary, and no more than that.
    #expect(majority([(5, 0.1), (9, 0.3), (5, 0.2)]) == 9)
    #expect(majority([(-2, 1)]) == -2)
    #expect(majority([]) == nil)
  }

  @Test("Quantiles rise with q and stay between the least and the largest value", arguments: 1...10)
  func monotone(seed: Int) {
    var random = RasterScene.Random(seed)
    let entries = (0..<50).map { _ in (random.next(-20, 20).rounded(), random.next(0.001, 1)) }
    var values = WeightedValues()
    for entry in entries { values.append(entry.0, weight: entry.1) }
    let found = (0...100).compactMap { values.quantile(Double($0) / 100) }
    #expect(found.count == 101)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(found.first == entries.map(\.0).min() && found.last == entries.map(\.0).max())
  }

  @Test("A zone worked on in strips has the statistics of the zone in one piece", arguments: 1...5)
  func strips(seed: Int) {
    var random = RasterScene.Random(seed)
    var outline = PixelOutline()
    for (x, y) in [(1.3, 0.4), (17.2, 3.9), (12.8, 15.1), (2.2, 11.7)] { outline.append(column: x, row: y) }
    outline.endRing(isHole: false)
    let values = (0..<400).map { _ in
      random.next(0, 1) < 0.1 ? Double.nan : random.next(1e6, 1e6 + 3).rounded()
    }
    let wanted: [ZonalIndicator.Statistic] = [
      .mean, .min, .max, .sum, .count, .stdev, .majority, .quantile(0.3), .share(min: nil, max: 1e6 + 1),
    ]
    func statistics(_ strips: [Range<Int>]) -> [Double?] {
      var statistics = ZoneStatistics(wanted)
      var coverage = CellCoverage(least: 1e-13)
      for rows in strips {
        coverage.compute(outline, columns: 0..<20, rows: rows)
        Array(values[rows.lowerBound * 20..<rows.upperBound * 20]).withUnsafeBufferPointer {
          statistics.add(coverage, values: $0)
        }
      }
      return statistics.values(of: wanted)
    }
    for (whole, cut) in zip(statistics([0..<20]), statistics([0..<3, 3..<4, 4..<11, 11..<20])) {
      // A spread of 1 in values of a million keeps ten digits.
      #expect(((whole ?? .nan) - (cut ?? .nan)).magnitude <= 1e-10 * (whole ?? 0).magnitude)
    }
  }

  @Test("Large values that lie close together keep their spread")
  func spread() {
    var outline = PixelOutline()
    for (x, y) in [(0.0, 0.0), (4, 0), (4, 1), (0, 1)] { outline.append(column: x, row: y) }
    outline.endRing(isHole: false)
    var coverage = CellCoverage(least: 1e-13)
    coverage.compute(outline, columns: 0..<4, rows: 0..<1)
    var statistics = ZoneStatistics([.stdev])
    [1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4].withUnsafeBufferPointer { statistics.add(coverage, values: $0) }
    #expect(((statistics.values(of: [.stdev])[0] ?? 0) - 1.25.squareRoot()).magnitude < 1e-12)
    statistics.removeAll()
    [7, 7, 7, 7].withUnsafeBufferPointer { statistics.add(coverage, values: $0) }
    #expect(statistics.values(of: [.stdev])[0] == 0)
  }
}
