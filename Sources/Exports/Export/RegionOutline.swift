// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
package import Sites

/// The outline of a region.
package struct RegionOutline: Sendable, Equatable {
  /// Name as the site table has it.
  package var name: String
  /// Its polygons in WGS 84, longitude first, as one multi-polygon in well-known binary.
  var wkb: [UInt8]

  /// The outline of polygons whose rings may run either way; those of the outline run by the right-hand rule
  /// of RFC 7946.
  init(name: String, polygons: [Geometry]) throws {
    self.name = name
    let parts = try polygons.map { polygon in
      var outer: [Coordinate] = []
      var holes: [[Coordinate]] = []
      for path in try polygon.paths() {
        let ring = zip(path.x, path.y).map { Coordinate(x: $0, y: $1) }
        switch path.role {
        case .outerRing: outer = Self.turned(ring, counterclockwise: true)
        case .innerRing: holes.append(Self.turned(ring, counterclockwise: false))
        case .point, .line: break
        }
      }
      return try Geometry.polygon(outer: outer, holes: holes)
    }
    wkb = try Geometry.collection(parts, as: .multiPolygon).wkb()
  }

  private static func turned(_ ring: [Coordinate], counterclockwise: Bool) -> [Coordinate] {
    var twiceArea = 0.0
    for (a, b) in zip(ring, ring.dropFirst()) {
      twiceArea += (a.x - ring[0].x) * (b.y - ring[0].y) - (b.x - ring[0].x) * (a.y - ring[0].y)
    }
    return (twiceArea > 0) == counterclockwise ? ring : ring.reversed()
  }

  /// Reads the outlines of a layer whose features have a field `name`.
  ///
  /// - Parameter layer: The layer as the scenario declares it.
  /// - Returns: The outlines in the order of the file, those of one name together; empty where the layer has
  ///   no field `name`.
  /// - Throws: What GDAL throws for a layer that cannot be read.
  package static func all(of layer: LayerSource) throws -> [RegionOutline] {
    var options = OptionList()
    for (name, value) in layer.openOptions.sorted(by: { $0.key < $1.key }) { options.append(name, value) }
    return try Dataset.withOpen(layer.source, contents: .vector, options: options) { dataset in
      let source = try dataset.layer(named: layer.layer)
      let wgs84 = try SpatialReference(epsg: 4326)
      var reference = source.spatialReference ?? wgs84
      if let stated = layer.crsOverride { reference = try SpatialReference(userInput: stated) }
      guard source.fields.contains(where: { $0.name == "name" }) else { return [] }
      let transform = try CoordinateTransform(from: reference, to: wgs84)
      var names: [String] = []
      var parts: [String: [Geometry]] = [:]
      try source.forEachFeature(FeatureQuery(fields: ["name"])) { feature in
        guard let name = feature["name"]?.text, !name.isEmpty, let geometry = feature.geometry,
          geometry.dimension == 2
        else { return }
        if parts[name] == nil { names.append(name) }
        for part in try geometry.linearized().flattened().transformed(by: transform).parts {
          parts[name, default: []].append(part)
        }
      }
      return try names.map { name in
        try RegionOutline(name: name, polygons: parts[name] ?? [])
      }
    }
  }
}
