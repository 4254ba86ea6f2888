// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Siting

/// What GDAL sees in a source: enough to declare it as a layer.
public struct SourceSummary: Sendable, Equatable {
  /// A field of a layer.
  public struct Field: Sendable, Equatable {
    /// Name.
    public var name: String
    /// Type as GDAL names it.
    public var type: String
    /// Features without a value.
    public var nulls: Int
    /// First value found, cut to 40 characters.
    public var example: String
  }

  /// A layer.
  public struct LayerPart: Sendable, Equatable {
    /// Name.
    public var name: String
    /// Coordinate reference system; empty when there is none.
    public var crs: String
    /// Geometry type.
    public var geometry: String
    /// Features read.
    public var features: Int
    /// Features without geometry.
    public var nullGeometries: Int
    /// Least x, least y, largest x, largest y in the layer's coordinates; nil for an empty layer.
    public var extent: [Double]?
    /// Fields in the order of the source.
    public var fields: [Field]
  }

  /// A band of a raster.
  public struct Band: Sendable, Equatable {
    /// Columns.
    public var width: Int
    /// Rows.
    public var height: Int
    /// Type of the stored values.
    public var type: String
    /// Value that stands for none; nil when there is no such value.
    public var noData: Double?
  }

  /// The source as asked for.
  public var source: String
  /// Driver that opened it.
  public var driver: String
  /// Layers.
  public var layers: [LayerPart]
  /// Coordinate reference system of the raster; empty when there is none or no raster.
  public var rasterCRS: String
  /// Bands.
  public var bands: [Band]

  /// Reads a source from beginning to end, so that damage shows.
  ///
  /// - Throws: `GeodataFailure` for a source that cannot be opened, a layer that is not there, a read that ends early.
  public static func read(_ source: String, layer wanted: String? = nil) throws -> SourceSummary {
    let access = LayerAccess(declared: LayerSource(name: wanted ?? source, source: source))
    let dataset: Dataset
    do {
      dataset = try Dataset.open(source)
    } catch {
      throw GeodataFailure(findings: [access.finding("\(error)", cannotOpen: true)])
    }
    do {
      let layers = try wanted.map { [try dataset.layer(named: $0)] } ?? dataset.layers()
      return SourceSummary(
        source: source, driver: dataset.driverName, layers: try layers.map(part),
        rasterCRS: try dataset.rasterSpatialReference()?.description ?? "",
        bands: try (0..<dataset.bandCount()).map { index in
          let band = try dataset.band(index + 1)
          return Band(
            width: band.width, height: band.height, type: "\(band.type)", noData: band.noData)
        })
    } catch {
      throw access.failure("\(error)")
    }
  }

  private static func part(_ layer: Layer) throws -> LayerPart {
    var nulls = [Int](repeating: 0, count: layer.fields.count)
    var examples = [String](repeating: "", count: layer.fields.count)
    var withoutGeometry = 0
    var extent: Envelope?
    let count = try layer.forEachFeature { feature in
      for (index, value) in feature.values.enumerated() {
        if value.isMissing {
          nulls[index] += 1
        } else if examples[index].isEmpty {
          examples[index] = String("\(value)".prefix(40))
        }
      }
      guard let envelope = feature.geometry?.envelope else {
        withoutGeometry += 1
        return
      }
      extent = extent?.union(envelope) ?? envelope
    }
    return LayerPart(
      name: layer.name, crs: layer.spatialReference?.description ?? "",
      geometry: "\(layer.geometryType)", features: count, nullGeometries: withoutGeometry,
      extent: extent.map { [$0.minX, $0.minY, $0.maxX, $0.maxY] },
      fields: layer.fields.enumerated().map { index, field in
        Field(name: field.name, type: "\(field.type)", nulls: nulls[index], example: examples[index])
      })
  }
}
