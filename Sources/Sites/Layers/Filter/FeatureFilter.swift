// SPDX-License-Identifier: GPL-3.0-or-later

/// What `where` of a layer says: which of its features to take.
///
/// The language is the part of SQL that all drivers of GDAL have, with one meaning for all of them, since
/// drivers differ in it: GDAL's own SQL compares texts without regard to case, SQLite `LIKE`; one counts
/// missing values under NOT, the other does not.
package struct FeatureFilter: Sendable, Hashable {
  /// The condition as written.
  package let text: String
  /// What it says.
  package let root: Expression

  /// A condition that cannot be understood.
  package struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    package var message: String
    /// Character of the condition at which it shows, from 1.
    package var column: Int
    /// What to do about it.
    package var hint: String

    package var description: String { "\(message) at character \(column): \(hint)" }
  }

  /// Reads a condition.
  ///
  /// - Throws: `Fault` with the place in the text.
  package init(_ text: String) throws(Fault) {
    self.text = text
    var parser = try FilterParser(text)
    root = try parser.whole()
  }

  /// A comparison of two values.
  package enum Comparison: String, Sendable, Hashable {
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case notGreater = "<="
    case greater = ">"
    case notLess = ">="
  }

  /// A calculation with two numbers.
  package enum Arithmetic: String, Sendable, Hashable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case dividedBy = "/"
    case remainder = "%"
  }

  /// What CAST makes of a value.
  package enum CastType: Sendable, Hashable {
    case integer
    case real
    case text
    case date
    case dateTime
  }

  /// A function of texts or numbers.
  package enum Function: String, Sendable, Hashable, CaseIterable {
    /// Texts joined.
    case concat
    /// The part of a text from a character on, and how many; the first has number 1.
    case substr
    /// Capital letters.
    case upper
    /// Small letters.
    case lower
    /// Without blanks at both ends.
    case trim
    /// Number of characters.
    case length
    /// The first that is not missing.
    case coalesce
    /// Without its sign.
    case abs

    /// How many arguments it takes.
    var arguments: ClosedRange<Int> {
      switch self {
      case .concat: 1...100
      case .coalesce: 2...100
      case .substr: 2...3
      case .upper, .lower, .trim, .length, .abs: 1...1
      }
    }
  }

  /// A value, or a statement that is true, false or unknown.
  package indirect enum Expression: Sendable, Hashable {
    case field(String)
    case integer(Int64)
    case real(Double)
    case text(String)
    case truth(Bool)
    case missing
    case negative(Expression)
    case arithmetic(Arithmetic, Expression, Expression)
    case function(Function, [Expression])
    case cast(Expression, CastType)
    case compare(Comparison, Expression, Expression)
    case like(Expression, pattern: Expression, escape: Character?, ignoresCase: Bool)
    case isIn(Expression, [Expression])
    case isMissing(Expression)
    case not(Expression)
    case all([Expression])
    case any([Expression])
  }

  /// Names of the fields that it needs, each once, in the order of the text.
  package var fields: [String] {
    var names: [String] = []
    Self.collect(root, &names)
    return names
  }

  private static func collect(_ expression: Expression, _ names: inout [String]) {
    switch expression {
    case .field(let name): if !names.contains(name) { names.append(name) }
    case .integer, .real, .text, .truth, .missing: break
    case .negative(let part), .cast(let part, _), .isMissing(let part), .not(let part):
      collect(part, &names)
    case .arithmetic(_, let one, let other), .compare(_, let one, let other):
      collect(one, &names)
      collect(other, &names)
    case .like(let part, let pattern, _, _):
      collect(part, &names)
      collect(pattern, &names)
    case .isIn(let part, let list):
      collect(part, &names)
      for item in list { collect(item, &names) }
    case .function(_, let parts), .all(let parts), .any(let parts):
      for part in parts { collect(part, &names) }
    }
  }
}
