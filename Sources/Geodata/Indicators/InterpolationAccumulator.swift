// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Glibc
import Quantities
import Sites

/// Values interpolated between the nearest stations by inverse distance (D. Shepard, A two-dimensional
/// interpolation function for irregularly-spaced data, Proc. 23rd ACM National Conference, 1968), each first
/// brought to the elevation of the site.
final class InterpolationAccumulator: Accumulator {
  let needs: LayerNeeds
  private let settings: InterpolationIndicator
  private let input: IndicatorInput
  /// Nearest stations with a value, field by field.
  private var lists: [NeighbourLists]
  private var rows: [KeptRows]

  init(_ settings: InterpolationIndicator, _ input: IndicatorInput) {
    self.settings = settings
    self.input = input
    needs = LayerNeeds(
      keyword: InterpolationIndicator.keyword, geometry: .points, fields: settings.fieldsRead,
      reachMetres: settings.maxKm.map { $0 * 1_000 })
    lists = settings.fields.map { _ in
      NeighbourLists(
        sites: input.sites.count, capacity: max(1, settings.neighbours),
        maxMetres: settings.maxKm.map { $0 * 1_000 })
    }
    rows = settings.fields.map { _ in KeptRows(fieldCount: settings.lapse == nil ? 1 : 2) }
  }

  func add(_ index: BatchIndex, slots: [Int]) throws {
    let batch = index.batch
    for (place, mapping) in settings.fields.enumerated() {
      let perKm = settings.lapse?.perKm[mapping.attribute]
      let mask = try (0..<batch.count).map { feature -> Bool in
        guard try hasNumber(batch, feature, slots[place], mapping.field) else { return false }
        guard perKm != nil, let lapse = settings.lapse else { return true }
        return try hasNumber(
          batch, feature, slots[settings.fields.count], lapse.stationElevationField)
      }
      try NeighbourSearch.search(index, input.sites, into: &lists[place], mask: mask, fromPoints: true)
      var kept = [slots[place]]
      if settings.lapse != nil { kept.append(slots[settings.fields.count]) }
      rows[place].update(from: index, slots: kept, lists[place], sites: input.sites.count)
    }
  }

  func finish() throws -> [SiteTable.Column] {
    try settings.fields.enumerated().map { place, mapping in
      let region = settings.maxKm.map { " within \(NumberText.plain($0)) km" } ?? ""
      let absent = SiteValue.missing("no station with \(mapping.field)\(region) in \(input.sourceText)")
      let perKm = settings.lapse?.perKm[mapping.attribute]
      let how = perKm.map { ", brought to the site's elevation by \(NumberText.plain($0)) per km" } ?? ""
      let source = "interpolated by inverse distance\(how): \(input.sourceText)"
      return try input.column(mapping.output) { site in
        guard lists[place].count(of: site) > 0 else { return absent }
        var elevation: Double?
        if perKm != nil, let lapse = settings.lapse {
          elevation = input.attributes[lapse.siteElevationAttribute]?.values[site].number
          guard elevation != nil else {
            return .missing("the site has no \(lapse.siteElevationAttribute) to correct for")
          }
        }
        let value = try interpolated(place, site, perKm: perKm ?? 0, siteElevation: elevation)
        return input.derived(value, source: source)
      }
    }
  }

  /// How far from a site stations were looked for, in metres: as far as the farthest that takes part where
  /// there are enough.
  func farthestMetres(of site: Int) -> Double {
    let limit = settings.maxKm.map { $0 * 1_000 } ?? .infinity
    return lists.reduce(0) { farthest, list in
      let count = list.count(of: site)
      return max(farthest, count == list.capacity ? list.square(site, count - 1).squareRoot() : limit)
    }
  }

  /// The weighted mean of a site's stations; the first station's value where the site lies on it.
  private func interpolated(
    _ place: Int, _ site: Int, perKm: Double, siteElevation: Double?
  ) throws -> Double {
    let list = lists[place]
    let nearest = list.square(site, 0)
    var weights = CompensatedSum()
    var weighted = CompensatedSum()
    for rank in 0..<list.count(of: site) {
      let ordinal = list.ordinal(site, rank)
      var value = try number(rows[place].value(ordinal: ordinal, field: 0), settings.fields[place].field)
      if let siteElevation, let lapse = settings.lapse {
        let station = try number(rows[place].value(ordinal: ordinal, field: 1), lapse.stationElevationField)
        value += perKm * (siteElevation - station) / 1_000
      }
      if nearest == 0 { return value }
      // Distances in units of the nearest one, so that no power overflows.
      let weight = pow(nearest / list.square(site, rank), settings.power / 2)
      weights.add(weight)
      weighted.add(weight * value)
    }
    return weighted.value / weights.value
  }

  private func number(_ value: FieldValue?, _ field: String) throws -> Double {
    try value.flatMap { try input.number($0, field: field, of: nil) } ?? 0
  }

  private func hasNumber(
    _ batch: FeatureBatch, _ feature: Int, _ slot: Int, _ field: String
  ) throws -> Bool {
    try input.number(batch.value(feature, slot), field: field, of: batch.name(of: feature)) != nil
  }
}
