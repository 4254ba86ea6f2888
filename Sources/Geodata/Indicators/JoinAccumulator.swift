// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import GDAL
import Siting

/// Fields of the row whose key equals an attribute of the site. Keys are compared as texts; only rows that a site asks for are kept.
final class JoinAccumulator: Accumulator {
  let needs: LayerNeeds
  private let settings: JoinIndicator
  private let input: IndicatorInput
  /// Key of each site; nil where the site has none.
  private let keys: [String?]
  private let wanted: Set<String>
  private var rows: [String: (name: String, values: [FieldValue])] = [:]
  private var duplicates: [String: [String]] = [:]

  init(_ settings: JoinIndicator, _ input: IndicatorInput) {
    self.settings = settings
    self.input = input
    needs = LayerNeeds(keyword: JoinIndicator.keyword, geometry: .none, fields: settings.fieldsRead)
    keys = Self.keys(input.attributes[settings.siteKey]?.values ?? [])
    wanted = Set(keys.compactMap { $0 })
  }

  /// Values as texts; nil for those that are missing.
  private static func keys(_ values: [SiteValue]) -> [String?] {
    var keys: [String?] = []
    for value in values {
      switch value.content {
      case .text(let text): keys.append(text)
      case .number(let number): keys.append(plain(number))
      case .missing: keys.append(nil)
      }
    }
    return keys
  }

  func add(_ index: BatchIndex, slots: [Int]) throws {
    let batch = index.batch
    for feature in 0..<batch.count {
      let value = batch.value(feature, slots[0])
      guard !value.isMissing else { continue }
      let key = value.text ?? value.wholeNumber.map { "\($0)" } ?? "\(value)"
      guard wanted.contains(key) else { continue }
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
      throw GeodataFailure(
        findings: duplicates.sorted { $0.key < $1.key }.map { key, names in
          let others = names.count > 2 ? " and \(names.count - 2) more" : ""
          return input.access.finding(
            "\(names[0]) and \(names[1])\(others) have the same \(settings.layerKey) '\(key)', and a site asks for it; "
              + "keep one of them, for example with where")
        })
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
