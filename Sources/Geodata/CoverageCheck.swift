// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites

/// Holds the sites, and how far indicators look around them, against the ground on which a layer is declared
/// complete, and marks what its values are elsewhere.
struct CoverageCheck {
  private let coverage: LayerCoverage
  private let ids: [String]
  /// Whether the layer is complete at each site.
  private var isCovered: [Bool]
  /// How far around each site it is, in metres.
  private var reaches: [Double]
  /// Sites on the covered ground at which an indicator looks beyond it.
  private var beyond: Set<Int> = []
  /// What follows for values, by indicators that were held against the ground.
  private var consequences: [String] = []
  /// What was dropped or repaired in the files of the ground.
  private(set) var groundRemarks: [String] = []

  /// Outlines and circles are drawn with straight pieces, so that their rims are known to one part in five
  /// hundred.
  private static let tolerance = 0.002

  /// - Returns: nil for a layer that does not say where it is complete.
  /// - Throws: `InputFailure` for a source of the coverage that cannot be read.
  init?(_ declared: LayerSource, sites: SiteTargets, limits: BatchLimits) throws {
    guard let coverage = declared.coverage else { return nil }
    self.coverage = coverage
    ids = sites.shapes.ids
    isCovered = [Bool](repeating: false, count: sites.count)
    var grounds: [CoveredGround] = []
    for source in coverage.sources {
      let declaredGround = LayerSource(name: declared.name, source: source, title: "covered_by")
      let access = LayerAccess(declared: declaredGround)
      let input = IndicatorInput(
        sites: sites, access: access, attributes: [:], sourceText: declaredGround.title)
      let count = CountAccumulator(
        CountIndicator(radiusKm: coverage.km, countAttribute: "covered"), input)
      let ground = CoveredGround(km: coverage.km, sites: sites)
      let pass = LayerPass(
        access: access, filter: nil, sites: sites, accumulators: [count, ground], limits: limits,
        isForCoverage: true)
      let output = try pass.run()
      for (site, value) in try count.finish()[0].values.enumerated() where (value.number ?? 0) > 0 {
        isCovered[site] = true
      }
      grounds.append(ground)
      let said =
        output.remarks + output.unplaced.remarks(for: []) + [output.repair.remark()].compactMap { $0 }
      groundRemarks += said.map { "covered_by \(Self.fileName(source)): \($0)" }
    }
    do {
      reaches = try CoveredGround.reaches(grounds, sites: sites)
    } catch {
      throw LayerAccess(declared: declared).failure("covered_by: its ground cannot be put together: \(error)")
    }
    for site in ids.indices where sites.area(of: site) != nil && reaches[site] <= 0 {
      isCovered[site] = false
    }
  }

  private static func fileName(_ source: String) -> String {
    Credentials.hidden(in: source).split(separator: "/").last.map(String.init) ?? source
  }

  /// What to tell of sites at which the layer is not known to be complete, each once.
  var remarks: [String] {
    guard !consequences.isEmpty else { return groundRemarks }
    let ground = coverage.sources.map(Self.fileName).joined(separator: " or ")
    let place =
      coverage.km > 0 ? "within \(NumberText.plain(coverage.km)) km of \(ground)" : "inside \(ground)"
    let what = consequences.joined(separator: ", ")
    var remarks = groundRemarks
    let outside = ids.indices.filter { !isCovered[$0] }
    if !outside.isEmpty {
      remarks.append(
        "is complete only \(place), so that it does not cover \(outside.count) of \(ids.count) sites (\(names(outside))): there \(what); "
          + "state the values in the site source, or replace the layer by one that covers them")
    }
    let rim = beyond.sorted()
    if !rim.isEmpty {
      let shown = names(rim) { ", \(NumberText.plain((reaches[$0] / 100).rounded() / 10)) km from its rim" }
      remarks.append(
        "is complete only \(place), and its indicators look beyond that ground at \(rim.count) of \(ids.count) sites (\(shown)): there \(what); "
          + "look less far, take a layer that reaches farther, or state covered_nearest = true where it holds the nearest features of every "
          + "place on that ground")
    }
    return remarks
  }

  private func names(_ sites: [Int], _ more: (Int) -> String = { _ in "" }) -> String {
    let shown = sites.prefix(3).map { "'\(ids[$0])'\(more($0))" }.joined(separator: "; ")
    return shown + (sites.count > 3 ? " and \(sites.count - 3) more" : "")
  }

  /// Whether all within a distance of a site is on the covered ground. Notes a site where it is not.
  private mutating func isSure(_ site: Int, within metres: Double) -> Bool {
    guard isCovered[site] else { return false }
    if metres <= reaches[site] * (1 + Self.tolerance) + 1 { return true }
    beyond.insert(site)
    return false
  }

  private mutating func note(_ consequence: String) {
    if !consequences.contains(consequence) { consequences.append(consequence) }
  }

  /// The columns of an indicator with what holds at sites around which the layer is not known to be complete.
  ///
  /// - Parameter gathered: What gave the columns; nil for an indicator of a raster.
  mutating func marked(
    _ columns: [SiteTable.Column], of indicator: LayerIndicator, gathered: (any Accumulator)? = nil
  ) -> [SiteTable.Column] {
    switch indicator {
    case .nearest(let settings):
      return nearest(columns, settings.distanceAttribute == nil ? 0 : 1, settings.fields.count, gathered)
    case .neighbours(let settings):
      return nearest(columns, settings.distanceAttribute == nil ? 0 : 1, settings.fields.count, gathered)
    case .count(let settings): return lowerBounds(columns, within: settings.radiusKm)
    case .length(let settings): return lowerBounds(columns, within: settings.radiusKm)
    case .cover(let settings): return lowerBounds(columns, within: settings.bufferKm ?? 0)
    case .within(let settings):
      note("a site may lie in a polygon that is not there")
      let inside = gathered as? WithinAccumulator
      return noted(columns) { site in
        inside?.isInside(site) == true ? 0 : max(0, settings.toleranceKm) * 1_000
      }
    case .interpolation:
      note("values are interpolated without what lies beyond")
      let stations = coverage.holdsNearest ? nil : gathered as? InterpolationAccumulator
      return noted(columns) { stations?.farthestMetres(of: $0) ?? 0 }
    case .rasterValue:
      note("its cells are not known to hold what they should")
      return noted(columns) { _ in 0 }
    case .zonal(let settings):
      note("its cells are not known to hold what they should")
      return noted(columns) { _ in (settings.bufferKm ?? 0) * 1_000 }
    case .slope(let settings):
      note("its cells are not known to hold what they should")
      return noted(columns) { _ in (settings.bufferKm ?? 0) * 1_000 }
    case .join: return columns
    }
  }

  private mutating func lowerBounds(_ columns: [SiteTable.Column], within km: Double) -> [SiteTable.Column] {
    note("numbers around a site are lower bounds")
    return noted(columns, "at least, since ") { _ in km * 1_000 }
  }

  /// Why a value is not known for sure at a site, in words.
  private func reason(_ site: Int) -> String {
    isCovered[site]
      ? "the layer is not known to be complete that far from here"
      : "the layer is not known to be complete here"
  }

  private mutating func noted(
    _ columns: [SiteTable.Column], _ words: String = "", needs metres: (Int) -> Double
  ) -> [SiteTable.Column] {
    var columns = columns
    for site in ids.indices where !isSure(site, within: metres(site)) {
      for place in columns.indices {
        if case .missing(let text) = columns[place].values[site].content {
          columns[place].values[site] = .missing("\(text); \(reason(site))")
        } else {
          columns[place].values[site].source += "; " + words + reason(site)
        }
      }
    }
    return columns
  }

  /// Distances as upper bounds, and no fields of a feature that need not be the nearest one.
  private mutating func nearest(
    _ columns: [SiteTable.Column], _ distances: Int, _ fields: Int, _ gathered: (any Accumulator)?
  ) -> [SiteTable.Column] {
    note("a distance to the nearest is an upper bound, excludes no site and names nothing")
    guard let gathered = gathered as? NearestAccumulator, distances + fields > 0 else { return columns }
    var columns = columns
    for place in columns.indices {
      let (rank, isDistance) = (place / (distances + fields), place % (distances + fields) < distances)
      for site in ids.indices {
        let needed = coverage.holdsNearest ? 0 : gathered.metresLooked(site, rank: rank)
        guard !isSure(site, within: needed) else { continue }
        if case .missing(let text) = columns[place].values[site].content {
          columns[place].values[site] = .missing("\(text); \(reason(site))")
        } else if isDistance {
          columns[place].values[site].source += "; at most, since \(reason(site))"
          columns[place].values[site].isUpperBound = true
        } else {
          columns[place].values[site] = .missing("\(reason(site)), so its nearest may not be the nearest")
        }
      }
    }
    return columns
  }
}
