// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@testable import Studies

@Suite("Distributions against SciPy and closed formulas")
struct DistributionTests {
  private func isNear(_ a: Double, _ b: Double, _ relative: Double = 4e-15) -> Bool {
    (a - b).magnitude <= relative * max(a.magnitude, b.magnitude)
  }

  @Test(
    "The normal quantile is SciPy's",
    arguments: [
      (1e-300, -37.0470962993612), (1e-20, -9.262340089798409), (1e-10, -6.361340902404056),
      (1e-05, -4.264890793922825), (0.001, -3.090232306167813), (0.025, -1.9599639845400545),
      (0.07, -1.4757910281791706), (0.1, -1.2815515655446004), (0.3, -0.5244005127080409), (0.5, 0.0),
      (0.6, 0.2533471031357997), (0.975, 1.959963984540054), (0.9999999999990905, 7.047700256664409),
    ])
  func normalQuantiles(share: Double, value: Double) {
    #expect(isNear(normalQuantile(share), value))
  }

  @Test(
    "The normal distribution function is SciPy's, in both tails",
    arguments: [
      (-30, 4.906713927147908e-198), (-8, 6.22096057427174e-16), (-5, 2.866515718791933e-07),
      (-3, 0.0013498980316300933), (-2.5, 0.006209665325776132), (-1, 0.15865525393145707),
      (-0.1, 0.460172162722971), (0, 0.5), (0.5, 0.6914624612740131), (1, 0.8413447460685429),
      (2, 0.9772498680518208), (3.5, 0.9997673709209645), (6, 0.9999999990134123),
    ])
  func normalShares(value: Double, share: Double) {
    #expect(isNear(normalShare(below: value), share, 2e-13))
  }

  @Test(
    "The logarithm is the C library's within its last digit",
    arguments: [
      (1e-300, -690.7755278982137), (1e-05, -11.512925464970229), (0.1, -2.3025850929940455),
      (0.7, -0.35667494393873245), (1.0000001, 9.999999505838704e-08), (1.5, 0.4054651081081644),
      (3.141592653589793, 1.1447298858494002), (1e10, 23.025850929940457), (1.7e308, 709.7268368932282),
    ])
  func logarithms(x: Double, value: Double) {
    #expect(isNear(naturalLogarithm(x), value, 1e-15))
  }

  @Test(
    "The exponential is the C library's within its last digit",
    arguments: [
      (-700, 9.85967654375977e-305), (-20.5, 1.2501528663867426e-09), (-1, 0.36787944117144233),
      (-1e-09, 0.999999999), (0.3, 1.3498588075760032), (1, 2.718281828459045), (10, 22026.465794806718),
      (300.25, 2.4941248615349213e+130), (709, 8.218407461554972e+307),
    ])
  func exponentials(x: Double, value: Double) {
    #expect(isNear(exponential(x), value, 1e-15))
  }

  @Test("Logarithm and exponential keep their meaning at the edges")
  func edges() {
    #expect(naturalLogarithm(1) == 0 && exponential(0) == 1)
    #expect(naturalLogarithm(0) == -.infinity && naturalLogarithm(-1).isNaN)
    #expect(exponential(800) == .infinity && exponential(-800) == 0)
    #expect(exponential(-745).isSubnormal && exponential(709.7).isFinite)
  }

  @Test(
    "Truncated normal, triangular and lognormal quantiles are SciPy's",
    arguments: [
      (
        Distribution.normal(mean: 100, standardDeviation: 20, low: 80, high: 110),
        [82.09267098005184, 96.2206353558845, 107.07205751430814]
      ),
      (
        .normal(mean: 0, standardDeviation: 1, low: 2, high: 6),
        [2.02152689811765, 2.2776048222653493, 2.8372758558522686]
      ),
      (
        .normal(mean: 0, standardDeviation: 1, low: 5, high: 6),
        [5.009845799544947, 5.131371763283919, 5.421484350937918]
      ),
      (
        .triangular(low: 30, mode: 40, high: 70),
        [34.47213595499958, 45.50510257216822, 59.045548849896676]
      ),
      (.lognormal(median: 40, factor: 1.5), [20.53126200575598, 40, 67.25584291375206]),
    ])
  func quantiles(distribution: Distribution, values: [Double]) {
    for (share, value) in zip([0.05, 0.5, 0.9], values) {
      #expect(isNear(distribution.quantile(share).number ?? .nan, value, 1e-12))
    }
  }

  @Test(
    "The mean over evenly spaced shares is the mean of the distribution",
    arguments: [
      (Distribution.uniform(low: -2, high: 6), 2), (.triangular(low: 1, mode: 2, high: 6), 3),
      (.triangular(low: 1, mode: 1, high: 4), 2), (.triangular(low: 1, mode: 4, high: 4), 3),
      (.normal(mean: 7, standardDeviation: 3), 7),
      (.normal(mean: 7, standardDeviation: 3, low: 5, high: 9), 7),
      // 40 exp((log 1.5)^2 / 2)
      (.lognormal(median: 40, factor: 1.5), 43.42698),
      (.discrete([.init(.number(1), weight: 1), .init(.number(5), weight: 3)]), 4),
    ])
  func means(distribution: Distribution, mean: Double) {
    let count = 20_000
    let values = (0..<count).map {
      distribution.quantile((Double($0) + 0.5) / Double(count)).number ?? .nan
    }
    #expect((values.reduce(0, +) / Double(count) - mean).magnitude < 1e-3)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("No share, however extreme, leaves the distribution's ends or the finite numbers")
  func extremes() {
    let distributions: [Distribution] = [
      .uniform(low: 0.1, high: 0.3), .triangular(low: 0.1, mode: 0.1, high: 0.3),
      .normal(mean: 0, standardDeviation: 1, low: 0.1, high: 0.3),
      .normal(mean: 9, standardDeviation: 2, low: 0.1, high: 0.3),
    ]
    for distribution in distributions {
      for share in [-1, 0, .leastNonzeroMagnitude, 1e-17, 0.5, 1 - 1e-16, 1, 2] {
        let value = distribution.quantile(share).number ?? .nan
        #expect(value >= 0.1 && value <= 0.3, "\(distribution) at \(share)")
      }
    }
    #expect(Distribution.normal(mean: 0, standardDeviation: 1).quantile(0).number?.isFinite == true)
    #expect(Distribution.normal(mean: 0, standardDeviation: 1).quantile(1).number?.isFinite == true)
  }

  @Test("The band of a figure becomes triangular, uniform or nothing")
  func bands() throws {
    func distribution(_ value: Double, _ low: Double?, _ high: Double?) throws -> Distribution? {
      try FigureBand.distribution(
        of: Quantity(value, unit: "MW", basis: .estimated, source: "", low: low, high: high))
    }
    #expect(try distribution(5, 2, 9) == .triangular(low: 2, mode: 5, high: 9))
    #expect(try distribution(2, 2, 9) == .uniform(low: 2, high: 9))
    #expect(try distribution(9, 2, 9) == .uniform(low: 2, high: 9))
    #expect(try distribution(5, nil, 9) == nil)
    #expect(try distribution(5, 2, nil) == nil)
    #expect(try distribution(5, 5, 5) == nil)
    for (low, high) in [(6.0, 9.0), (1, 4), (9, 2), (.nan, 9)] {
      #expect(throws: FigureBandError.self) { try distribution(5, low, high) }
    }
  }
}
