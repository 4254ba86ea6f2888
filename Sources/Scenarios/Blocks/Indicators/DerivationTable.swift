// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// One `[[layers.NAME.derive]]` table: which indicator it asks for, the filter, and the indicator's own keys.
struct DerivationTable {
  /// The keys of every derivation.
  private static let common = ["indicator", "where"]

  /// The table of the layer.
  var layer: ConfigTable
  /// The element of its `derive` list.
  var node: ConfigNode
  /// Which element it is, from 1.
  var number: Int

  /// The derivation; nil where something needed is missing or wrong.
  func read() -> LayerDerivation? {
    guard let type = type() else { return nil }
    return Self.read(layer.subtable("derive", withoutKeysOfOthers(type), number: number), type)
  }

  /// Asks for the keys of every indicator where the layer is a probe.
  ///
  /// - Returns: Whether it is.
  static func probe(_ layer: ConfigTable) -> Bool {
    let types = IndicatorCatalogue.all
    guard let tables = layer.probes("derive", by: "indicator", words: types.map { $0.keyword }) else {
      return false
    }
    for (type, table) in zip(types, tables) { _ = read(table, type) }
    layer.shape?.note("derive") { $0.isList = true }
    return true
  }

  private static func read(_ table: ConfigTable, _ type: any DeclaredIndicator.Type) -> LayerDerivation? {
    _ = table.node("indicator", .required, example: "")
    table.shape?.add("indicator", .text(.words([type.keyword])))
    let filter = filter(table, type)
    guard let indicator = type.read(table) else { return nil }
    return LayerDerivation(indicator, filter: filter)
  }

  /// The indicator that is asked for. Without one no key can be held against it, so that only those of no
  /// indicator at all are reported.
  private func type() -> (any DeclaredIndicator.Type)? {
    let names = IndicatorCatalogue.all.map { $0.keyword }
    if let text = node.entries?["indicator"]?.text,
      let type = IndicatorCatalogue.all.first(where: { $0.keyword == text })
    {
      return type
    }
    let table = layer.subtable("derive", node, number: number)
    for key in IndicatorCatalogue.keys + ["where"] { _ = table.node(key) }
    if let text = table.text("indicator", .required, example: "\"nearest\""),
      let node = table.node("indicator")
    {
      table.finding("indicator", node, "is '\(text)'", hint: ConfigTable.choiceHint(text, names))
    }
    return nil
  }

  private static func filter(_ table: ConfigTable, _ type: any DeclaredIndicator.Type) -> String? {
    if table.isProbe, type.readsRaster { return nil }
    guard let node = table.node("where") else { return nil }
    if type.readsRaster {
      table.finding(
        "where", node, "'\(type.keyword)' reads a raster, which has no features to filter",
        hint: "leave it out")
      return nil
    }
    guard let text = table.text("where", node, mayBeEmpty: true), !text.isEmpty else { return nil }
    do throws(FeatureFilter.Fault) {
      return try FeatureFilter(text).text
    } catch {
      table.finding(
        "where", node, "cannot be understood at character \(error.column): \(error.message)", hint: error.hint
      )
      return nil
    }
  }

  /// The table without keys that only other indicators take; each of those is a finding that names them.
  private func withoutKeysOfOthers(_ type: any DeclaredIndicator.Type) -> ConfigNode {
    guard var entries = node.entries else { return node }
    let keys = IndicatorCatalogue.keys(of: type)
    for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
      let owners = IndicatorCatalogue.keywords(taking: key)
      guard !keys.contains(key), !Self.common.contains(key), !owners.isEmpty else { continue }
      entries[key] = nil
      layer.log.add(
        at: value.origin, path: layer.path + ["derive", String(number), key],
        "is a key of \(Self.list(owners)), not of '\(type.keyword)'",
        hint: "\(type.keyword) takes \(keys.joined(separator: ", "))")
    }
    return ConfigNode(.table(entries), origin: node.origin)
  }

  private static func list(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }
}
