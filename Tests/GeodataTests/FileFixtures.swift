// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Sites

@testable import Geodata

/// Layers in formats that cannot be written by hand.
enum Files {
  /// Writes features with one number `v` each and declares them as a layer.
  ///
  /// - Parameter features: Geometry as text: metres from the origin of `Plane` for EPSG:2154, otherwise as
  ///   they are.
  static func layer(
    _ folder: LayerFolder, _ name: String, _ format: String, _ features: [(wkt: String, value: Double)],
    derivations: [LayerDerivation], epsg: Int = 2154
  ) throws -> LayerSource {
    let path = "\(folder.path)/\(name)"
    let geometries = try features.map {
      epsg == 2154 ? try Plane.geometry($0.wkt) : try Geometry(wkt: $0.wkt)
    }
    let writer = try VectorWriter(creating: path)
    let layer = try writer.addLayer(
      LayerDefinition(
        String(name.prefix { $0 != "." }), geometryType: geometries.first?.type ?? .unknown,
        spatialReference: SpatialReference(epsg: epsg), fields: [FieldDefinition("v", .real)],
        options: format == "geojson" ? ["RFC7946": "NO", "COORDINATE_PRECISION": "9"] : [:]))
    for (feature, geometry) in zip(features, geometries) {
      _ = try layer.write([.real(feature.value)], geometry: geometry)
    }
    try writer.close()
    return LayerSource(
      name: String(name.prefix { $0 != "." }), source: path, title: name, derivations: derivations)
  }
}
