// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
import Quantities
import Sites

/// Fields of the polygon that contains each site, the first in file order; where none does, of the nearest
/// one within a tolerance.
final class WithinAccumulator: Accumulator {
  let needs: LayerNeeds
  private let settings: WithinIndicator
  private let input: IndicatorInput
  /// Nearest polygon of each site, at distance 0 where it contains it; never farther than the tolerance.
  private var lists: NeighbourLists
  private var rows: KeptRows

  init(_ settings: WithinIndicator, _ input: IndicatorInput) {
    self.settings = settings
    self.input = input
    let tolerance = max(0, settings.toleranceKm) * 1_000
    needs = LayerNeeds(
      keyword: WithinIndicator.keyword, geometry: .polygons, fields: settings.fieldsRead,
      reachMetres: tolerance)
    lists = NeighbourLists(sites: input.sites.count, capacity: 1, maxMetres: tolerance)
    rows = KeptRows(fieldCount: settings.fields.count)
  }

  func add(_ index: BatchIndex, slots: [Int]) throws {
    if settings.toleranceKm > 0 {
      try NeighbourSearch.search(index, input.sites, into: &lists, fromPoints: true)
    } else {
      var hits: [Int32] = []
      for site in 0..<input.sites.count {
        let place = input.sites.point(of: site)
        hits.removeAll(keepingCapacity: true)
        index.areas.tree.items(in: Bounds(x: place.x, y: place.y), into: &hits)
        hits.sort()
        for hit in hits {
          let feature = Int(index.areas.features[Int(hit)])
          guard index.contains(place.x, place.y, feature: feature) else { continue }
          lists.offer(site, square: 0, ordinal: index.batch.ordinal[feature])
          break
        }
      }
    }
    rows.update(from: index, slots: slots, lists, sites: input.sites.count)
  }

  func finish() throws -> [SiteTable.Column] {
    let outside = SiteValue.missing("in no polygon of \(input.sourceText)")
    let outputs = settings.outputs
    var columns: [SiteTable.Column] = []
    if settings.insideAttribute != nil {
      columns.append(
        input.column(outputs[0]) { site in
          SiteValue(
            .text(lists.count(of: site) > 0 ? "yes" : "no"), basis: .derived, source: source(of: site))
        })
    }
    for (place, mapping) in settings.fields.enumerated() {
      columns.append(
        try input.column(mapping.output) { site in
          guard lists.count(of: site) > 0 else { return outside }
          let value = rows.value(ordinal: lists.ordinal(site, 0), field: place)
          return try input.attribute(value, as: mapping, source: source(of: site))
        })
    }
    return columns
  }

  /// Whether a site lies in a polygon, and not merely near one.
  func isInside(_ site: Int) -> Bool { lists.count(of: site) > 0 && lists.square(site, 0) == 0 }

  /// Source of a site's value, which says when the site lies outside the polygon.
  private func source(of site: Int) -> String {
    guard lists.count(of: site) > 0, lists.square(site, 0) > 0 else { return input.sourceText }
    let kilometres = SignificantDigits.nine(lists.square(site, 0).squareRoot() / 1_000)
    return "\(input.sourceText); nearest polygon, \(kilometres) km away"
  }
}
