// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import Quantities

/// One thing that is said of a cluster: under which key a file holds it, what it is called, its value, its
/// unit and what it rests on. Files, terminals and pages are functions over lists of these.
package struct SpecificationLine: Sendable {
  /// Who reads a line.
  package enum Level: Sendable {
    /// Programs only.
    case file
    /// The terminal too.
    case detail
    /// Everybody.
    case summary
    /// The page too, where there is room for it, but no terminal.
    case sheet
  }

  /// How people read a number.
  package enum Form: Sendable, ExpressibleByIntegerLiteral {
    case decimals(Int)
    /// Significant digits at most.
    case digits(Int)
    case percent(Int)
    case millionEUR
    /// Millions and more with a letter, such as 1T.
    case letters

    static let significant = Form.digits(4)
    static let percent = Form.percent(0)

    /// Decimals.
    package init(integerLiteral value: Int) { self = .decimals(value) }
  }

  /// What is said.
  package indirect enum Value: Sendable {
    case integer(Int?)
    case number(Double?, Form)
    /// A low, a middle and a high value.
    case band(ValueBand?, Form)
    /// A word of a closed list, or a name.
    case text(String)
    case flag(Bool?)
    /// Running text.
    case sentence(String)
    /// Several pieces of it.
    case sentences([String])
    /// Lines that belong together; nil where there is no such thing.
    case group([SpecificationLine]?)
    /// The same lines of several things.
    case rows([[SpecificationLine]])
    /// The same lines of several kinds, and how many there are of each.
    case kinds([(count: Int, lines: [SpecificationLine])])
  }

  /// Key in files; empty for what is for people only.
  package var key: String
  /// What people call it; empty for what only files hold. That of a group is the title of its lines.
  package var label: Phrase
  package var value: Value
  /// What people read for it where that is not the value.
  package var words: Phrase?
  /// Unit, for people.
  package var unit: String
  package var level: Level
  /// What the value rests on, where that is not what its discipline rests on.
  package var basis: Basis?
  /// Whether the values of several kinds add up.
  package var adds = false

  private init(
    _ key: String, _ value: Value, _ label: Phrase, _ unit: String, _ level: Level, _ basis: Basis? = nil
  ) {
    self.key = key
    self.label = label
    self.value = value
    self.unit = unit
    self.level = label.isEmpty && !key.isEmpty ? .file : level
    self.basis = basis
  }

  /// A whole number.
  static func count(
    _ key: String, _ value: Int?, _ label: Phrase = "", _ unit: String = "", _ level: Level = .detail,
    basis: Basis? = nil
  ) -> SpecificationLine { SpecificationLine(key, .integer(value), label, unit, level, basis) }

  /// A number.
  static func number(
    _ key: String, _ value: Double?, _ form: Form = .significant, _ label: Phrase = "", _ unit: String = "",
    _ level: Level = .detail, basis: Basis? = nil
  ) -> SpecificationLine { SpecificationLine(key, .number(value, form), label, unit, level, basis) }

  /// A low, a middle and a high value.
  static func band(
    _ key: String, _ value: ValueBand?, _ form: Form = .significant, _ label: Phrase = "",
    _ unit: String = "", _ level: Level = .detail, basis: Basis? = nil
  ) -> SpecificationLine { SpecificationLine(key, .band(value, form), label, unit, level, basis) }

  /// A word or a name, with the words that people read for it where they are others.
  static func text(
    _ key: String, _ value: String, _ label: Phrase = "", _ level: Level = .detail, shown: Phrase? = nil
  ) -> SpecificationLine {
    var line = SpecificationLine(key, .text(value), label, "", level)
    line.words = shown
    return line
  }

  /// Yes or no.
  static func flag(_ key: String, _ value: Bool?, _ label: Phrase = "") -> SpecificationLine {
    SpecificationLine(key, .flag(value), label, "", .detail)
  }

  /// Running text.
  static func sentence(_ key: String, _ value: String, _ label: Phrase = "") -> SpecificationLine {
    SpecificationLine(key, .sentence(value), label, "", .detail)
  }

  /// Several pieces of running text.
  static func sentences(_ key: String, _ value: [String], _ label: Phrase = "") -> SpecificationLine {
    SpecificationLine(key, .sentences(value), label, "", .detail)
  }

  /// Lines that belong together, under a title where one is given.
  static func group(
    _ key: String, _ lines: [SpecificationLine]?, _ title: Phrase = ""
  ) -> SpecificationLine { SpecificationLine(key, .group(lines), title, "", .summary) }

  /// The same lines of several things.
  static func rows<Item>(
    _ key: String, _ items: [Item], _ title: Phrase = "", _ level: Level = .detail,
    _ lines: (Item) -> [SpecificationLine]
  ) -> SpecificationLine { SpecificationLine(key, .rows(items.map(lines)), title, "", level) }

  /// The same lines of several kinds of which there are some each.
  static func kinds<Item>(
    _ key: String, _ items: [Item], count: (Item) -> Int, _ lines: (Item) -> [SpecificationLine]
  ) -> SpecificationLine {
    SpecificationLine(key, .kinds(items.map { (count: count($0), lines: lines($0)) }), "", "", .summary)
  }

  /// The line with words in place of its value.
  func reading(_ words: Phrase) -> SpecificationLine {
    var line = self
    line.words = words
    return line
  }

  /// The line of something that is there once in each kind, so that the values of several kinds add up.
  var adding: SpecificationLine {
    var line = self
    line.adds = true
    return line
  }
}
