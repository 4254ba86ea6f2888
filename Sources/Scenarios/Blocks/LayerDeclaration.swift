// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// One `[layers.<name>]` table, in a layer pack or in a scenario.
struct LayerDeclaration {
  /// What a layer is for.
  private enum Role: String, CaseIterable {
    case sites
    case context
  }

  /// A derivation with the place where it stands.
  struct Placed {
    var derivation: LayerDerivation
    var origin: ConfigOrigin
  }

  /// The layer, its source resolved; nil where something needed is missing or wrong.
  var layer: LayerSource?
  /// Name under which it is declared.
  var name: String
  /// Table in which it stands.
  var table: ConfigTable
  /// Its derivations in order, without those that cannot be made out.
  var derivations: [Placed]

  /// Every declared layer of a table, in order of name.
  static func all(in table: ConfigTable, except keys: Set<String> = []) -> [LayerDeclaration] {
    table.keys.filter { !keys.contains($0) }.compactMap { name in
      guard table.entry(name)?.entries != nil else { return nil }
      return LayerDeclaration(table.table(name), name: name)
    }
  }

  private init(_ table: ConfigTable, name: String) {
    self.name = name
    self.table = table
    let source = table.node("source", .required, example: "\"substations.csv\"").flatMap { node in
      table.text("source", node, .path).map { FilePath.resolve($0, in: node.origin.folder) }
    }
    let crs = table.referenceCode("crs")
    // The role of a layer is for people who read the file.
    _ = table.choice("role", Role.self)
    let vintage = Self.vintage(table) ?? ""
    let refreshMonths = table.integer("refresh_months", .positive(upTo: 600))
    derivations = Self.derivations(table)
    var noColumns: [String: String] = [:]
    let pointColumns = table.pointColumns(beside: &noColumns)
    let noData = table.noData()
    let timeout = table.timeoutSeconds()
    var layer = LayerSource(
      name: name, source: source ?? "", layer: table.text("layer"), crsOverride: crs,
      title: table.text("title") ?? "", openOptions: OpenOptions.read(table),
      sourceName: table.text("source_name") ?? "", sourceURL: table.text("source_url") ?? "",
      licence: table.text("licence") ?? "", attribution: table.text("attribution") ?? "", vintage: vintage,
      refreshMonths: refreshMonths, coverage: Self.coverage(table), derivations: derivations.map(\.derivation)
    )
    layer.pointColumns = pointColumns
    layer.timeoutSeconds = timeout
    layer.noData = noData
    self.layer = source == nil ? nil : layer
    if refreshMonths != nil { Self.checkAge(vintage, table) }
  }

  /// Where the layer is complete: `covered_by` names layers, `covered_km` a distance from their features,
  /// `covered_nearest` whether the nearest of every place there is in the layer.
  private static func coverage(_ table: ConfigTable) -> LayerCoverage? {
    let sources = table.texts("covered_by", example: "[\"area.geojson\"]", .path).map {
      FilePath.resolve($0.text, in: $0.node.origin.folder)
    }
    let km = table.number("covered_km", .upTo(2_000))
    let holdsNearest = table.boolean("covered_nearest")
    guard !sources.isEmpty else {
      for (key, words) in [
        ("covered_km", "says how far around what the layer is complete, but not around what"),
        (
          "covered_nearest",
          "says what holds on the ground that the layer covers, but not which ground that is"
        ),
      ] {
        guard let node = table.node(key) else { continue }
        table.finding(key, node, words, hint: "add covered_by = [\"area.geojson\"], or take it out")
      }
      return nil
    }
    return LayerCoverage(sources: sources, km: km ?? 0, holdsNearest: holdsNearest ?? false)
  }

  /// A vintage is a text, but a plain year may do without quotes.
  private static func vintage(_ table: ConfigTable) -> String? {
    guard let node = table.node("vintage") else { return nil }
    table.shape?.add("vintage", .number(.any, isWhole: true))
    switch node.content {
    case .integer(let year): return String(year)
    case .date:
      table.finding("vintage", node, "must be a text, found a date", hint: "put it in quotes")
      return nil
    default: return table.text("vintage", node, mayBeEmpty: true)
    }
  }

  /// A layer that should be read again after some months must say from when they count.
  private static func checkAge(_ vintage: String, _ table: ConfigTable) {
    guard Vintage(vintage) == nil, let node = table.node("refresh_months") else { return }
    if let stated = table.node("vintage") {
      // What is no text at all was reported already.
      guard stated.text != nil || stated.bareText != nil || stated.number != nil else { return }
      table.finding(
        "vintage", stated,
        "'\(vintage)' is no year, month or day, so it is not known when the layer is out of date",
        hint: "write \"2026\", \"2026-07\" or \"2026-07-14\"", severity: .warning)
    } else {
      table.finding(
        "refresh_months", node, "has no vintage to count from", hint: "add vintage = \"2026-07\"",
        severity: .warning)
    }
  }

  private static func derivations(_ table: ConfigTable) -> [Placed] {
    if DerivationTable.probe(table) { return [] }
    return table.elements("derive").enumerated().compactMap { index, node in
      DerivationTable(layer: table, node: node, number: index + 1).read()
        .map { Placed(derivation: $0, origin: node.origin) }
    }
  }
}

extension ConfigTable {
  /// An authority code of a coordinate reference system, for example `EPSG:2154`, `IGNF:LAMB93` or
  /// `OGC:CRS84`.
  func referenceCode(_ key: String) -> String? {
    guard let node = node(key), let code = text(key, node, .reference) else { return nil }
    let parts = code.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), parts[0].allSatisfy(\.isLetter) {
      let mayHoldLetters = parts[0].uppercased() != "EPSG"
      if parts[1].allSatisfy({ $0.isNumber || $0 == "+" || mayHoldLetters && ($0.isLetter || $0 == "_") }) {
        return code
      }
    }
    finding(key, node, "is '\(code)'", hint: "write an authority code such as \"EPSG:2154\"")
    return nil
  }
}
