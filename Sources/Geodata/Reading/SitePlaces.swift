// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
import Siting

/// Points and areas of sites in the coordinates of their source, in the order in which they were read.
struct SitePlaces {
  /// A point of each site: its own, or one inside its area.
  private(set) var points: [Coordinate] = []
  /// Areas; nil for a site given as a point.
  private(set) var areas: [WKBRuns?] = []

  /// Number of sites.
  var count: Int { points.count }

  /// Adds a site by its geometry.
  ///
  /// - Throws: `GDALError` for a geometry in which no point can be found.
  mutating func add(_ geometry: Geometry) throws {
    let point = geometry.type.base == .point ? geometry : try geometry.pointOnSurface()
    let place = try point.coordinate()
    var area: WKBRuns?
    if geometry.dimension == 2 {
      do {
        area = try WKBRuns(geometry.wkb())
      } catch WKBRuns.Fault.curved {
        area = try WKBRuns(geometry.linearized().wkb())
      }
    }
    points.append(place)
    areas.append(area)
  }

  /// Positions in WGS 84 degrees; nil where there is none.
  func positions(_ transform: CoordinateTransform) throws -> [SiteTable.Position?] {
    try transform.transform(points).map { found in
      found.map { SiteTable.Position(longitude: $0.x, latitude: $0.y) }
    }
  }

  /// A position to seven decimals, about a centimetre, as tables and maps show it, so that the last digits of a projection library do
  /// not show. Nothing is measured from it.
  static func shown(_ position: SiteTable.Position) -> SiteTable.Position {
    SiteTable.Position(
      longitude: (position.longitude * 1e7).rounded() / 1e7,
      latitude: (position.latitude * 1e7).rounded() / 1e7)
  }

  /// An area in the measuring reference system, valid, as well-known binary; nil for a site given as a point.
  ///
  /// - Parameter repaired: Counts areas that were invalid.
  /// - Returns: The area, or what is wrong with it.
  func measuredArea(
    _ site: Int, _ transform: CoordinateTransform, _ context: GEOSContext, repaired: inout Int
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
    } catch is RingCheck.Fault {
      return .failure(.irreparable)
    }
    repaired += check.repaired
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
    case untransformable, irreparable, empty

    /// In words.
    var words: String {
      switch self {
      case .untransformable: "corners of its area cannot be brought to the measuring reference system"
      case .irreparable: "its area is an invalid polygon that cannot be repaired"
      case .empty: "its area is an invalid polygon that covers no ground"
      }
    }
  }
}
