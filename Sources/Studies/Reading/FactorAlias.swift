// SPDX-License-Identifier: GPL-3.0-or-later

/// Two factors whose values rise and fall together over the cases of a study, so that what one does cannot be
/// distinguished from what the other does. Few points of a Sobol sequence in many dimensions do it, and few
/// draws of any kind.
package struct FactorAlias: Sendable, Equatable {
  /// The magnitude of Spearman's coefficient from which two factors are said to go together.
  package static let noticed = 0.5
  /// The magnitude from which half of the variation of the ranks is shared, and nothing is reported on either
  /// factor alone.
  package static let refused = 0.7

  /// The names of the two factors, in their order.
  package let factors: [String]
  /// Spearman's coefficient of their values.
  package let coefficient: Double
  /// In how many cases both have a value.
  package let cases: Int

  /// Whether nothing can be reported on either factor alone.
  package var isRefused: Bool { coefficient.magnitude >= Self.refused }

  /// The other factor; nil for one that is not of the pair.
  package func other(than factor: String) -> String? {
    factors.contains(factor) ? factors.first { $0 != factor } : nil
  }

  /// Every pair of factors that goes together.
  ///
  /// - Parameters:
  ///   - factors: The factors of the study.
  ///   - cases: The cases that count. Texts have no order and go with nothing.
  /// - Returns: The pairs by falling strength, equals in the order of the factors.
  /// - Throws: `ReadingError` for values that are not finite.
  package static func table(factors: [Factor], cases: [StudyCase]) throws(ReadingError) -> [FactorAlias] {
    let columns = factors.indices.map { factor in cases.map { $0.value(ofFactor: factor)?.ordinal } }
    var found: [FactorAlias] = []
    for first in factors.indices {
      for second in factors.indices where second > first {
        var pairs: (x: [Double], y: [Double]) = ([], [])
        for (x, y) in zip(columns[first], columns[second]) {
          guard let x, let y else { continue }
          pairs.x.append(x)
          pairs.y.append(y)
        }
        // Two cases always lie on a line.
        guard pairs.x.count > 2, let coefficient = try RankCorrelation.spearman(pairs.x, pairs.y),
          coefficient.magnitude >= noticed
        else { continue }
        found.append(
          FactorAlias(
            factors: [factors[first].name, factors[second].name], coefficient: coefficient,
            cases: pairs.x.count))
      }
    }
    return found.enumerated().sorted { a, b in
      let (left, right) = (a.element.coefficient.magnitude, b.element.coefficient.magnitude)
      return left == right ? a.offset < b.offset : left > right
    }.map(\.element)
  }
}

extension FactorValue {
  /// The value as a number that can be ranked, no as 0 and yes as 1; nil for a text.
  var ordinal: Double? {
    switch self {
    case .number(let value): value
    case .bool(let yes): yes ? 1 : 0
    case .text: nil
    }
  }
}
