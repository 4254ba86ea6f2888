// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
import Quantities
import Sites

/// Number of features within a radius of each site, and sums of their fields.
final class CountAccumulator: Accumulator {
  let needs: LayerNeeds
  private let settings: CountIndicator
  private let input: IndicatorInput
  private let radius: Double
  private var counts: [Int]
  private var sums: [CompensatedSum]
  /// How many of a site's features have a value, sum by sum.
  private var addendCounts: [Int]
  /// Counted features without a value, by sum: how many, and the first three.
  private var gaps: [(count: Int, first: [String])]

  init(_ settings: CountIndicator, _ input: IndicatorInput) {
    self.settings = settings
    self.input = input
    radius = settings.radiusKm * 1_000
    needs = LayerNeeds(
      keyword: CountIndicator.keyword, geometry: .any, fields: settings.fieldsRead,
      reachMetres: settings.radiusKm * 1_000, needsFeatures: false)
    counts = [Int](repeating: 0, count: input.sites.count)
    sums = [CompensatedSum](repeating: CompensatedSum(), count: input.sites.count * settings.sums.count)
    addendCounts = [Int](repeating: 0, count: input.sites.count * settings.sums.count)
    gaps = settings.sums.map { _ in (0, []) }
  }

  func add(_ index: BatchIndex, slots: [Int]) throws {
    let addends = try settings.sums.indices.map { try numbers(of: $0, index.batch, slot: slots[$0]) }
    // The site that last counted a feature, so that one with many pieces counts once.
    var countedFor = [Int32](repeating: -1, count: index.batch.count)
    var hits: [Int32] = []
    var found: [Int32] = []
    var withGap = settings.sums.map { _ in Set<Int32>() }
    let sites = input.sites
    for site in 0..<sites.count {
      // Up to the first distance in the plane all lies within the radius on the ground, beyond the second
      // nothing.
      let ratio = sites.ground?.ratio(from: site, upTo: 1.1 * (radius + sites.extent(of: site)))
      let sure = radius * (ratio?.lowerBound ?? 1)
      let reach = radius * (ratio?.upperBound ?? 1)
      let box = sites.bounds[site].grown(by: reach)
      found.removeAll(keepingCapacity: true)
      func take(_ feature: Int32) {
        countedFor[Int(feature)] = Int32(site)
        found.append(feature)
      }
      if let area = sites.area(of: site) {
        for feature in Self.features(index, near: box, &hits) {
          let shape = try index.shape(of: Int(feature), in: sites.context)
          let metres = try area.distance(to: shape)
          guard metres <= reach else { continue }
          if metres > sure, let ground = sites.ground {
            let ends = try area.nearestPoints(to: shape)
            guard
              ground.metres(
                Coordinate(x: ends.own.x, y: ends.own.y), Coordinate(x: ends.other.x, y: ends.other.y))
                <= radius
            else { continue }
          }
          take(feature)
        }
      } else {
        let place = sites.point(of: site)
        hits.removeAll(keepingCapacity: true)
        index.tree.items(in: box, into: &hits)
        for hit in hits {
          let feature = index.pieces[Int(hit)].feature
          guard countedFor[Int(feature)] != Int32(site) else { continue }
          let square = index.squaredDistance(place.x, place.y, piece: Int(hit))
          guard square <= reach * reach else { continue }
          if square > sure * sure, let ground = sites.ground {
            let nearest = index.nearestPlace(place.x, place.y, piece: Int(hit))
            guard ground.metres(from: site, toX: nearest.x, y: nearest.y) <= radius else { continue }
          }
          take(feature)
        }
        if !index.isPoints {
          hits.removeAll(keepingCapacity: true)
          index.areas.tree.items(in: Bounds(x: place.x, y: place.y), into: &hits)
          for hit in hits {
            let feature = index.areas.features[Int(hit)]
            guard countedFor[Int(feature)] != Int32(site),
              index.contains(place.x, place.y, feature: Int(feature))
            else { continue }
            take(feature)
          }
        }
      }
      counts[site] += found.count
      guard !addends.isEmpty else { continue }
      // In file order, so that neither the tree nor the batches show in the last digit.
      found.sort()
      for (place, column) in addends.enumerated() {
        for feature in found {
          guard let number = column[Int(feature)] else {
            withGap[place].insert(feature)
            continue
          }
          sums[site * addends.count + place].add(number)
          addendCounts[site * addends.count + place] += 1
        }
      }
    }
    for (place, features) in withGap.enumerated() where !features.isEmpty {
      let names = features.sorted().prefix(3 - gaps[place].first.count).map { index.batch.name(of: Int($0)) }
      gaps[place] = (gaps[place].count + features.count, gaps[place].first + names)
    }
  }

  var remarks: [String] {
    zip(settings.sums, gaps).compactMap { mapping, gap in
      guard gap.count > 0 else { return nil }
      let more = gap.count > gap.first.count ? " and \(gap.count - gap.first.count) more" : ""
      return
        "\(mapping.attribute): \(gap.first.joined(separator: ", "))\(more) \(gap.count == 1 ? "has" : "have") no \(mapping.field) and "
        + "\(gap.count == 1 ? "is" : "are") left out of the sum"
    }
  }

  func finish() throws -> [SiteTable.Column] {
    let within = "within \(NumberText.plain(settings.radiusKm)) km: \(input.sourceText)"
    let outputs = settings.outputs
    var columns: [SiteTable.Column] = []
    if settings.countAttribute != nil {
      let source = "number " + within
      columns.append(input.column(outputs[0]) { input.derived(Double(counts[$0]), source: source) })
    }
    for (place, mapping) in settings.sums.enumerated() {
      let source = "sum of \(mapping.field) " + within
      columns.append(
        input.column(mapping.output) { site in
          let index = site * settings.sums.count + place
          // A sum of nothing but gaps is not zero.
          guard addendCounts[index] > 0 || counts[site] == 0 else {
            return .missing("none of the \(counts[site]) features \(within) has a \(mapping.field)")
          }
          return input.derived(sums[index].value, source: source)
        })
    }
    return columns
  }

  /// A field of all features as numbers; nil where there is none.
  private func numbers(of place: Int, _ batch: FeatureBatch, slot: Int) throws -> [Double?] {
    let field = settings.sums[place].field
    return try (0..<batch.count).map { feature in
      try input.number(batch.value(feature, slot), field: field, of: batch.name(of: feature))
    }
  }

  /// Features with a piece or a polygon near enough to look at, ascending.
  private static func features(_ index: BatchIndex, near box: Bounds, _ hits: inout [Int32]) -> [Int32] {
    hits.removeAll(keepingCapacity: true)
    index.tree.items(in: box, into: &hits)
    var features = Set(hits.map { index.pieces[Int($0)].feature })
    hits.removeAll(keepingCapacity: true)
    index.areas.tree.items(in: box, into: &hits)
    for hit in hits { features.insert(index.areas.features[Int(hit)]) }
    return features.sorted()
  }
}

/// A sum whose rounding errors are carried along (Neumaier), so that the order of the addends does not show.
struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  /// Adds a number.
  mutating func add(_ number: Double) {
    let next = sum + number
    lost += sum.magnitude >= number.magnitude ? (sum - next) + number : (number - next) + sum
    sum = next
  }

  /// The sum.
  var value: Double { sum + lost }
}
