// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities
import Sites

/// Writes map layers as RFC 7946 has it: WGS 84, longitude before latitude, at most seven decimals (about a
/// centimetre), no `crs` member, flat properties with plain values, one type of geometry a file, a stable
/// `id` at each feature.
///
/// One feature a line, so that two results can be compared line by line.
enum GeoJSONWriter {
  /// What a feature looks like on the map.
  enum Geometry {
    case point(SiteTable.Position)
    case line([SiteTable.Position])
  }

  /// The text of a layer.
  ///
  /// - Parameters:
  ///   - table: One row a feature; its first column is the identifier.
  ///   - geometries: One geometry a row.
  static func text(_ table: ReportTable, geometries: [Geometry]) -> String {
    var text = "{\"type\":\"FeatureCollection\",\"features\":["
    for (index, (row, geometry)) in zip(table.rows, geometries).enumerated() {
      let feature: JSONValue = [
        "type": "Feature",
        "id": row[0].json,
        "geometry": json(geometry),
        "properties": .object(zip(table.columns, row).map { JSONValue.Member($0.name, $1.json) }),
      ]
      text += (index == 0 ? "\n" : ",\n") + JSONWriter.text(feature, layout: .compact)
    }
    return text + "\n]}\n"
  }

  private static func json(_ geometry: Geometry) -> JSONValue {
    switch geometry {
    case .point(let position):
      guard let coordinates = coordinates(position) else { return .null }
      return ["type": "Point", "coordinates": coordinates]
    case .line(let positions):
      let coordinates = positions.compactMap(coordinates)
      guard coordinates.count == positions.count else { return .null }
      return ["type": "LineString", "coordinates": .array(coordinates)]
    }
  }

  /// Longitude and latitude to seven decimals; nil for a place that is not on the Earth, whose feature then
  /// has no geometry.
  private static func coordinates(_ position: SiteTable.Position) -> JSONValue? {
    guard (-180...180).contains(position.longitude), (-90...90).contains(position.latitude) else {
      return nil
    }
    return [.number(rounded(position.longitude)), .number(rounded(position.latitude))]
  }

  /// A degree to seven decimals.
  static func rounded(_ degrees: Double) -> Double { degrees.rounded(decimals: 7) }
}
