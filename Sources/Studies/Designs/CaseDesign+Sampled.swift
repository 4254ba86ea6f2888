// SPDX-License-Identifier: GPL-3.0-or-later

extension CaseDesign {
  /// Draws of a Latin hypercube, the Sobol sequence or Monte Carlo, as cases.
  func sampled(_ factors: [Factor]) -> [StudyCase] {
    var columns = factors.map { _ in [FactorValue]() }
    for (dimension, factor) in Self.orderByName(factors).enumerated() {
      let domain = factors[factor].domain
      columns[factor] = shares(factors[factor].name, dimension).map { domain.quantile($0) }
    }
    return (0..<(columns.first?.count ?? 0)).map { position in
      StudyCase(
        id: StudyCase.number(position), label: "sample \(position + 1)",
        assignments: columns.indices.map { .init(factor: $0, value: columns[$0][position]) })
    }
  }

  /// The share of probability that each sample has below it, for one factor.
  private func shares(_ name: String, _ dimension: Int) -> [Double] {
    switch self {
    case .monteCarlo(let samples, let seed):
      let stream = RandomStream(name: name, purpose: "monte carlo", seed: seed)
      return (0..<samples).map(stream.unit)
    case .latinHypercube(let samples, let seed):
      let strata = RandomStream(name: name, purpose: "hypercube strata", seed: seed).permutation(samples)
      let within = RandomStream(name: name, purpose: "hypercube draws", seed: seed)
      return (0..<samples).map { (Double(strata[$0]) + within.unit($0)) / Double(samples) }
    case .sobol(let samples, let seed):
      let points = SobolDimension(dimension)
      let shift = seed.map { RandomStream(name: name, purpose: "sobol shift", seed: $0).bits(0) }
      let skipped = seed == nil ? 1 : 0
      return (0..<samples).map { sample in
        let bits = points.bits(sample + skipped) ^ UInt32((shift ?? 0) >> 32)
        // The middle of the cell, so that no share is 0.
        return (Double(bits) + 0.5) * 0x1p-32
      }
    case .grid, .zipped, .explicit, .oneAtATime:
      return []
    }
  }
}

extension Factor.Domain {
  /// The value below which a share of the probability lies; levels are equally likely.
  fileprivate func quantile(_ share: Double) -> FactorValue {
    switch self {
    case .levels(let levels):
      levels[min(levels.count - 1, Int(share * Double(levels.count)))]
    case .distribution(let distribution): distribution.quantile(share)
    case .open: .bool(false)
    }
  }
}
