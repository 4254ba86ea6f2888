// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites

@testable import Geodata

/// A raster written into memory, with sites on it.
struct RasterScene {
  /// Numbers from a seed, so that a failure can be seen again.
  struct Random {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    /// A number between two ends.
    mutating func next(_ low: Double, _ high: Double) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return low + Double(state >> 33) / Double(1 << 31) * (high - low)
    }
  }

  let folder = MemoryFolder()
  /// The raster as declared.
  var declared: LayerSource
  /// Whether lengths in the measuring reference system are taken as lengths on the ground.
  var isPlane = true
  /// The sites.
  var shapes = SiteShapes(ids: [], positions: [], measured: [], polygonWKB: [], measuringCRS: "EPSG:2154")

  /// Writes a raster whose values are a function of column and row; NaN becomes "no value".
  init(
    width: Int, height: Int, transform: GeoTransform?, crs: String?, noData: Double? = -9999,
    type: RasterType = .float64, options: OptionList = [:], value: (Int, Int) -> Double
  ) throws {
    let path = folder.file("raster.tif")
    let writer = try RasterWriter(
      creating: path,
      layout: .init(
        width: width, height: height, type: type, geoTransform: transform,
        spatialReference: crs.map { try SpatialReference(userInput: $0) }, noData: noData), options: options)
    var values: [Double] = []
    for row in 0..<height {
      for column in 0..<width {
        let number = value(column, row)
        values.append(number.isNaN ? noData ?? number : number)
      }
    }
    try writer.write(values)
    try writer.close()
    declared = LayerSource(name: "relief", source: path, title: "Relief")
  }

  /// A raster in Lambert-93 with cells of 1 km, of which the upper left corner lies at 600 km, 6,700 km.
  static func kilometres(
    width: Int = 40, height: Int = 30, noData: Double? = -9999, value: (Int, Int) -> Double
  ) throws -> RasterScene {
    try RasterScene(
      width: width, height: height,
      transform: GeoTransform(west: 600_000, north: 6_700_000, pixelWidth: 1_000, pixelHeight: 1_000),
      crs: "EPSG:2154", noData: noData, value: value)
  }

  /// Puts sites at longitudes and latitudes.
  mutating func place(degrees: [(Double, Double)], measuring: String = "EPSG:2154") throws {
    let transform = try CoordinateTransform(
      from: SpatialReference(epsg: 4326), to: SpatialReference(userInput: measuring))
    shapes = SiteShapes(
      ids: degrees.indices.map { "site-\($0)" },
      positions: degrees.map { SiteTable.Position(longitude: $0.0, latitude: $0.1) },
      measured: try degrees.map { try transform.transform(Coordinate(x: $0.0, y: $0.1)) },
      polygonWKB: degrees.map { _ in nil }, measuringCRS: measuring)
    shapes.isPlane = isPlane
  }

  /// Puts sites at columns and rows of a raster in Lambert-93, areas around some of them in the same unit.
  mutating func place(
    cells: [(Double, Double)], areas: [Int: [[(Double, Double)]]] = [:], transform: GeoTransform? = nil
  ) throws {
    let grid =
      transform ?? GeoTransform(west: 600_000, north: 6_700_000, pixelWidth: 1_000, pixelHeight: 1_000)
    let back = try CoordinateTransform(from: SpatialReference(epsg: 2154), to: SpatialReference(epsg: 4326))
    let measured = cells.map { grid.coordinate(column: $0.0, row: $0.1) }
    shapes = SiteShapes(
      ids: cells.indices.map { "site-\($0)" },
      positions: try measured.map {
        let degrees = try back.transform($0)
        return SiteTable.Position(longitude: degrees.x, latitude: degrees.y)
      },
      measured: measured, polygonWKB: cells.map { _ in nil }, measuringCRS: "EPSG:2154")
    shapes.isPlane = isPlane
    for (site, rings) in areas {
      let corners = rings.map { ring in ring.map { grid.coordinate(column: $0.0, row: $0.1) } }
      shapes.polygonWKB[site] = try Geometry.polygon(outer: corners[0], holes: Array(corners.dropFirst()))
        .wkb()
    }
  }

  /// What an indicator gives.
  func derive(_ indicator: LayerIndicator, filter: String? = nil) throws -> IndicatorOutput {
    try RasterDeriver.derive(
      LayerDerivation(indicator, filter: filter), declared: declared,
      access: LayerAccess(declared: declared), shapes: shapes, sourceText: "Relief")
  }

  /// The values of the first column.
  func values(_ indicator: LayerIndicator) throws -> [SiteValue] { try derive(indicator).columns[0].values }

  /// One statistic of a zone.
  func zonal(_ statistic: ZonalIndicator.Statistic, bufferKm: Double? = nil) throws -> [SiteValue] {
    try values(.zonal(ZonalIndicator(bufferKm: bufferKm, statistics: [.init(statistic, attribute: "x")])))
  }

  /// What an indicator finds wrong; empty when nothing.
  func findings(_ indicator: LayerIndicator, filter: String? = nil) -> [String] {
    do {
      _ = try derive(indicator, filter: filter)
      return []
    } catch let failure as InputFailure {
      return failure.findings.map(\.message)
    } catch {
      return ["thrown was no finding: \(error)"]
    }
  }
}

extension SiteValue {
  /// Why it is missing; empty when it is not.
  var reason: String {
    if case .missing(let reason) = content { reason } else { "" }
  }
}
