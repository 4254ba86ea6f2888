// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
package import Sites

/// Reads lines and rings of a layer for a map, in degrees of longitude and latitude.
package enum OutlineReader {
  /// A ring or a line.
  package struct Path: Sendable, Equatable {
    /// Degrees east.
    package var longitude: [Double]
    /// Degrees north.
    package var latitude: [Double]
  }

  /// Every ring and line of a layer, in the order of the file.
  ///
  /// - Throws: `InputFailure`.
  package static func paths(of declared: LayerSource) throws -> [Path] {
    let access = LayerAccess(declared: declared)
    return try GDALRuntime.withServerLimit(seconds: declared.timeoutSeconds) { try paths(access) }
  }

  private static func paths(_ access: LayerAccess) throws -> [Path] {
    try access.withLayer { _, layer in
      let reference = try access.reference(of: layer.spatialReference)
      let transform = try access.transform(from: reference, to: SpatialReference(epsg: 4326))
      var paths: [Path] = []
      try layer.forEachFeature(FeatureQuery(fields: [])) { feature in
        guard let geometry = feature.geometry else { return }
        for path in try geometry.transformed(by: transform).paths() where path.x.count > 1 {
          paths.append(Path(longitude: path.x, latitude: path.y))
        }
      }
      return paths
    }
  }
}

/// Reads points with a name and a text, for example substations with their voltages.
package enum PointReader {
  /// A named point.
  package struct Point: Sendable, Equatable {
    /// Name.
    package var name: String
    /// The text asked for; empty where there is none.
    package var text: String
    /// Position.
    package var position: SiteTable.Position
  }

  /// Every named point of a layer, in the order of the file.
  ///
  /// - Throws: `InputFailure`, also when the layer lacks one of the fields.
  package static func points(of declared: LayerSource, nameField: String, textField: String) throws -> [Point]
  {
    let access = LayerAccess(declared: declared)
    return try GDALRuntime.withServerLimit(seconds: declared.timeoutSeconds) {
      try points(access, nameField: nameField, textField: textField)
    }
  }

  private static func points(_ access: LayerAccess, nameField: String, textField: String) throws -> [Point] {
    try access.withTable { _, layer, text in
      try access.check(fields: [nameField, textField], of: layer)
      let columns = try ColumnPoints(layer, access, lines: text)
      let reference = try access.reference(
        of: layer.spatialReference ?? columns?.implied.map { try SpatialReference(userInput: $0) })
      let transform = try access.transform(from: reference, to: SpatialReference(epsg: 4326))
      let seconds = try SecondPlaces(layer, access, beside: columns, lines: text, reference: reference)
      var points: [Point] = []
      var ordinal = -1
      let wanted = [nameField, textField] + (columns?.names ?? []) + (seconds?.names ?? [])
      try layer.forEachFeature(FeatureQuery(fields: wanted)) { feature in
        let feature = access.withoutNoData(feature)
        ordinal += 1
        let own = try columns?.coordinate(of: feature, ordinal: ordinal).map { try Geometry.point($0) }
        guard let geometry = columns == nil ? feature.geometry : own, let name = feature[nameField]?.text
        else { return }
        try seconds?.check(feature, geometry, ordinal: ordinal)
        let place =
          geometry.dimension == 0 && geometry.parts.isEmpty ? geometry : try geometry.pointOnSurface()
        let degrees = try transform.transform(place.coordinate())
        points.append(
          Point(
            name: name, text: feature[textField].map { $0.isMissing ? "" : "\($0)" } ?? "",
            position: SiteTable.Position(longitude: degrees.x, latitude: degrees.y)))
      }
      return points
    }
  }
}
