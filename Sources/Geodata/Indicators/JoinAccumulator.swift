// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites

/// Fields of the row whose key equals an attribute of the site. Keys are compared as texts; only rows that a
/// site asks for are kept.
final class JoinAccumulator: Accumulator {
  let needs: LayerNeeds
  private let settings: JoinIndicator
  private let input: IndicatorInput
  /// Key of each site; nil where the site has none.
  private let keys: [String?]
  private let wanted: Set<String>
  private var rows: [String: (name: String, values: [FieldValue])] = [:]
  private var duplicates: [String: [String]] = [:]
  /// Keys of the layer that are like one that a site asks for, by what they have in common; with whether they
  /// are numbers.
  private var near: [String: (key: String, isNumber: Bool)] = [:]
  private let wantedForms: Set<String>

  init(_ settings: JoinIndicator, _ input: IndicatorInput) {
    self.settings = settings
    self.input = input
    needs = LayerNeeds(keyword: JoinIndicator.keyword, geometry: .none, fields: settings.fieldsRead)
    keys = Self.keys(input.attributes[settings.siteKey]?.values ?? [])
    wanted = Set(keys.compactMap { $0 })
    wantedForms = Set(wanted.map(Self.form))
  }

  /// Values as texts; nil for those that are missing.
  private static func keys(_ values: [SiteValue]) -> [String?] {
    var keys: [String?] = []
    for value in values {
      switch value.content {
      case .text(let text): keys.append(text)
      case .number(let number): keys.append(NumberText.plain(number))
      case .missing: keys.append(nil)
      }
    }
    return keys
  }

  /// What keys have in common that differ in leading zeros, case, blanks or hyphens.
  private static func form(_ key: String) -> String {
    let plain = key.lowercased().filter { $0.isLetter || $0.isNumber }
    let trimmed = plain.drop { $0 == "0" }
    return trimmed.isEmpty ? plain : String(trimmed)
  }

  /// What tells a key of the layer from one that a site asks for.
  private static func difference(_ found: (key: String, isNumber: Bool), _ wanted: String) -> String {
    let what = found.isNumber ? "the number \(found.key)" : "'\(found.key)'"
    if found.key.lowercased() == wanted.lowercased() { return "\(what) for '\(wanted)' (case)" }
    let (one, other) = (found.key.filter { !$0.isWhitespace }, wanted.filter { !$0.isWhitespace })
    if one == other { return "\(what) for '\(wanted)' (blanks)" }
    if one.drop(while: { $0 == "0" }) == other.drop(while: { $0 == "0" }) {
      return "\(what) for '\(wanted)' (leading zero)"
    }
    return "\(what) for '\(wanted)'"
  }

  /// Keys that sites ask for and no row has, each once, in the order of the sites.
  private var unmet: [(site: Int, key: String)] {
    var seen: Set<String> = []
    return keys.enumerated().compactMap { site, key in
      guard let key, rows[key] == nil, seen.insert(key).inserted else { return nil }
      return (site, key)
    }
  }

  /// Keys of the layer that are like those that were not found, at most three.
  private var nearest: [String] {
    unmet.compactMap { _, key in near[Self.form(key)].map { Self.difference($0, key) } }.prefix(3).map { $0 }
  }

  var remarks: [String] {
    let asking = keys.compactMap { $0 }.count
    let without = keys.count - asking
    var said: [String] = []
    if without > 0 {
      said.append("\(without) of \(keys.count) sites have no \(settings.siteKey) to look up")
    }
    let missed = keys.compactMap { $0 }.filter { rows[$0] == nil }.count
    guard missed > 0, let first = unmet.first else { return said }
    let id = input.sites.shapes.ids[first.site]
    let hint = nearest.isEmpty ? "" : "; nearest keys: \(nearest.joined(separator: ", "))"
    let many =
      missed == asking ? "no site finds" : "\(missed) of \(asking) sites \(missed == 1 ? "finds" : "find") no"
    said.append(
      missed == asking
        ? "no site finds a row with its \(settings.siteKey), for example \(id): '\(first.key)'\(hint)"
        : "\(many) row, for example \(id): '\(first.key)'\(hint)")
    return said
  }

  func add(_ index: BatchIndex, slots: [Int]) throws {
    let batch = index.batch
    for feature in 0..<batch.count {
      let value = batch.value(feature, slots[0])
      guard !value.isMissing else { continue }
      let key = value.text ?? value.wholeNumber.map { "\($0)" } ?? "\(value)"
      guard wanted.contains(key) else {
        let form = Self.form(key)
        if wantedForms.contains(form), near[form] == nil { near[form] = (key, value.text == nil) }
        continue
      }
      let name = batch.name(of: feature)
      if let first = rows[key] {
        duplicates[key, default: [first.name]].append(name)
      } else {
        rows[key] = (name, slots.dropFirst().map { batch.value(feature, $0) })
      }
    }
  }

  func finish() throws -> [SiteTable.Column] {
    if !duplicates.isEmpty {
      throw InputFailure(
        findings: duplicates.sorted { $0.key < $1.key }.map { key, names in
          let others = names.count > 2 ? " and \(names.count - 2) more" : ""
          return input.access.finding(
            "\(names[0]) and \(names[1])\(others) have the same \(settings.layerKey) '\(key)', and a site asks for it; "
              + "keep one of them, for example with where")
        })
    }
    // Keys that are all but the same are one mistake in all of them, not a table about other places.
    if !wanted.isEmpty, rows.isEmpty, !nearest.isEmpty {
      throw input.access.failure(
        "no site finds a row with its \(settings.siteKey) as \(settings.layerKey); nearest keys: \(nearest.joined(separator: ", ")); "
          + "write the keys alike, codes as texts")
    }
    let keyless = SiteValue.missing("the site has no \(settings.siteKey) to look up")
    return try settings.fields.enumerated().map { place, mapping in
      try input.column(mapping.output) { site in
        guard let key = keys[site] else { return keyless }
        guard let row = rows[key] else {
          return .missing("no row with \(settings.layerKey) '\(key)' in \(input.sourceText)")
        }
        return try input.attribute(row.values[place], as: mapping, source: input.sourceText)
      }
    }
  }
}
