// SPDX-License-Identifier: GPL-3.0-or-later

/// Why results of a study cannot be read as asked.
package enum ReadingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is nothing to read; with what is missing.
  case nothing(String)
  /// A value is infinite or none; with what it is of and its position from 1.
  case notFinite(String, position: Int)
  /// A share does not lie from 0 to 1.
  case share(Double)
  /// Two lists that belong together differ in length; with what is counted.
  case unequalCounts(String, count: Int, expected: Int)
  /// A weight is not a positive number; with its position from 1.
  case weight(position: Int)
  /// A name is there twice.
  case repeated(String)
  /// A case selects an item that is not in the list.
  case unknownItem(String)
  /// The case that changes nothing is missing or has no outcome, so nothing can be compared with it.
  case noBase
  /// Every portfolio fails in some case, so none can be chosen before the case is known.
  case everyPortfolioFails
  /// The number of bins is not positive.
  case bins(Int)

  /// What is wrong and what to do.
  package var description: String {
    switch self {
    case .nothing(let what): "there are no \(what)"
    case .notFinite(let what, let position): "number \(position) of \(what) is not finite"
    case .share(let share): "\(share) is no share; give a number from 0 to 1"
    case .unequalCounts(let what, let count, let expected):
      "there are \(count) \(what) where \(expected) are needed"
    case .weight(let position): "the weight of case \(position) is not a positive number"
    case .repeated(let name): "'\(name)' is there twice"
    case .unknownItem(let name): "a case selects '\(name)', which is not in the list"
    case .noBase: "the base case has no outcome, so nothing can be compared with it; solve it first"
    case .everyPortfolioFails:
      "every portfolio fails in some case; state what a failure costs, or leave such cases out"
    case .bins(let count): "\(count) bins cannot be formed; ask for at least 1"
    }
  }
}

/// Throws when two lists that belong together differ in length.
func requireCount(_ what: String, _ count: Int, _ expected: Int) throws(ReadingError) {
  if count != expected { throw .unequalCounts(what, count: count, expected: expected) }
}

/// Throws when a value is not finite; missing values pass.
func requireFinite(_ what: String, _ values: some Sequence<Double?>) throws(ReadingError) {
  for (position, value) in values.enumerated() {
    if let value, !value.isFinite { throw .notFinite(what, position: position + 1) }
  }
}
