// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import Documents
package import Quantities
import Wording

extension SpecificationLine {
  /// Lines as the object of a file. What is not known is `null`, never zero.
  package static func json(_ lines: [SpecificationLine]) -> JSONValue {
    .object(lines.filter { !$0.key.isEmpty }.map { JSONValue.Member($0.key, $0.value.json) })
  }

  /// The value for people, without its unit; nil for what is not there and for what is no single value.
  package var shown: Phrase? { words ?? value.shown }

  /// Whether people read a number.
  package var isNumber: Bool {
    switch value {
    case .integer, .number: words == nil
    default: false
    }
  }

  /// A line with where it is: the keys down to it, and the title of the lines that it belongs to.
  package typealias Leaf = (path: String, title: Phrase, line: SpecificationLine)

  /// All lines without the groups that hold them. Kinds become one: what adds up is the sum, and of all else
  /// every value stands there once.
  package static func leaves(
    of lines: [SpecificationLine], path: String = "", title: Phrase = ""
  ) -> [Leaf] {
    lines.flatMap { line -> [Leaf] in
      let below = path + "/" + line.key
      switch line.value {
      case .group(let inner):
        return leaves(of: inner ?? [], path: below, title: line.label.isEmpty ? title : line.label)
      case .kinds(let kinds): return side(by: kinds, path: below).map { ($0.path, $0.title, $0.sum) }
      default: return [(below, title, line)]
      }
    }
  }

  /// The same line of several kinds.
  package struct Side {
    package var path: String
    package var title: Phrase
    /// The line of each kind; nil where a kind has none.
    package var each: [SpecificationLine?]
    /// All kinds in one line.
    package var sum: SpecificationLine
  }

  /// The lines of several kinds side by side.
  package static func side(by kinds: [(count: Int, lines: [SpecificationLine])], path: String = "") -> [Side]
  {
    let leaves = kinds.map { Self.leaves(of: $0.lines, path: path) }
    var seen: Set<String> = []
    return leaves.joined().filter { seen.insert($0.path).inserted }.map { leaf in
      let each = leaves.map { $0.first { $0.path == leaf.path }?.line }
      return Side(path: leaf.path, title: leaf.title, each: each, sum: sum(each, counts: kinds.map(\.count)))
    }
  }

  private static func sum(_ each: [SpecificationLine?], counts: [Int]) -> SpecificationLine {
    let known = zip(each, counts).compactMap { line, count in line.map { (line: $0, count: count) } }
    var sum = known[0].line
    if sum.adds {
      sum.value = known.dropFirst().reduce(sum.value.times(known[0].count)) {
        $0 + $1.line.value.times($1.count)
      }
    } else if known.count > 1 {
      var shown: [Phrase] = []
      for phrase in known.compactMap(\.line.shown) where !shown.contains(phrase) { shown.append(phrase) }
      if !shown.isEmpty { sum.words = .joined(shown, separator: "; ") }
    }
    return sum
  }
}

extension SpecificationLine.Value {
  /// The value in a file.
  package var json: JSONValue {
    switch self {
    case .integer(let value): .optional(value)
    case .number(let value, _): .optional(value)
    case .band(let band, _):
      band.map { ["low": .number($0.low), "mid": .number($0.mid), "high": .number($0.high)] } ?? .null
    case .text(let text), .sentence(let text): .string(text)
    case .flag(let value): .optional(value)
    case .sentences(let sentences): .array(sentences.map { .string($0) })
    case .group(let lines): lines.map(SpecificationLine.json) ?? .null
    case .rows(let rows): .array(rows.map(SpecificationLine.json))
    case .kinds(let kinds): .array(kinds.map { SpecificationLine.json($0.lines) })
    }
  }

  /// The value for people; nil for what is not there and for what is no single value.
  fileprivate var shown: Phrase? {
    switch self {
    case .integer(let value): value.map { .grouped($0) }
    case .number(let value, let form): value.map { form.text($0) }
    case .band(let band, let form):
      band.map {
        let mid = form.text($0.mid)
        return $0.low == $0.high ? mid : "\(mid) (\(form.text($0.low)) to \(form.text($0.high)))"
      }
    case .text(let value): value.isEmpty ? Phrase.none : Phrase(word: value)
    case .flag(let value): value.map { $0 ? "yes" : "no" }
    case .sentence, .sentences, .group, .rows, .kinds: nil
    }
  }

  /// As many of it.
  fileprivate func times(_ count: Int) -> SpecificationLine.Value {
    switch self {
    case .integer(let value): .integer(value.map { $0 * count })
    case .number(let value, let form): .number(value.map { $0 * Double(count) }, form)
    default: self
    }
  }

  /// The sum of two counts or two numbers; not known where one is not.
  fileprivate static func + (a: SpecificationLine.Value, b: SpecificationLine.Value)
    -> SpecificationLine.Value
  {
    switch (a, b) {
    case (.integer(let first), .integer(let second)):
      .integer(first.flatMap { first in second.map { first + $0 } })
    case (.number(let first, let form), .number(let second, _)):
      .number(first.flatMap { first in second.map { first + $0 } }, form)
    default: a
    }
  }
}

extension SpecificationLine.Form {
  /// A number as people read it.
  fileprivate func text(_ value: Double) -> Phrase {
    switch self {
    case .decimals(let decimals): return .grouped(value, decimals: decimals)
    case .digits(let digits): return .rounded(value, digits: digits)
    case .percent(let decimals): return .percent(value, decimals: decimals)
    case .millionEUR: return .millionEUR(value)
    case .letters:
      for (scale, letter) in [(1e12, "T"), (1e9, "B"), (1e6, "M")] where value >= scale {
        return Phrase(numeral: NumberText.rounded(value / scale) + letter)
      }
      return .grouped(value)
    }
  }
}
