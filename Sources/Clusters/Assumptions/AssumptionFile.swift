// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
package import Quantities

/// The figures of a set as its file in the program has them: for each key its meaning, value, unit, band,
/// range, basis and source. It is read once, when the set is first needed.
package struct AssumptionFile<Root: AssumptionSet>: Sendable {
  /// Name of the set.
  package let name: String
  /// Every figure, in the order in which they are listed.
  package let fields: [Field<Root>]
  /// The set with the figures of the file.
  package let defaults: Root
  /// What the file and the list of places do not agree in; empty in a sound program.
  package let faults: [String]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - name: Name of the set.
  ///   - bytes: The file, TOML: a table a figure.
  ///   - paths: Where each figure is kept, under its key.
  package init(
    _ name: String, _ bytes: [UInt8],
    _ paths: KeyValuePairs<String, any WritableKeyPath<Root, Quantity> & Sendable>
  ) {
    var fields: [Field<Root>] = []
    var defaults = Root(unread: ())
    var faults: [String] = []
    var tables: [TOMLValue.Member] = []
    do {
      tables = try TOMLValue(document: bytes).members ?? []
    } catch {
      faults = error.faults.map { "line \($0.place.line): \($0.message)" }
    }
    for table in tables where !paths.contains(where: { $0.key == table.key }) {
      faults.append("'\(table.key)' has no place")
    }
    for (key, path) in paths {
      guard let table = tables.first(where: { $0.key == key }) else {
        faults.append("'\(key)' is not in the file")
        continue
      }
      let entry = AssumptionEntry(table.value)
      faults += entry.faults.map { "'\(key)': \($0)" }
      fields.append(
        Field(
          key, path, unit: entry.figure.unit, entry.range, required: false, whole: entry.isWhole,
          price: entry.isPrice, meaning: entry.meaning, formerly: entry.formerNames))
      defaults[keyPath: path] = entry.figure
    }
    self.name = name
    self.fields = fields
    self.defaults = defaults
    self.faults = faults
  }
}

/// A figure as a file has it.
private struct AssumptionEntry {
  var figure = Quantity.unread
  var range = NumberRange.upTo(0)
  var isWhole = false
  /// Whether it moves with the level of prices; by its unit where nil.
  var isPrice: Bool?
  var meaning = ""
  var formerNames: [String] = []
  var faults: [String] = []

  init(_ table: TOMLValue) {
    for member in table.members ?? [] {
      let value = member.value
      switch (member.key, value.number, value.text) {
      case ("value", let number?, _): figure.value = number
      case ("low", let number?, _): figure.low = number
      case ("high", let number?, _): figure.high = number
      case ("unit", _, let text?): figure.unit = text
      case ("source", _, let text?): figure.source = text
      case ("formerly", _, let text?): formerNames = [text]
      case ("meaning", _, let text?): meaning = text
      case ("basis", _, let text?):
        if let basis = Basis(rawValue: text) { figure.basis = basis } else { faults.append("basis \(text)") }
      case ("whole", _, _): isWhole = value.content == .boolean(true)
      case ("price", _, _): isPrice = value.content == .boolean(true)
      case ("range", _, _):
        let ends = (value.elements ?? []).compactMap(\.number)
        if ends.count == 2, ends[0] <= ends[1] {
          range = .from(ends[0], to: ends[1])
        } else {
          faults.append("no range")
        }
      default: faults.append("\(member.key) is no part of a figure")
      }
    }
  }
}

extension TOMLValue {
  /// The number, whole or not; nil for anything else.
  fileprivate var number: Double? {
    switch content {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
}

extension Quantity {
  /// What stands in place of a figure that no file has; no sizing takes it.
  static let unread = Quantity(.nan, unit: "", basis: .estimated, source: "")
}
