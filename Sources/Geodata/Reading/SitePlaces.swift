// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
import Quantities
import Sites

/// Points and areas of sites in the coordinates of their source, in the order in which they were read.
struct SitePlaces {
  /// A point of each site: its own, the middle of its points, or one inside its area.
  private(set) var points: [Coordinate] = []
  /// Areas; nil for a site given as a point.
  private(set) var areas: [WKBRuns?] = []
  /// Points of the sites that are given as several, by position of the site.
  private(set) var several: [Int: [Coordinate]] = [:]
  /// Sites with lines or points beside their area, by position.
  private(set) var extras: [Int] = []

  /// Number of sites.
  var count: Int { points.count }

  /// Adds a site by its geometry.
  ///
  /// - Throws: `GDALError` for a geometry in which no point can be found; `LineFault` for a line.
  mutating func add(_ geometry: Geometry) throws {
    var runs: WKBRuns
    do {
      runs = try WKBRuns(geometry.wkb())
    } catch WKBRuns.Fault.curved {
      runs = try WKBRuns(geometry.linearized().wkb())
    }
    if runs.roles.contains(where: { $0 == .outerRing }) {
      let place = try geometry.pointOnSurface().coordinate()
      if runs.roles.contains(where: { $0 == .line || $0 == .point }) { extras.append(count) }
      points.append(place)
      areas.append(runs)
      return
    }
    guard !runs.roles.contains(.line) else { throw LineFault() }
    guard let x = runs.x.first, let y = runs.y.first else { throw WKBRuns.Fault.unreadable }
    areas.append(nil)
    guard runs.x.count > 1 else {
      points.append(Coordinate(x: x, y: y))
      return
    }
    let places = runs.x.indices.map { Coordinate(x: runs.x[$0], y: runs.y[$0]) }
    several[points.count] = places
    // From the first one, so that equal points have their own place for a middle.
    let number = Double(places.count)
    points.append(
      Coordinate(
        x: x + places.reduce(0) { $0 + ($1.x - x) } / number,
        y: y + places.reduce(0) { $0 + ($1.y - y) } / number))
  }

  /// A site given as a line.
  struct LineFault: Error {}

  /// Positions in WGS 84 degrees; nil where there is none.
  func positions(_ transform: CoordinateTransform) throws -> [SiteTable.Position?] {
    try transform.transform(points).map { found in
      found.map { SiteTable.Position(longitude: $0.x, latitude: $0.y) }
    }
  }

  /// A position to seven decimals, about a centimetre, as tables and maps show it, so that the last digits of
  /// a projection library do not show. Nothing is measured from it.
  static func shown(_ position: SiteTable.Position) -> SiteTable.Position {
    SiteTable.Position(
      longitude: position.longitude.rounded(decimals: 7),
      latitude: position.latitude.rounded(decimals: 7))
  }

  /// An area in the measuring reference system, valid, as well-known binary; nil for a site given as a point.
  ///
  /// - Parameter repaired: Takes areas that were invalid, under the name of their site.
  /// - Returns: The area, or what is wrong with it.
  func measuredArea(
    _ site: Int, id: String, _ transform: CoordinateTransform, _ context: GEOSContext,
    repaired: inout RepairTally
  ) throws -> Result<[UInt8]?, AreaFault> {
    guard var runs = areas[site] else { return .success(nil) }
    guard try transform.transform(x: &runs.x, y: &runs.y).failureCount == 0 else {
      return .failure(.untransformable)
    }
    var batch = FeatureBatch()
    batch.append(id: nil, ordinal: 0, runs)
    var check = RingCheck(context: context)
    do {
      try check.repair(&batch)
    } catch let fault as RingCheck.Fault {
      return .failure(.irreparable(fault.reason))
    }
    for found in check.tally.examples {
      repaired.add("site '\(id)'", drawn: found.drawn, mended: found.mended)
    }
    // Lines and points that remain of a collapsed part, or stand beside the area, have none.
    var polygons = WKBRuns()
    for run in batch.runs(of: 0) where batch.runRole[run] == .outerRing || batch.runRole[run] == .hole {
      let range = batch.coordinates(of: run)
      polygons.append(batch.runRole[run], batch.x[range], batch.y[range])
    }
    guard !polygons.starts.isEmpty else { return .failure(.empty) }
    var area = FeatureBatch()
    area.append(id: nil, ordinal: 0, polygons)
    return .success(area.wkb(of: 0))
  }

  /// Why a site's area cannot be used.
  enum AreaFault: Error {
    case untransformable, empty
    case irreparable(String)

    /// In words.
    var words: String {
      switch self {
      case .untransformable: "corners of its area cannot be brought to the measuring reference system"
      case .irreparable(let reason): "its area is an invalid polygon that cannot be repaired: \(reason)"
      case .empty: "its area is an invalid polygon that covers no ground"
      }
    }
  }
}
