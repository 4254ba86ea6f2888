// SPDX-License-Identifier: GPL-3.0-or-later

import GEOS
import Quantities
import Sites

/// Length of the layer's lines within a radius of each site; a line drawn twice counts twice.
final class LengthAccumulator: Accumulator {
  let needs: LayerNeeds
  private let settings: LengthIndicator
  private let input: IndicatorInput
  private let zones: [Zone]
  private var sums: [CompensatedSum]

  init(_ settings: LengthIndicator, _ input: IndicatorInput) throws {
    self.settings = settings
    self.input = input
    let radius = settings.radiusKm * 1_000
    needs = LayerNeeds(
      keyword: LengthIndicator.keyword, geometry: .lines, reachMetres: radius, needsFeatures: false)
    zones = try (0..<input.sites.count).map { try input.sites.zone(of: $0, bufferMetres: radius) }
    sums = [CompensatedSum](repeating: CompensatedSum(), count: input.sites.count)
  }

  func add(_ index: BatchIndex, slots: [Int]) throws {
    let batch = index.batch
    var hits: [Int32] = []
    for (site, zone) in zones.enumerated() {
      hits.removeAll(keepingCapacity: true)
      index.tree.items(in: zone.measuredBounds, into: &hits)
      // In file order, so that neither the tree nor the batches show in the last digit.
      hits.sort()
      for hit in hits {
        let piece = index.pieces[Int(hit)]
        let start = Int(piece.start)
        for place in start..<(start + max(0, Int(piece.count) - 1)) {
          let length = zone.length(
            batch.x[place] - zone.originX, batch.y[place] - zone.originY,
            batch.x[place + 1] - zone.originX, batch.y[place + 1] - zone.originY)
          if length > 0 { sums[site].add(length) }
        }
      }
    }
  }

  func finish() throws -> [SiteTable.Column] {
    let source = "length within \(NumberText.plain(settings.radiusKm)) km: \(input.sourceText)"
    return [
      input.column(settings.outputs[0]) {
        input.derived(sums[$0].value * zones[$0].groundRatio / 1_000, source: source)
      }
    ]
  }
}
