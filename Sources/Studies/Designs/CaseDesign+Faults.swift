// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension CaseDesign {
  /// What keeps the design from being used with the factors, beyond the faults of the factors themselves.
  func faults(_ factors: [Factor]) -> [StudyFault] {
    switch self {
    case .grid: gridFaults(factors)
    case .zipped: zippedFaults(factors)
    case .explicit(let list): Self.listFaults(list, factors)
    case .oneAtATime: domainFaults(factors) + Self.sizeFaults(1 + 2 * factors.count)
    case .latinHypercube(let samples, _), .monteCarlo(let samples, _):
      domainFaults(factors) + Self.sampleFaults(samples)
    case .sobol(let samples, _):
      domainFaults(factors) + Self.sampleFaults(samples)
        + (factors.count > Self.sobolFactorLimit ? [.tooManyDimensions(factors.count)] : [])
    }
  }

  private func levelFaults(_ factors: [Factor]) -> [StudyFault] {
    factors.filter { $0.levels == nil }.map { .levelsNeeded(factor: $0.name, design: name) }
  }

  private func domainFaults(_ factors: [Factor]) -> [StudyFault] {
    factors.filter { $0.domain == .open }.map { .domainNeeded(factor: $0.name, design: name) }
  }

  private static func sampleFaults(_ samples: Int) -> [StudyFault] {
    samples < 1 ? [.samples(samples)] : sizeFaults(samples)
  }

  private static func sizeFaults(_ count: Int?) -> [StudyFault] {
    if let count, count <= limit { [] } else { [.tooManyCases(count)] }
  }

  private func gridFaults(_ factors: [Factor]) -> [StudyFault] {
    var faults = levelFaults(factors)
    var count: Int? = 1
    for factor in factors {
      let levels = factor.levels ?? []
      var seen: Set<FactorValue> = []
      for level in levels where level.isFinite && !seen.insert(level).inserted {
        faults.append(.repeatedLevel(factor: factor.name, value: level))
      }
      if let product = count?.multipliedReportingOverflow(by: max(1, levels.count)) {
        count = product.overflow ? nil : product.partialValue
      }
    }
    return faults + Self.sizeFaults(count)
  }

  private func zippedFaults(_ factors: [Factor]) -> [StudyFault] {
    var faults = levelFaults(factors)
    let expected = factors.first?.levels?.count ?? 0
    for factor in factors.dropFirst() {
      if let levels = factor.levels, expected > 0, levels.count != expected {
        faults.append(.unequalLevels(factor: factor.name, count: levels.count, expected: expected))
      }
    }
    return faults + Self.sizeFaults(expected)
  }

  private static func listFaults(_ list: [ExplicitCase], _ factors: [Factor]) -> [StudyFault] {
    if list.isEmpty { return [.noCases] }
    if list.count > limit { return sizeFaults(list.count) }
    var faults: [StudyFault] = []
    var ids: Set<String> = []
    let byName = Dictionary(factors.map { ($0.name, $0) }) { first, _ in first }
    for (position, item) in list.enumerated() {
      let id = item.name ?? StudyCase.number(position)
      if !isCaseName(id) {
        faults.append(.caseName(id))
      } else if !ids.insert(id).inserted {
        faults.append(.repeatedCase(id))
      }
      for (name, value) in item.values.sorted(by: { $0.key < $1.key }) {
        if let factor = byName[name] {
          if let fault = factor.fault(of: value) { faults.append(fault) }
        } else {
          let nearest = nearestName(to: name, among: factors.map(\.name))
          faults.append(.unknownFactor(case: id, factor: name, nearest: nearest))
        }
      }
    }
    return faults
  }

  private static func isCaseName(_ name: String) -> Bool {
    isPlainText(name) && name.utf8.count <= 100 && !name.hasPrefix(".") && !name.contains("/")
  }
}

extension Factor {
  /// The stated levels, or nil when the domain is something else.
  var levels: [FactorValue]? {
    if case .levels(let levels) = domain { levels } else { nil }
  }

  /// The low and the high value of a one-at-a-time design.
  var ends: (low: FactorValue, high: FactorValue)? {
    switch domain {
    case .levels(let levels): FactorValue.ends(of: levels)
    case .distribution(let distribution): distribution.ends
    case .open: nil
    }
  }
}
