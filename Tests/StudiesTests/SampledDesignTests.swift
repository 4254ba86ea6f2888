// SPDX-License-Identifier: GPL-3.0-or-later

import Studies
import Testing

@Suite("Sampled designs")
struct SampledDesignTests {
  private static func uniform(_ name: String) -> Factor {
    Factor(name, path: "p.\(name)", domain: .distribution(.uniform(low: 0, high: 100)))
  }

  private static let factors = ["énergie", "chip", "delay"].map(uniform)

  private static func column(_ cases: [StudyCase], _ factor: Int) -> [Double] {
    cases.map { $0.value(ofFactor: factor)?.number ?? .nan }
  }

  @Test("Monte Carlo draws are those of an independent implementation, to the last bit")
  func recorded() throws {
    // From SplitMix64 and FNV-1a written in Python.
    let cases = try CaseDesign.monteCarlo(samples: 3, seed: 7).cases(Self.factors)
    #expect(Self.column(cases, 0) == [19.7484579918087, 10.509817122233478, 22.337516184144246])
  }

  @Test(
    "A Monte Carlo or Sobol design begins with the cases of the same design with fewer samples",
    arguments: [1, 2, 17, 64, 200])
  func prefix(count: Int) throws {
    let designs: [(Int) -> CaseDesign] = [
      { .monteCarlo(samples: $0, seed: 5) }, { .sobol(samples: $0, seed: 5) },
      { .sobol(samples: $0, seed: nil) },
    ]
    for design in designs {
      let long = try design(200).cases(Self.factors)
      #expect(try design(count).cases(Self.factors) == Array(long.prefix(count)))
    }
  }

  @Test("Case numbers do not change their width in the sizes that are allowed, so prefixes keep their names")
  func numbers() throws {
    let cases = try CaseDesign.monteCarlo(samples: 12_000, seed: 5).cases([Self.factors[0]])
    #expect(cases[0].id == "000001" && cases[11_999].id == "012000")
    #expect(Set(cases.map(\.id)).count == cases.count)
    #expect(cases.map(\.id) == cases.map(\.id).sorted())
  }

  @Test("The order in which factors are written changes columns and nothing else")
  func order() throws {
    let levels = Factor("level", path: "l", domain: .levels([.number(1), .number(2), .number(3)]))
    let text = Factor("text", path: "t", domain: .levels([.text("a"), .text("b"), .text("c")]))
    let designs: [(CaseDesign, [Factor])] = [
      (.monteCarlo(samples: 50, seed: 1), Self.factors + [levels]),
      (.latinHypercube(samples: 50, seed: 1), Self.factors + [levels]),
      (.sobol(samples: 50, seed: 1), Self.factors + [levels]),
      (.oneAtATime, Self.factors + [levels, text]), (.grid, [levels, text]), (.zipped, [levels, text]),
      (.explicit([ExplicitCase(values: ["level": .number(9)])]), [levels, text]),
    ]
    for (design, factors) in designs {
      let straight = try design.cases(factors)
      let reversed = try design.cases(factors.reversed())
      #expect(straight.map(\.id) == reversed.map(\.id))
      for (a, b) in zip(straight, reversed) {
        for position in factors.indices {
          #expect(a.value(ofFactor: position) == b.value(ofFactor: factors.count - 1 - position))
        }
      }
    }
  }

  @Test("Another factor changes no draw of the others in Monte Carlo and in a Latin hypercube")
  func independent() throws {
    for design in [CaseDesign.monteCarlo(samples: 40, seed: 3), .latinHypercube(samples: 40, seed: 3)] {
      let few = try design.cases(Self.factors)
      let more = try design.cases([Self.uniform("another")] + Self.factors)
      for factor in Self.factors.indices {
        #expect(Self.column(few, factor) == Self.column(more, factor + 1))
      }
    }
  }

  @Test("Every stratum of a Latin hypercube is drawn from once by every factor", arguments: [1, 2, 7, 100])
  func strata(samples: Int) throws {
    let cases = try CaseDesign.latinHypercube(samples: samples, seed: 11).cases(Self.factors)
    for factor in Self.factors.indices {
      let strata = Self.column(cases, factor).map { Int($0 / 100 * Double(samples)) }
      #expect(strata.sorted() == Array(0..<samples))
    }
  }

  @Test("Seeds and names give different draws, the same seed the same")
  func seeds() throws {
    let designs: [(UInt64) -> CaseDesign] = [
      { .monteCarlo(samples: 20, seed: $0) }, { .latinHypercube(samples: 20, seed: $0) },
      { .sobol(samples: 20, seed: $0) },
    ]
    for design in designs {
      let first = try design(1).cases(Self.factors)
      #expect(try design(1).cases(Self.factors) == first)
      let columns = try [first, design(2).cases(Self.factors)].flatMap { cases in
        Self.factors.indices.map { Self.column(cases, $0) }
      }
      #expect(Set(columns).count == columns.count)
    }
  }

  @Test("A Sobol design without seed leaves the origin out, and is SciPy's")
  func sobol() throws {
    // chip, delay and énergie are dimensions 1, 2 and 3 of scipy.stats.qmc.Sobol; values are middles of cells
    // of 2^-32.
    let cases = try CaseDesign.sobol(samples: 4, seed: nil).cases(Self.factors)
    let expected: [[Double]] = [[50, 25, 75, 62.5], [50, 75, 25, 37.5], [50, 25, 75, 37.5]]
    for (factor, values) in expected.enumerated() {
      for (value, drawn) in zip(values, Self.column(cases, factor)) {
        #expect((drawn - value - 100 * 0x1p-33).magnitude < 1e-12)
      }
    }
  }

  @Test("A shifted Sobol design keeps one point in each of 2^k cells, and beats Monte Carlo at a mean")
  func shifted() throws {
    for seed in UInt64(0)..<10 {
      let cases = try CaseDesign.sobol(samples: 256, seed: seed).cases(Self.factors)
      for factor in Self.factors.indices {
        let column = Self.column(cases, factor)
        #expect(column.map { Int($0 * 2.56) }.sorted() == Array(0..<256))
      }
      // E[x y z / 100^3] = 1/8; the standard error of 256 random draws is 0.009.
      let mean = cases.reduce(0) { sum, item in
        sum + item.assignments.reduce(1) { $0 * ($1.value.number ?? .nan) / 100 } / 256
      }
      #expect((mean - 0.125).magnitude < 0.004)
    }
  }

  @Test("Levels of a sampled design are equally likely, discrete values by weight")
  func likelihood() throws {
    let levels = Factor("level", path: "l", domain: .levels([.text("a"), .text("b"), .text("c")]))
    let weighted = Factor(
      "weighted", path: "w",
      domain: .distribution(.discrete([.init(.bool(true), weight: 3), .init(.bool(false), weight: 1)])))
    let cases = try CaseDesign.latinHypercube(samples: 1_200, seed: 4).cases([levels, weighted])
    for text in ["a", "b", "c"] {
      #expect(cases.count { $0.value(ofFactor: 0) == .text(text) } == 400)
    }
    #expect(cases.count { $0.value(ofFactor: 1) == .bool(true) } == 900)
  }

  @Test("Draws of different factors are not correlated")
  func uncorrelated() throws {
    let cases = try CaseDesign.monteCarlo(samples: 4_000, seed: 2).cases(Self.factors)
    for (a, b) in [(0, 1), (0, 2), (1, 2)] {
      let rho = try #require(
        try RankCorrelation.spearman(Self.column(cases, a), Self.column(cases, b)))
      // Four standard errors.
      #expect(rho.magnitude < 4 / 63.2)
    }
  }
}
