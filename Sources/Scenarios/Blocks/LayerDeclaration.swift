// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Siting

/// One `[layers.<name>]` table, in a layer pack or in a scenario.
struct LayerDeclaration {
  /// What a layer is for.
  private enum Role: String, CaseIterable {
    case sites
    case context
  }

  /// The layer, its source resolved; nil where something needed is missing or wrong.
  var layer: LayerSource?
  /// Name under which it is declared.
  var name: String
  /// Table in which it stands.
  var table: ConfigTable

  /// Every declared layer of a table, in order of name.
  static func all(in table: ConfigTable, except keys: Set<String> = []) -> [LayerDeclaration] {
    table.keys.filter { !keys.contains($0) }.compactMap { name in
      guard table.entry(name)?.entries != nil else { return nil }
      let own = table.table(name)
      return LayerDeclaration(layer: read(own, name: name), name: name, table: own)
    }
  }

  private static func read(_ table: ConfigTable, name: String) -> LayerSource? {
    let source = table.node("source", .required, example: "\"substations.csv\"").flatMap { node in
      table.text("source", node).map { FilePath.resolve($0, in: node.origin.folder) }
    }
    let crs = table.text("crs")
    if let crs, let node = table.node("crs"), !isAuthorityCode(crs) {
      table.finding("crs", node, "is '\(crs)'", hint: "write an authority code such as \"EPSG:2154\"")
    }
    // The address of the source and the role of a layer are for people who read the file.
    _ = table.text("source_url")
    _ = table.choice("role", Role.self)
    let layer = LayerSource(
      name: name, source: source ?? "", layer: table.text("layer"), crsOverride: crs,
      title: table.text("title") ?? "", sourceName: table.text("source_name") ?? "",
      licence: table.text("licence") ?? "", attribution: table.text("attribution") ?? "",
      vintage: vintage(table) ?? "",
      refreshMonths: table.integer("refresh_months", .positive(upTo: 600)), derivations: derivations(table))
    return source == nil ? nil : layer
  }

  /// A vintage is a text, but a plain year may do without quotes.
  private static func vintage(_ table: ConfigTable) -> String? {
    guard let node = table.node("vintage") else { return nil }
    if case .integer(let year) = node.content { return String(year) }
    return table.text("vintage", node, mayBeEmpty: true)
  }

  private static func isAuthorityCode(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && Int(parts[1]) != nil
  }

  private static func derivations(_ table: ConfigTable) -> [LayerDerivation] {
    guard let node = table.node("derive") else { return [] }
    guard case .array(let nodes) = node.content, nodes.allSatisfy({ $0.entries != nil }) else {
      let header = ConfigPath.text(table.path + ["derive"])
      table.finding(
        "derive", node, "must be a list of tables, found \(node.kind)",
        hint: "write each under its own [[\(header)]]")
      return []
    }
    return nodes.enumerated().compactMap { index, node in
      derivation(table.subtable("derive", node, number: index + 1))
    }
  }

  private static func derivation(_ table: ConfigTable) -> LayerDerivation? {
    let indicator = table.choice("indicator", LayerDerivation.Indicator.self, .required)
    let filter = table.text("where")
    guard let indicator else {
      for key in ["distance_km", "fields", "units", "value", "unit", "tolerance_km"] { _ = table.node(key) }
      return nil
    }
    var derivation = LayerDerivation(indicator: indicator, filter: filter)
    switch indicator {
    case .nearest:
      derivation.distanceAttribute = table.text("distance_km")
      derivation.fields = fields(table, distance: derivation.distanceAttribute)
      if derivation.distanceAttribute == nil, derivation.fields.isEmpty {
        table.noteMissing("distance_km", hint: "or fields: 'nearest' must give a distance or fields")
      }
    case .within:
      derivation.fields = fields(table)
      derivation.toleranceKm = table.number("tolerance_km", .upTo(500)) ?? 0
      if table.node("fields") == nil {
        table.noteMissing("fields", hint: "'within' gives fields of the polygon")
      }
    case .rasterValue:
      derivation.valueAttribute = table.text("value", .required, example: "\"elevation_m\"")
      derivation.valueUnit = table.text("unit") ?? ""
    }
    return derivation
  }

  /// `fields = { layer_field = "attribute" }` with `units = { attribute = "km" }`, in order of attribute. The attribute that takes the
  /// distance may stand among the units, but only in km.
  private static func fields(
    _ table: ConfigTable, distance: String? = nil
  ) -> [LayerDerivation.FieldMapping] {
    let fields = table.table("fields")
    let mapped = fields.keys.compactMap { field in
      fields.text(field).map { LayerDerivation.FieldMapping(field: field, attribute: $0) }
    }
    let units = table.table("units")
    for attribute in units.keys where !mapped.contains(where: { $0.attribute == attribute }) {
      guard let node = units.node(attribute) else { continue }
      if attribute == distance {
        if units.text(attribute) != "km" { units.finding(attribute, node, "is a distance, which is in km") }
        continue
      }
      let near = nearestName(to: attribute, among: mapped.map(\.attribute))
      units.finding(
        attribute, node, "is no attribute of 'fields'", hint: near.map { "did you mean '\($0)'?" } ?? "")
    }
    return mapped.map { mapping in
      var mapping = mapping
      mapping.unit = units.text(mapping.attribute) ?? ""
      return mapping
    }
    .sorted { ($0.attribute, $0.field) < ($1.attribute, $1.field) }
  }

  /// Site attributes that the layer gives, with the key that names each.
  var attributes: [(name: String, derivation: Int)] {
    (layer?.derivations ?? []).enumerated().flatMap { index, derivation in
      ([derivation.distanceAttribute, derivation.valueAttribute].compactMap { $0 }
        + derivation.fields.map(\.attribute)).map { ($0, index) }
    }
  }
}
