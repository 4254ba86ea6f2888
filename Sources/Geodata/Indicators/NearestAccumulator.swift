// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// Distance in km to the nearest feature or features, and fields of each. Serves `nearest` and `k_nearest`,
/// which differ in how many they want and in the names of their columns.
final class NearestAccumulator: Accumulator {
  let needs: LayerNeeds
  private let input: IndicatorInput
  private let distanceAttribute: String?
  private let fields: [FieldMapping]
  private let outputs: [DerivedAttribute]
  private let maxKm: Double?
  private var lists: NeighbourLists
  private var rows: KeptRows

  convenience init(_ settings: NearestIndicator, _ input: IndicatorInput) {
    self.init(
      input, settings, keyword: NearestIndicator.keyword, distance: settings.distanceAttribute,
      fields: settings.fields, maxKm: settings.maxKm, count: 1)
  }

  convenience init(_ settings: NeighboursIndicator, _ input: IndicatorInput) {
    self.init(
      input, settings, keyword: NeighboursIndicator.keyword, distance: settings.distanceAttribute,
      fields: settings.fields, maxKm: settings.maxKm, count: max(1, settings.count))
  }

  private init(
    _ input: IndicatorInput, _ settings: some IndicatorSettings, keyword: String, distance: String?,
    fields: [FieldMapping], maxKm: Double?, count: Int
  ) {
    self.input = input
    distanceAttribute = distance
    self.fields = fields
    outputs = settings.outputs
    self.maxKm = maxKm
    let reach = maxKm.map { $0 * 1_000 }
    needs = LayerNeeds(keyword: keyword, geometry: .any, fields: settings.fieldsRead, reachMetres: reach)
    lists = NeighbourLists(sites: input.sites.count, capacity: count, maxMetres: reach)
    rows = KeptRows(fieldCount: fields.count)
  }

  func add(_ index: BatchIndex, slots: [Int]) throws {
    try NeighbourSearch.search(index, input.sites, into: &lists)
    rows.update(from: index, slots: slots, lists, sites: input.sites.count)
  }

  func finish() throws -> [SiteTable.Column] {
    let distanceSource = "distance to " + input.sourceText
    var columns: [SiteTable.Column] = []
    for rank in 0..<lists.capacity {
      let absent = SiteValue.missing(reasonForAbsence(rank: rank))
      if distanceAttribute != nil {
        columns.append(
          input.column(outputs[columns.count]) { site in
            guard rank < lists.count(of: site) else { return absent }
            return input.derived(
              lists.square(site, rank).squareRoot() / 1_000, source: distanceSource)
          })
      }
      for (place, mapping) in fields.enumerated() {
        columns.append(
          try input.column(outputs[columns.count]) { site in
            guard rank < lists.count(of: site) else { return absent }
            let value = rows.value(ordinal: lists.ordinal(site, rank), field: place)
            return try input.attribute(value, as: mapping, source: input.sourceText)
          })
      }
    }
    return columns
  }

  /// How far from a site a neighbour was looked for, in metres: up to its distance, or up to the limit where
  /// there is none.
  func metresLooked(_ site: Int, rank: Int) -> Double {
    rank < lists.count(of: site)
      ? lists.square(site, rank).squareRoot() : maxKm.map { $0 * 1_000 } ?? .infinity
  }

  private func reasonForAbsence(rank: Int) -> String {
    let region = maxKm.map { " within \(NumberText.plain($0)) km" } ?? ""
    return rank == 0
      ? "none\(region) in \(input.sourceText)" : "fewer than \(rank + 1)\(region) in \(input.sourceText)"
  }
}
