// SPDX-License-Identifier: GPL-3.0-or-later

import Studies
import Testing

@Suite("Factors and their faults")
struct FactorTests {
  @Test("All faults of a list of factors are reported at once, each with the factor it is of")
  func allAtOnce() {
    let factors = [
      Factor("", path: "a.b", domain: .levels([.number(1)])),
      Factor(
        "energy", path: "cost..energy", verb: .multiply, domain: .levels([.text("dear"), .number(.nan)])),
      Factor("energy", path: "", domain: .levels([])),
      Factor("chip", path: "skus.*.price_usd", domain: .distribution(.uniform(low: 3, high: 3))),
    ]
    #expect(
      Factor.faults(in: factors) == [
        .factorName(position: 1), .path(factor: "energy", path: "cost..energy"),
        .valueNotNumber(factor: "energy", verb: .multiply, value: .text("dear")),
        .valueNotFinite(factor: "energy"), .repeatedFactor("energy"), .path(factor: "energy", path: ""),
        .noLevels(factor: "energy"), .distribution(factor: "chip", problem: "low must be below high"),
      ])
    #expect(Factor.faults(in: []) == [.noFactors])
  }

  @Test(
    "Paths with wildcards and quoted keys are accepted",
    arguments: ["cost.energy_eur_per_mwh", "skus.gb300-nvl72.price_usd.*", "sites.*", "skus.\"a..b\".x"])
  func paths(path: String) {
    #expect(Factor.faults(in: [Factor("f", path: path, domain: .open)]) == [])
  }

  @Test("Paths that cannot be are refused", arguments: [".a", "a.", "a..b", "a=1", " a", "a\nb", ""])
  func badPaths(path: String) {
    #expect(Factor.faults(in: [Factor("f", path: path, domain: .open)]) == [.path(factor: "f", path: path)])
  }

  @Test(
    "A distribution that is none is refused with a reason",
    arguments: [
      (Distribution.uniform(low: 2, high: 1), "low must be below high"),
      (.uniform(low: .nan, high: 1), "low must be below high"),
      (.uniform(low: -1e308, high: 1e308), "low must be below high"),
      (.triangular(low: 0, mode: 3, high: 2), "the mode must lie from low to high"),
      (.triangular(low: 0, mode: .nan, high: 2), "the mode must lie from low to high"),
      (
        .normal(mean: 0, standardDeviation: 0), "the mean must be a number and the standard deviation above 0"
      ),
      (.normal(mean: 0, standardDeviation: 1, low: 2, high: 1), "low must be below high"),
      (
        .normal(mean: 0, standardDeviation: 1, low: 20, high: 21),
        "less than a billionth of the normal distribution lies from low to high"
      ),
      (.lognormal(median: 0, factor: 2), "the median must be above 0"),
      (.lognormal(median: 1, factor: 1), "the factor must be above 1 and at most 1000"),
      (.discrete([]), "there are no values"),
      (.discrete([.init(.number(1), weight: 0)]), "every weight must be a positive number"),
    ])
  func badDistribution(distribution: Distribution, reason: String) {
    let factor = Factor("f", path: "a", domain: .distribution(distribution))
    #expect(Factor.faults(in: [factor]) == [.distribution(factor: "f", problem: reason)])
  }

  @Test("Values are written as a person would")
  func written() {
    let values: [FactorValue] = [.number(80), .number(-0.5), .text("fr"), .bool(true), .number(1e20)]
    #expect(values.map(\.description) == ["80", "-0.5", "fr", "true", "1e+20"])
  }
}
