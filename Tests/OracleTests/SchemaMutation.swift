// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities
import Sites

@testable import Scenarios

/// A file with one thing changed in it, and whether it is then to be refused.
struct SchemaMutation {
  /// What was changed, with its key path.
  var label: String
  var tree: ConfigNode
  /// Whether it is refused; a value at the end of its range is not.
  var isRefused: Bool

  /// Every mutation of a file whose keys are known.
  static func all(of tree: ConfigNode, _ shape: TableShape) -> [SchemaMutation] {
    var maker = Maker()
    maker.table(tree, shape, "") { $0 }
    return maker.made
  }

  private struct Maker {
    var made: [SchemaMutation] = []

    mutating func table(
      _ node: ConfigNode, _ shape: TableShape, _ path: String, _ whole: (ConfigNode) -> ConfigNode
    ) {
      guard let entries = node.entries else { return }
      func with(_ key: String, _ value: ConfigNode) -> ConfigNode {
        whole(ConfigNode(.table(entries.merging([key: value]) { $1 }), origin: node.origin))
      }
      if shape.entries[TableShape.anyName] == nil {
        made.append(
          SchemaMutation(
            label: "\(path)zzz unknown", tree: with("zzz", Self.node(.integer(1))), isRefused: true))
      }
      for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
        let isYear = Int(key) != nil && shape.entries[TableShape.anyYear] != nil
        let entry =
          shape.entries[key] ?? shape.entries[isYear ? TableShape.anyYear : TableShape.anyName]
        guard let entry, !entry.forms.isEmpty else { continue }
        self.value(value, entry, "\(path)\(key)") { with(key, $0) }
      }
    }

    private mutating func value(
      _ node: ConfigNode, _ entry: TableShape.Entry, _ path: String, _ whole: (ConfigNode) -> ConfigNode
    ) {
      func add(_ what: String, _ content: ConfigNode.Content, isRefused: Bool) {
        made.append(
          SchemaMutation(label: "\(path) \(what)", tree: whole(Self.node(content)), isRefused: isRefused))
      }
      if !entry.forms.contains(where: { if case .boolean = $0 { true } else { false } }) {
        add("true", .boolean(true), isRefused: true)
      } else if entry.forms.count == 1 {
        add("text", .text("zzz"), isRefused: true)
      }
      if case .array(let nodes) = node.content {
        guard entry.isList, let first = nodes.first else { return }
        if entry.isUnique { add("twice", .array(nodes + [first]), isRefused: true) }
        if entry.isNeverEmpty { add("empty", .array([]), isRefused: true) }
        var element = entry
        element.isList = false
        for (index, one) in nodes.enumerated() {
          value(one, element, "\(path)[\(index)]") { changed in
            var all = nodes
            all[index] = changed
            return whole(Self.node(.array(all)))
          }
        }
        return
      }
      for form in entry.forms {
        switch form {
        case .quantity(let range, _, let written, let isWhole):
          // A table of years is another form of the same key.
          guard node.number != nil || node.isFigure else { continue }
          number(range, isWhole: isWhole, add) { number in
            guard written == .table || node.isFigure, var parts = node.entries else { return number }
            // The ends of the band would not fit the value any more.
            (parts["low"], parts["high"]) = (nil, nil)
            parts["value"] = Self.node(number)
            return .table(parts)
          }
        case .number(let range, let isWhole):
          if node.number != nil, range.highest < 1e30 { number(range, isWhole: isWhole, add) { $0 } }
        case .site(.number(let bounds, let excludesLowest, let isWhole, let list), unit: _):
          let range = NumberRange(
            lowest: bounds.lowerBound, highest: bounds.upperBound, isAboveLowest: excludesLowest)
          if list.isEmpty { number(range, isWhole: isWhole, add) { $0 } }
        case .site(.word, unit: _), .site(.countries, unit: _), .site(.departement, unit: _),
          .site(.powerSteps, unit: _):
          add("zzz", .text("zzz"), isRefused: true)
        case .text(.words): add("zzz", .text("zzz"), isRefused: true)
        case .text(.notEmpty), .text(.condition), .text(.path): add("empty", .text(""), isRefused: true)
        case .table(let table):
          let fits = table.fixed.map { node.entries?[$0.key]?.text == $0.word } ?? true
          if fits, !node.isFigure { self.table(node, table, path + ".", whole) }
        case .text, .boolean, .version, .site: continue
        }
      }
    }

    /// Numbers at the ends of a range and just beyond.
    private func number(
      _ range: NumberRange, isWhole: Bool, _ add: (String, ConfigNode.Content, Bool) -> Void,
      _ written: (ConfigNode.Content) -> ConfigNode.Content
    ) {
      func number(_ value: Double) -> ConfigNode.Content {
        written(Int(exactly: value).map { .integer($0) } ?? .number(value))
      }
      let step = max(1e-6, range.highest.magnitude * 1e-9)
      if range.isAboveLowest {
        add("at the excluded end", number(range.lowest), true)
      } else {
        add("at the lower end", number(range.lowest), false)
        add("below", number(range.lowest - (isWhole ? 1 : max(1e-6, range.lowest.magnitude * 1e-9))), true)
      }
      add("at the upper end", number(range.highest), false)
      add("above", number(range.highest + (isWhole ? max(1, step.rounded(.up)) : step)), true)
      if isWhole { add("fraction", number(range.lowest + 0.5), true) }
    }

    private static func node(_ content: ConfigNode.Content) -> ConfigNode {
      ConfigNode(content, origin: ConfigOrigin(file: "", position: nil))
    }
  }
}

extension JSONValue {
  /// What a file says, without places.
  init(_ node: ConfigNode) {
    switch node.content {
    case .table(let entries):
      self = .object(entries.sorted { $0.key < $1.key }.map { .init($0.key, JSONValue($0.value)) })
    case .array(let nodes): self = .array(nodes.map { JSONValue($0) })
    case .text(let text): self = .string(text)
    case .integer(let value): self = .integer(value)
    case .number(let value): self = .number(value)
    case .boolean(let value): self = .bool(value)
    case .date(let day): self = .string(day)
    }
  }
}
