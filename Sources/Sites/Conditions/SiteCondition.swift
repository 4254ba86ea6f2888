// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A condition on the attributes of a site, as a planner writes it: `status = 'candidate' and not (area_ha <
/// 10 or grid_kv in (63, 90))`.
///
/// Comparisons are `=`, `!=`, `<`, `<=`, `>`, `>=` and `in (...)`; texts stand in single quotes, a quote in a
/// text is doubled; `not` binds closer than `and`, `and` closer than `or`. A comparison with an attribute
/// that a site has no value of is false, whichever comparison it is, so `not (x = 1)` holds for such a site
/// and `x != 1` does not.
package struct SiteCondition: Sendable, Equatable, Codable {
  /// How an attribute is compared.
  package enum Comparison: String, Sendable, Codable, CaseIterable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case atMost = "<="
    case more = ">"
    case atLeast = ">="
  }

  /// One step of the condition in postfix order.
  enum Step: Sendable, Equatable, Codable {
    /// Whether an attribute compares to a value.
    case compare(String, Comparison, ScreeningLimit.Value)
    /// Whether an attribute is one of some values.
    case isIn(String, [ScreeningLimit.Value])
    /// The opposite of the last result.
    case not
    /// Whether both of the last two results hold.
    case both
    /// Whether one of the last two results holds.
    case either
  }

  /// A text that is no condition.
  package struct Fault: Error, Equatable, Sendable {
    /// What is wrong.
    package var message: String
    /// Where in the text, in characters from 1.
    package var column: Int
    /// What to do; empty for nothing.
    package var hint: String
  }

  /// What was written.
  package let text: String
  let steps: [Step]

  /// Reads a condition.
  ///
  /// - Throws: `Fault` with the place of the first thing that cannot be read.
  package init(_ text: String) throws(Fault) {
    self.text = text
    var parser = try ConditionParser(text)
    steps = try parser.steps()
  }

  /// Attributes that it names, each once, in the order of the text.
  package var attributes: [String] {
    var names: [String] = []
    for step in steps {
      var name: String?
      switch step {
      case .compare(let attribute, _, _): name = attribute
      case .isIn(let attribute, _): name = attribute
      case .not, .both, .either: break
      }
      if let name, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// Whether it holds for a site.
  package func holds(row: Int, in table: SiteTable) -> Bool {
    var results: [Bool] = []
    for step in steps {
      switch step {
      case .compare(let attribute, let comparison, let wanted):
        results.append(Self.compares(Self.value(attribute, row: row, in: table), comparison, wanted))
      case .isIn(let attribute, let wanted):
        let found = Self.value(attribute, row: row, in: table)
        var isOne = false
        for one in wanted where Self.compares(found, .equal, one) { isOne = true }
        results.append(isOne)
      case .not:
        results.append(!(results.popLast() ?? true))
      case .both, .either:
        let second = results.popLast() ?? false
        let first = results.popLast() ?? false
        results.append(step == .both ? first && second : first || second)
      }
    }
    return results.last ?? false
  }

  /// Rows of the table for which it holds, ascending.
  package func rows(in table: SiteTable) -> [Int] {
    var rows: [Int] = []
    for row in 0..<table.count where holds(row: row, in: table) { rows.append(row) }
    return rows
  }

  /// Value of an attribute; `id` is the identifier of the site.
  static func value(_ attribute: String, row: Int, in table: SiteTable) -> SiteValue {
    if attribute == "id", table.column(attribute) == nil {
      return SiteValue(.text(table.ids[row]), basis: .published, source: "site table")
    }
    return table.value(attribute, row: row)
  }

  private static func compares(
    _ found: SiteValue, _ comparison: Comparison, _ wanted: ScreeningLimit.Value
  ) -> Bool {
    switch wanted {
    case .text(let text):
      guard let value = found.text else { return false }
      return comparison == .notEqual ? value != text : comparison == .equal && value == text
    case .number(let number):
      guard let value = found.number else { return false }
      switch comparison {
      case .equal: return value == number
      case .notEqual: return value != number
      case .less: return value < number
      case .atMost: return value <= number
      case .more: return value > number
      case .atLeast: return value >= number
      }
    }
  }
}
