// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import GEOS
import Quantities
import Sites
import Synchronization

/// Share and area of a zone around each site that the layer's polygons cover; where they overlap, the ground
/// counts once.
final class CoverAccumulator: Accumulator {
  /// Edges kept for all sites together before those of each site are reduced to the outline of their union:
  /// some 150 MB.
  static let defaultEdgeLimit = 4_000_000

  let needs: LayerNeeds
  private let settings: CoverIndicator
  private let input: IndicatorInput
  private let zones: [Zone]
  private var edges: [CoverEdges]
  private var isCovered: [Bool]
  private var edgeCount = 0
  private var edgeLimit: Int

  init(_ settings: CoverIndicator, _ input: IndicatorInput, edgeLimit: Int = defaultEdgeLimit) throws {
    self.settings = settings
    self.input = input
    self.edgeLimit = edgeLimit
    let radius = settings.bufferKm.map { $0 * 1_000 }
    if radius == nil { try input.requireAreas(CoverIndicator.keyword) }
    needs = LayerNeeds(
      keyword: CoverIndicator.keyword, geometry: .polygons, reachMetres: radius ?? 0, needsFeatures: false)
    zones = try (0..<input.sites.count).map { try input.sites.zone(of: $0, bufferMetres: radius) }
    edges = [CoverEdges](repeating: CoverEdges(), count: zones.count)
    isCovered = [Bool](repeating: false, count: zones.count)
  }

  func add(_ index: BatchIndex, slots: [Int]) throws {
    var hits: [Int32] = []
    // The site that last found a piece of a feature's boundary near.
    var nearTo = [Int32](repeating: -1, count: index.batch.count)
    for (site, zone) in zones.enumerated() where !isCovered[site] {
      let box = zone.measuredBounds
      hits.removeAll(keepingCapacity: true)
      index.tree.items(in: box, into: &hits)
      for hit in hits where index.pieces[Int(hit)].isRing {
        nearTo[Int(index.pieces[Int(hit)].feature)] = Int32(site)
      }
      hits.removeAll(keepingCapacity: true)
      index.areas.tree.items(in: box, into: &hits)
      hits.sort()
      let before = edges[site].count
      for hit in hits {
        let feature = index.areas.features[Int(hit)]
        if nearTo[Int(feature)] == Int32(site) {
          edges[site].add(index, feature: Int(feature), zone: zone)
        } else if index.contains(zone.originX, zone.originY, feature: Int(feature)) {
          // No boundary near and one point inside: all of the zone is.
          isCovered[site] = true
          break
        }
      }
      if isCovered[site] { edges[site] = CoverEdges() }
      edgeCount += edges[site].count - before
    }
    if edgeCount > edgeLimit { reduce() }
  }

  func finish() throws -> [SiteTable.Column] {
    let covered = coveredAreas()
    let zone = settings.bufferKm.map { "\(NumberText.plain($0)) km around" } ?? "the site"
    let outputs = settings.outputs
    var columns: [SiteTable.Column] = []
    if settings.shareAttribute != nil {
      let source = "share of \(zone) covered: \(input.sourceText)"
      columns.append(
        input.column(outputs[columns.count]) { site in
          zones[site].area > 0
            ? input.derived(covered[site] / zones[site].area, source: source)
            : .missing("the zone around the site has no area")
        })
    }
    if settings.areaAttribute != nil {
      let source = "area covered within \(zone): \(input.sourceText)"
      columns.append(
        input.column(outputs[columns.count]) { site in
          let zone = zones[site]
          let share = zone.area > 0 ? covered[site] / zone.area : 0
          return input.derived(share * zone.groundArea / 10_000, source: source)
        })
    }
    return columns
  }

  /// Area covered of each zone in m2 of the plane. Every site is a matter of its own, so that several are
  /// swept at the same time.
  private func coveredAreas() -> [Double] {
    let (zones, edges, isCovered) = (zones, edges, isCovered)
    let area: @Sendable (Int) -> Double = { site in
      if isCovered[site] { return zones[site].area }
      return edges[site].count == 0 ? 0 : min(zones[site].area, CoverSweep(zones[site], edges[site]).area)
    }
    // A thread for a few sites costs more than it saves.
    let parts = min(input.jobs, zones.count / 256)
    guard parts > 1 else { return zones.indices.map(area) }
    // Four pieces a thread even out sites with many edges.
    let size = (zones.count + 4 * parts - 1) / (4 * parts)
    let found = Mutex([Int: [Double]]())
    DispatchQueue.concurrentPerform(iterations: 4 * parts) { piece in
      let sites = min(piece * size, zones.count)..<min((piece + 1) * size, zones.count)
      let areas = sites.map(area)
      found.withLock { $0[piece] = areas }
    }
    return found.withLock { pieces in (0..<4 * parts).flatMap { pieces[$0] ?? [] } }
  }

  /// Replaces what is kept of each site by the outline of its union, so that layers drawn over each other do
  /// not pile up.
  private func reduce() {
    edgeCount = 0
    for site in zones.indices {
      if edges[site].count > 0 {
        edges[site] = CoverSweep(zones[site], edges[site], wantsOutline: true).outline
      }
      edgeCount += edges[site].count
    }
    // What cannot be reduced further must not be reduced again and again.
    edgeLimit = max(edgeLimit, 2 * edgeCount)
  }
}

extension IndicatorInput {
  /// Checks that every site is an area, which an indicator without a buffer needs.
  ///
  /// - Throws: `InputFailure` naming the first site that is a point.
  func requireAreas(_ keyword: String) throws {
    let points = sites.pointSites
    guard let first = points.first else { return }
    let others = points.count > 1 ? " and \(points.count - 1) more are points" : " is a point"
    throw access.failure(
      "'\(keyword)' without buffer_km needs sites given as areas, but '\(sites.shapes.ids[first])'\(others); "
        + "state buffer_km, or give the sites as polygons")
  }
}
