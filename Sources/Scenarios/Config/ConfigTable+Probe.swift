// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A reader can be run without a file, to learn what it asks for: the table is then a probe. Every key is
/// there, every list has one element and every table of names one name, so that the reader goes on; what it
/// asks for is kept in `shape`.
extension ConfigTable {
  /// Whether this is no table of a file: every form that a value may have is to be asked for.
  var isProbe: Bool { shape != nil }

  /// A value that stands for any.
  static let probed = ConfigNode(
    .table([:]), origin: ConfigOrigin(file: "", position: nil), bareText: "probe")

  /// The tables of a list under a key, in a probe one for each word that another key of them may have; nil
  /// where this is no probe.
  func probes<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, by name: String, _ type: Choice.Type
  ) -> [ConfigTable]? {
    probes(key, by: name, words: type.allCases.map(\.rawValue))
  }

  /// The same for words that no enumeration holds.
  func probes(_ key: String, by name: String, words: [String]) -> [ConfigTable]? {
    shape.map { shape in
      shape.note(key)
      return words.map { ConfigTable(probing: shape.child(key, fixed: (name, $0))) }
    }
  }

  /// The values of a list; nil for anything else, which is for the caller to report.
  func list(_ key: String, _ node: ConfigNode) -> [ConfigNode]? {
    if let shape {
      shape.note(key) { $0.isList = true }
      return [Self.probed]
    }
    guard case .array(let nodes) = node.content else { return nil }
    return nodes
  }

  /// The tables of a list; nil for anything else, which is for the caller to report.
  func tables(_ key: String, _ node: ConfigNode) -> [ConfigTable]? {
    guard let nodes = list(key, node), nodes.allSatisfy({ $0.entries != nil }) else { return nil }
    return nodes.enumerated().map { subtable(key, $1, number: $0 + 1) }
  }

  /// The `schema` key, which is checked before a file is read.
  func schemaVersion() {
    _ = node("schema")
    shape?.note("schema") { $0.isRequired = true }
    shape?.add("schema", .version)
  }

  /// A number with its basis that is asked for in a probe.
  func probedQuantity(_ key: String, _ range: NumberRange, unit: String, _ form: KeyShape.QuantityForm)
    -> Double?
  {
    shape.map { shape in
      shape.add(key, .quantity(range, unit: unit, form))
      return range.example
    }
  }
}

extension NumberRange {
  /// A number of the range.
  var example: Double { contains(1) ? 1 : isBetweenEnds(lowest) ? lowest : highest }
}
