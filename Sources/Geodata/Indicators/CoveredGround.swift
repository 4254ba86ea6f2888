// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
import Sites

/// Gathers the ground on which a layer is complete: polygons, and what lies within a distance of any feature.
/// Of it only the outline is kept.
final class CoveredGround: Accumulator {
  let needs = LayerNeeds(keyword: "covered_by", geometry: .any, needsFeatures: false)
  private let sites: SiteTargets
  private let metres: Double
  private var parts: [Shape] = []

  /// - Parameter km: Distance from the features up to which the layer is complete.
  init(km: Double, sites: SiteTargets) {
    self.sites = sites
    let ratio = sites.ground.map { $0.ratio(from: 0, upTo: max(1_000, km * 1_000)) }
    metres = km * 1_000 * (ratio.map { ($0.lowerBound + $0.upperBound) / 2 } ?? 1)
  }

  func add(_ index: BatchIndex, slots: [Int]) throws {
    var found: [Shape] = []
    for feature in 0..<index.batch.count where index.batch.featureRunCount[feature] > 0 {
      let shape = try index.shape(of: feature, in: sites.context)
      if metres > 0 {
        found.append(
          try shape.buffer(metres * Zone.equalAreaFactor, quadrantSegments: Zone.quadrantSegments))
      } else if shape.dimension == 2 {
        found.append(shape)
      }
    }
    parts = [try Shape.union(parts + found, in: sites.context)]
  }

  func finish() throws -> [SiteTable.Column] { [] }

  /// How far around each site all ground is among that of the gatherers, in metres; 0 for a site at the rim
  /// or beyond it, and for an area that reaches beyond it.
  ///
  /// - Throws: `GEOSError`.
  static func reaches(_ grounds: [CoveredGround], sites: SiteTargets) throws -> [Double] {
    let ground = try Shape.union(grounds.flatMap(\.parts), in: sites.context)
    guard let bounds = ground.bounds, let whole = sites.whole else {
      return [Double](repeating: 0, count: sites.count)
    }
    // What is not covered begins inside a frame around all of it.
    let frame = try Shape.rectangle(bounds.union(whole).grown(by: 1_000), in: sites.context)
    let beyond = try PreparedShape(frame.difference(ground))
    return try (0..<sites.count).map { site in
      let place = sites.point(of: site)
      let shape =
        try sites.area(of: site)?.shape ?? Shape.point(x: place.x, y: place.y, in: sites.context)
      let metres = try beyond.distance(to: shape)
      return metres / (sites.ground?.ratio(from: site, upTo: metres).upperBound ?? 1)
    }
  }
}
