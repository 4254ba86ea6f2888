// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Columns of one derivation among which `x_basis` says what the values of `x` rest on, so that what a layer
/// calls an estimate is not passed on as derived.
package enum BasisColumns {
  /// A word that is no basis.
  package struct Fault: Error, Equatable, CustomStringConvertible {
    /// The column that holds it.
    package var column: String
    /// The word.
    package var word: String

    /// A word that is no basis.
    package init(column: String, word: String) {
      self.column = column
      self.word = word
    }

    package var description: String {
      let known = Basis.allCases.map(\.rawValue).joined(separator: ", ")
      return "\(column) holds '\(word)'; wanted one of \(known)"
    }
  }

  /// End of the name of a column that says what another rests on.
  package static let suffix = "_basis"

  /// Takes the words of each column `x_basis` into `x` and leaves that column out; a column `x_basis` without
  /// an `x` stays.
  ///
  /// - Parameter columns: What one derivation gives, in order.
  /// - Returns: The columns left, in order. A value takes the weaker of its own basis and the word beside it:
  ///   a layer may weaken what is derived from it and cannot make it published. Where no word is stated its
  ///   own basis stays.
  /// - Throws: `Fault` for a word that is no basis.
  package static func folded(_ columns: [SiteTable.Column]) throws(Fault) -> [SiteTable.Column] {
    var words: [String: SiteTable.Column] = [:]
    for column in columns where column.name.hasSuffix(suffix) {
      let base = String(column.name.dropLast(suffix.count))
      if columns.contains(where: { $0.name == base }) { words[base] = column }
    }
    let used = Set(words.values.map(\.name))
    var left: [SiteTable.Column] = []
    for column in columns where !used.contains(column.name) {
      guard let stated = words[column.name] else {
        left.append(column)
        continue
      }
      var values: [SiteValue] = []
      for (own, word) in zip(column.values, stated.values) {
        values.append(try weakened(own, by: word, of: stated.name))
      }
      left.append(SiteTable.Column(name: column.name, unit: column.unit, values: values))
    }
    return left
  }

  /// A value with the weaker of its own basis and the word beside it.
  private static func weakened(
    _ value: SiteValue, by stated: SiteValue, of column: String
  ) throws(Fault) -> SiteValue {
    guard let own = value.basis else { return value }
    let word: String
    switch stated.content {
    case .missing: return value
    case .text(let text): word = text
    case .number(let number): word = "\(number)"
    }
    guard let basis = Basis(rawValue: word) else { throw Fault(column: column, word: word) }
    var result = value
    result.basis = max(own, basis)
    return result
  }
}
