// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import Sites

/// Small layers written to a folder that goes away with the test.
struct LayerFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/arpent-geodata-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Writes a file and declares it as a layer.
  func layer(_ name: String, _ text: String, derivations: [LayerDerivation] = [], crs: String? = nil) throws
    -> LayerSource
  {
    let file = "\(path)/\(name)"
    try Data(text.utf8).write(to: URL(filePath: file))
    return LayerSource(
      name: String(name.prefix { $0 != "." }), source: file, crsOverride: crs, title: name,
      derivations: derivations)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// GeoJSON made by hand, so that no writer of ours is its own judge.
enum GeoJSON {
  static func points(_ features: [(id: String, x: Double, y: Double, extra: String)]) -> String {
    collection(
      features.map { feature in
        """
        {"type":"Feature","properties":{"id":"\(feature.id)","name":"Site \(feature.id)"\(feature.extra)},\
        "geometry":{"type":"Point","coordinates":[\(feature.x),\(feature.y)]}}
        """
      })
  }

  static func square(_ name: String, west: Double, south: Double, size: Double) -> String {
    let (e, n) = (west + size, south + size)
    return """
      {"type":"Feature","properties":{"name":"\(name)","code":"\(name.uppercased())"},\
      "geometry":{"type":"Polygon","coordinates":[[[\(west),\(south)],[\(e),\(south)],[\(e),\(n)],[\(west),\(n)],[\(west),\(south)]]]}}
      """
  }

  static func collection(_ features: [String]) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[" + features.joined(separator: ",") + "]}"
  }
}
