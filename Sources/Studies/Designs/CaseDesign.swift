// SPDX-License-Identifier: GPL-3.0-or-later

/// How a study makes cases from factors.
///
/// In every design the order in which factors are written decides the columns and nothing else: cases are
/// made with the factors in order of name. A study with more samples of a Monte Carlo or Sobol design begins
/// with the cases of the smaller one; a Latin hypercube does not, because its strata depend on their number.
package enum CaseDesign: Sendable, Equatable {
  /// Every combination of levels. The factor last by name changes fastest, levels in the order written.
  case grid
  /// The first levels of all factors, then the second ones, and so on.
  case zipped
  /// The cases of a list, in its order.
  case explicit([ExplicitCase])
  /// The base, then each factor in order of name alone at its low and at its high end (the cases of a tornado
  /// chart). Ends are the least and the greatest number of the levels, the first and last of levels that are
  /// not all numbers, or `Distribution.ends`; a factor with one level has one case.
  case oneAtATime
  /// Each factor's probability is cut into as many equal strata as there are samples, and each stratum is
  /// drawn from once (M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 21 (1979) 239-245). Draws
  /// of a factor depend on its name, the seed and the number of samples only.
  case latinHypercube(samples: Int, seed: UInt64)
  /// Points of the Sobol sequence, one dimension a factor in order of name. With a seed each dimension is
  /// shifted digitally by random bits and the sequence starts at its first point; without one it is not
  /// shifted and the first point, the origin, is left out. Numbers of samples that are powers of two are
  /// balanced best.
  case sobol(samples: Int, seed: UInt64?)
  /// Independent random draws. Draws of a factor depend on its name and the seed only, so another factor
  /// changes none of them.
  case monteCarlo(samples: Int, seed: UInt64)

  /// The most cases that a study may have.
  package static let limit = 1_000_000

  /// The most factors that a Sobol design may have.
  package static let sobolFactorLimit = SobolDimension.limit

  /// The cases.
  ///
  /// - Parameter factors: The factors; columns of the cases are in their order.
  /// - Returns: The cases in a fixed order, the same on every machine.
  /// - Throws: `StudyFaults` with everything that is wrong with the factors and the design.
  package func cases(_ factors: [Factor]) throws(StudyFaults) -> [StudyCase] {
    let faults = Factor.faults(in: factors) + self.faults(factors)
    guard faults.isEmpty else { throw StudyFaults(faults: faults) }
    return switch self {
    case .grid: grid(factors)
    case .zipped: zipped(factors)
    case .explicit(let list): Self.explicit(list, factors)
    case .oneAtATime: oneAtATime(factors)
    case .latinHypercube, .sobol, .monteCarlo: sampled(factors)
    }
  }

  /// What the design is called in messages.
  var name: String {
    switch self {
    case .grid: "a grid"
    case .zipped: "a zipped design"
    case .explicit: "a list of cases"
    case .oneAtATime: "a one-at-a-time design"
    case .latinHypercube: "a Latin hypercube"
    case .sobol: "a Sobol design"
    case .monteCarlo: "a Monte Carlo design"
    }
  }
}
