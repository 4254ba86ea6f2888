// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// What the tables of several indicators have in common.
extension ConfigTable {
  /// Names that every row of the site table has already, so that no attribute can take them.
  private static let taken: Set = ["id", "name", "longitude", "latitude"]

  /// The name of a site attribute that takes what is derived.
  func attribute(_ key: String, _ need: Need = .optional, example: String = "\"my_attribute\"") -> String? {
    node(key, need, example: example).flatMap { attribute(key, $0) }
  }

  /// The name of a site attribute, of a value that was already looked at.
  ///
  /// - Parameter beside: Attributes of the same derivation; `x_basis` may stand beside `x`, to say what its
  ///   values rest on.
  func attribute(_ key: String, _ node: ConfigNode, beside: Set<String> = []) -> String? {
    if isProbe { return text(key, node, .attribute) }
    if node.text == nil, node.bareText == nil {
      finding(
        key, node, "must be a text in quotes, found \(node.kind)",
        hint: "it names the site attribute that takes the value")
      return nil
    }
    guard let name = text(key, node) else { return nil }
    if Self.taken.contains(name) {
      finding(key, node, "'\(name)' is a column that every site has", hint: "give the attribute another name")
      return nil
    }
    let suffix = BasisColumns.suffix
    if name.hasSuffix(suffix), !beside.contains(String(name.dropLast(suffix.count))) {
      finding(
        key, node, "'\(name)' ends in '_basis', which says what another attribute rests on",
        hint: "give the attribute another name")
      return nil
    }
    if name.contains(where: \.isNewline) {
      finding(key, node, "the name of an attribute holds no line break")
      return nil
    }
    return name
  }

  /// `fields = { layer_field = "attribute" }` with `units = { attribute = "km" }`, in order of attribute.
  ///
  /// - Parameters:
  ///   - key: The key of the fields.
  ///   - fixed: Attributes of other keys whose unit cannot be chosen, with that unit; empty where they have
  ///     none. They may stand among the units, but only with it.
  func mappings(
    _ key: String = "fields", _ need: Need = .optional, fixed: [(name: String, unit: String)] = []
  )
    -> [FieldMapping]
  {
    guard let node = node(key, need, example: "{ layer_field = \"my_attribute\" }") else {
      checkUnits([], of: key, fixed: fixed)
      return []
    }
    let table = table(key)
    if node.entries?.isEmpty == true {
      finding(key, node, "names no field", hint: "write \(key) = { layer_field = \"my_attribute\" }")
    }
    let beside = Set(table.keys.compactMap { table.entry($0)?.text })
    let mapped = table.keys.compactMap { field in
      table.node(field).flatMap { table.attribute(field, $0, beside: beside) }
        .map { FieldMapping(field: field, attribute: $0) }
    }
    let units = checkUnits(mapped.map(\.attribute), of: key, fixed: fixed)
    return mapped.map { mapping in
      FieldMapping(field: mapping.field, attribute: mapping.attribute, unit: units[mapping.attribute] ?? "")
    }
    .sorted { ($0.attribute, $0.field) < ($1.attribute, $1.field) }
  }

  /// The units of attributes; each must be of one that the derivation gives.
  @discardableResult
  private func checkUnits(
    _ attributes: [String], of key: String, fixed: [(name: String, unit: String)]
  ) -> [String: String] {
    guard node("units") != nil else { return [:] }
    let units = table("units")
    var found: [String: String] = [:]
    for attribute in units.keys {
      guard let node = units.node(attribute) else { continue }
      let unit = units.text(attribute, node, mayBeEmpty: true)
      if attributes.contains(attribute) {
        found[attribute] = unit
      } else if let own = fixed.first(where: { $0.name == attribute }) {
        guard let unit, unit != own.unit else { continue }
        let words =
          own.unit == "km"
          ? "is a distance, which is in km" : own.unit.isEmpty ? "has no unit" : "is in \(own.unit)"
        units.finding(attribute, node, words)
      } else {
        let near = nearestName(to: attribute, among: attributes)
        units.finding(
          attribute, node, "is no attribute of '\(key)'", hint: near.map { "did you mean '\($0)'?" } ?? "")
      }
    }
    return found
  }

  /// A radius or distance in km, above zero.
  func kilometres(_ key: String, _ need: Need = .optional, upTo highest: Double = 2_000) -> Double? {
    number(key, .positive(upTo: highest), need)
  }

  /// The number of a raster band, from 1; nil where none is stated, and the first is read.
  func band() -> Int? { integer("band", .from(1, to: 65_535)) }

  /// The tables of a list under a key; anything else is a finding.
  func tables(_ key: String, example: String) -> [ConfigTable] {
    guard let node = node(key) else { return [] }
    if let tables = tables(key, node) { return tables }
    finding(key, node, "must be a list of tables, found \(node.kind)", hint: "write \(key) = [\(example)]")
    return []
  }
}
