// SPDX-License-Identifier: GPL-3.0-or-later

/// How often the plans of a study's cases select an item, such as a site.
package struct SelectionFrequency: Sendable, Equatable {
  /// How stable a selection is over the cases.
  package enum Stability: String, Sendable, CaseIterable {
    /// Every case selects the item.
    case all
    /// At least two cases of three do, but not every one.
    case most
    /// At least one case does, but fewer than two of three.
    case some
    /// No case does.
    case none
  }

  /// The item.
  package let item: String
  /// How many cases select it.
  package let selected: Int
  /// How many cases have a plan.
  package let cases: Int

  /// The share of cases that select the item, from 0 to 1.
  package var share: Double { Double(selected) / Double(cases) }

  /// The class of the share.
  package var stability: Stability {
    if selected == 0 { return .none }
    if selected == cases { return .all }
    return 3 * selected >= 2 * cases ? .most : .some
  }

  /// The 95 % confidence interval of the share: the score interval of E. B. Wilson, "Probable inference, the
  /// law of succession, and statistical inference", Journal of the American Statistical Association 22 (1927)
  /// 209-212.
  ///
  /// It says something where cases are random draws (Monte Carlo); for grids and lists the share is simply
  /// what it is.
  package var interval: ClosedRange<Double> {
    let z = 1.959963984540054
    let n = Double(cases)
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let low = selected == 0 ? 0 : max(0, centre - half)
    let high = selected == cases ? 1 : min(1, centre + half)
    return low...high
  }

  /// The frequency of every item.
  ///
  /// - Parameters:
  ///   - items: The items, each once.
  ///   - selections: What each case that has a plan selects. Cases without a plan are left out by the caller.
  /// - Returns: One entry an item, in the order of the items.
  /// - Throws: `ReadingError` when there are no selections, an item is there twice, or a case selects one
  ///   that is not.
  package static func table(
    of items: [String], in selections: [Set<String>]
  ) throws(ReadingError) -> [SelectionFrequency] {
    if selections.isEmpty { throw .nothing("cases with a plan") }
    var counts: [String: Int] = [:]
    for item in items {
      if counts.updateValue(0, forKey: item) != nil { throw .repeated(item) }
    }
    for selection in selections {
      for item in selection.sorted() {
        guard let count = counts[item] else { throw .unknownItem(item) }
        counts[item] = count + 1
      }
    }
    return items.map { SelectionFrequency(item: $0, selected: counts[$0] ?? 0, cases: selections.count) }
  }
}
