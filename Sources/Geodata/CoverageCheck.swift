// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Siting

/// Holds the sites against the ground on which a layer is declared complete, and marks what its values are elsewhere.
struct CoverageCheck {
  private let coverage: LayerCoverage
  /// Whether the layer is complete at each site.
  private let isCovered: [Bool]
  private let ids: [String]

  /// - Returns: nil for a layer that does not say where it is complete.
  /// - Throws: `GeodataFailure` for a source of the coverage that cannot be read.
  init?(_ declared: LayerSource, sites: SiteTargets, limits: BatchLimits) throws {
    guard let coverage = declared.coverage else { return nil }
    self.coverage = coverage
    ids = sites.shapes.ids
    var isCovered = [Bool](repeating: false, count: sites.count)
    for source in coverage.sources {
      let ground = LayerSource(name: declared.name, source: source, title: "covered_by")
      let access = LayerAccess(declared: ground)
      let input = IndicatorInput(sites: sites, access: access, attributes: [:], sourceText: ground.title)
      let count = CountAccumulator(CountIndicator(radiusKm: coverage.km, countAttribute: "covered"), input)
      let pass = LayerPass(
        access: access, filter: nil, sites: sites, accumulators: [count], limits: limits, isForCoverage: true)
      _ = try pass.run()
      for (site, value) in try count.finish()[0].values.enumerated() where (value.number ?? 0) > 0 {
        isCovered[site] = true
      }
    }
    self.isCovered = isCovered
  }

  /// What to tell of sites that the layer does not cover; nil when it covers all.
  var remark: String? {
    let outside = ids.indices.filter { !isCovered[$0] }
    guard !outside.isEmpty else { return nil }
    let names = outside.prefix(3).map { "'\(ids[$0])'" }.joined(separator: ", ")
    let more = outside.count > 3 ? " and \(outside.count - 3) more" : ""
    let files = coverage.sources.map {
      Credentials.hidden(in: $0).split(separator: "/").last.map(String.init) ?? $0
    }
    let ground = files.joined(separator: " or ")
    let place = coverage.km > 0 ? "within \(plain(coverage.km)) km of \(ground)" : "inside \(ground)"
    return
      "is complete only \(place), so that it does not cover \(outside.count) of \(ids.count) sites (\(names)\(more)): there a "
      + "distance to the nearest is an upper bound, excludes no site and names nothing, and numbers around a site are lower bounds; "
      + "state the values in the site source, or replace the layer by one that covers them"
  }

  /// The columns of an indicator with what holds at sites that the layer does not cover.
  func marked(_ columns: [SiteTable.Column], of indicator: LayerIndicator) -> [SiteTable.Column] {
    let distances: Set<String>
    switch indicator {
    case .nearest(let settings): distances = Set([settings.distanceAttribute].compactMap { $0 })
    case .neighbours(let settings):
      distances = Set(
        settings.outputs.map(\.name).filter { name in
          settings.distanceAttribute.map { name.hasPrefix($0 + "_") } ?? false
        })
    case .count, .cover, .length:
      return columns.map { noted($0, "at least, since the layer is not known to be complete here") }
    case .within, .interpolation:
      return columns.map { noted($0, "the layer is not known to be complete here") }
    case .join, .rasterValue, .zonal, .slope: return columns
    }
    return columns.map { column in
      guard distances.contains(column.name) else { return emptied(column) }
      var column = noted(column, "at most, since the layer is not known to be complete here")
      for site in column.values.indices where !isCovered[site] && !column.values[site].isMissing {
        column.values[site].isUpperBound = true
      }
      return column
    }
  }

  private func noted(_ column: SiteTable.Column, _ words: String) -> SiteTable.Column {
    var column = column
    for site in column.values.indices where !isCovered[site] && !column.values[site].isMissing {
      column.values[site].source += "; " + words
    }
    return column
  }

  /// Fields of a feature that need not be the nearest one are not those of the nearest.
  private func emptied(_ column: SiteTable.Column) -> SiteTable.Column {
    var column = column
    for site in column.values.indices where !isCovered[site] && !column.values[site].isMissing {
      column.values[site] = .missing(
        "the layer is not known to be complete here, so its nearest may not be the nearest")
    }
    return column
  }
}
