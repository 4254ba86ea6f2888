// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import GDAL
import Sites

/// What GDAL sees in a source: enough to declare it as a layer.
package struct SourceSummary: Sendable, Equatable {
  /// A coordinate reference system.
  package struct Reference: Sendable, Equatable {
    /// Authority code, for example `EPSG:2154`; nil for a system of the source's own.
    package var code: String?
    /// Name, for example `RGF93 v1 / Lambert-93`.
    package var name: String
    /// Unit of the coordinates, for example `metre` or `degree`.
    package var unit: String
  }

  /// Where a layer or raster lies.
  package struct Place: Sendable, Equatable {
    /// Coordinate reference system; nil when the source states none.
    package var reference: Reference?
    /// Least x, least y, largest x, largest y in the source's coordinates; nil for a layer without
    /// geometries.
    package var extent: [Double]?
    /// The same in degrees: west, south, east, north on WGS 84; nil where no way leads there.
    package var extentDegrees: [Double]?
    /// Parts of France that the extent reaches, for example `metropolitan France`; empty when it reaches none
    /// or nobody can tell.
    package var reaches: [String]
    /// What looks wrong with the coordinates, and what to do.
    package var hints: [String]
  }

  /// A field of a layer.
  package struct Field: Sendable, Equatable {
    /// Name.
    package var name: String
    /// Type as GDAL names it.
    package var type: String
    /// Features without a value; an empty text is none.
    package var nulls: Int
    /// Different values in the order of the source, at most five, each cut to 40 characters.
    package var examples: [String]
    /// Whether there are more different values than examples.
    package var hasMoreValues: Bool
    /// Least finite number, of a text field too where every text is a number; nil when the field holds none.
    package var minimum: Double?
    /// Largest finite number; nil when the field holds none.
    package var maximum: Double?
    /// Numbers that are infinite or not a number.
    package var notFinite: Int
  }

  /// Features of one type of geometry.
  package struct GeometryCount: Sendable, Equatable {
    /// Type as OGC names it, for example `MultiPolygon`.
    package var type: String
    /// Features.
    package var features: Int
  }

  /// A layer.
  package struct LayerPart: Sendable, Equatable {
    /// Name.
    package var name: String
    /// Where it lies.
    package var place: Place
    /// Type of geometry that the source declares.
    package var geometry: String
    /// Types of geometry that were met, the most frequent first.
    package var geometries: [GeometryCount]
    /// 0 for points, 1 for lines, 2 for polygons, whichever is the most frequent; nil for a table without
    /// geometries.
    package var dimension: Int?
    /// Features that the source declares without reading them; nil when it does not say.
    package var featuresDeclared: Int?
    /// Features read.
    package var features: Int
    /// Features without geometry, or with an empty one.
    package var nullGeometries: Int
    /// Polygons that break the rules of simple features, and geometries with coordinates that are not finite.
    package var invalidGeometries: Int
    /// Why the first invalid one is; empty when none is.
    package var firstInvalid: String
    /// Fields in the order of the source.
    package var fields: [Field]
  }

  /// A band of a raster.
  package struct Band: Sendable, Equatable {
    /// Name that the source gives it.
    package var label: String
    /// Columns.
    package var width: Int
    /// Rows.
    package var height: Int
    /// Type of the stored values.
    package var type: String
    /// Unit of the values; empty when not stated.
    package var unit: String
    /// Stored value that stands for none; nil when there is no such value.
    package var noData: Double?
    /// Least value of the cells that were read, scale and offset applied; nil when none has a value.
    package var minimum: Double?
    /// Largest value of the cells that were read.
    package var maximum: Double?
    /// Cells that were read for it; fewer than there are in a large raster, of which evenly spread blocks are
    /// taken.
    package var cellsRead: Int
    /// Cells without value among them.
    package var cellsWithoutValue: Int
    /// Why no cell was read; empty where some were.
    package var unread = ""
  }

  /// A raster.
  package struct Raster: Sendable, Equatable {
    /// Where it lies.
    package var place: Place
    /// Width and height of a cell in the source's coordinates; nil when the raster does not say how it lies.
    package var cellSize: [Double]?
    /// Bands in order.
    package var bands: [Band]
  }

  /// A raster inside a source that holds several.
  package struct Part: Sendable, Equatable {
    /// What to name as source to get it.
    package var source: String
    /// What the driver says it is.
    package var description: String
  }

  /// The source as asked for, without its credentials.
  package var source: String
  /// Driver that opened it.
  package var driver: String
  /// Layers.
  package var layers: [LayerPart]
  /// The raster; nil for a source of layers.
  package var raster: Raster?
  /// Rasters inside that are sources of their own.
  package var parts: [Part]
  /// What was odd about it: what the driver warned of, texts that are not UTF-8, and the like.
  package var warnings: [String] = []

  /// Reads a source from beginning to end, so that damage shows; of a large raster only a part. Features are
  /// looked at one by one and none is kept.
  ///
  /// - Parameters:
  ///   - source: File, `/vsi` path or connection string.
  ///   - layer: Only this layer; nil for all.
  ///   - openOptions: Options of the driver.
  /// - Throws: `InputFailure` for a source that cannot be opened, a layer that is not there, a read that
  ///   ends early.
  package static func read(
    _ source: String, layer wanted: String? = nil, openOptions: [String: String] = [:]
  ) throws -> SourceSummary {
    let declared = LayerSource(name: wanted ?? source, source: source, openOptions: openOptions)
    let access = LayerAccess(declared: declared)
    return try SourceReading.tracked { try read(access, layer: wanted) }
  }

  private static func read(_ access: LayerAccess, layer wanted: String?) throws -> SourceSummary {
    let source = access.declared.source
    let folder = MemoryFolder()
    let table = try DelimitedSource.scanned(access)
    let copy = try table.flatMap { try $0.text.separator == .bar ? $0.copy(in: folder, access) : nil }
    let dataset = try access.open(.any, path: copy, options: access.declared.inspectionOptions)
    do {
      let layers = try wanted.map { [try dataset.layer(named: $0)] } ?? dataset.layers()
      var summary = SourceSummary(
        source: Credentials.hidden(in: source), driver: dataset.driverName,
        layers: try layers.map { try LayerSurvey.survey($0, driver: dataset.driverName) },
        raster: try dataset.bandCount() > 0 ? RasterSurvey.survey(dataset) : nil,
        parts: try dataset.subdatasets().map {
          Part(source: Credentials.hidden(in: $0.path), description: $0.description)
        })
      summary.warnings = access.remarks(of: dataset)
      return summary
    } catch let error as GDALError {
      throw access.failure("\(error)")
    }
  }
}
