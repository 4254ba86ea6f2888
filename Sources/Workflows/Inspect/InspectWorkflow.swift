// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata
import Reports

/// What `arpent inspect` is asked.
public struct InspectRequest: Sendable, Equatable {
  /// File, `/vsi` path or connection string.
  public var source: String
  /// Only this layer; nil for all.
  public var layer: String?
  /// Whether to answer in JSON.
  public var json: Bool

  /// What `arpent inspect` is asked.
  public init(source: String, layer: String?, json: Bool) {
    self.source = source
    self.layer = layer
    self.json = json
  }
}

/// Says what GDAL sees in a source, so that a planner can declare it as a layer.
public enum InspectWorkflow {
  /// The answer as text or JSON.
  ///
  /// - Throws: `WorkflowFailure`.
  public static func run(_ request: InspectRequest) throws -> String {
    let found: SourceSummary
    do {
      found = try SourceSummary.read(request.source, layer: request.layer)
    } catch let failure as GeodataFailure {
      throw WorkflowFailure(
        failure.findings.allSatisfy(\.cannotOpen) ? .cannotOpen : .invalidInput,
        failure.findings.map { "\($0.source): \($0.message)" })
    }
    return request.json ? json(found) : text(found)
  }

  private static func text(_ found: SourceSummary) -> String {
    var out = "\(found.source)\n  driver    \(found.driver)\n"
    for layer in found.layers {
      out += "\nlayer \(layer.name)\n"
      out +=
        "  crs       \(layer.crs.isEmpty ? "none: state it with crs = \"EPSG:...\" in the layer" : layer.crs)\n"
      out += "  geometry  \(layer.geometry)\n"
      out += "  features  \(layer.features), \(layer.nullGeometries) without geometry\n"
      if let extent = layer.extent {
        out += "  extent    \(extent.map { "\($0)" }.joined(separator: ", "))  (min x, min y, max x, max y)\n"
      }
      let rows = layer.fields.map { [$0.name, $0.type, "\($0.nulls)", $0.example] }
      out += TextTable(headers: ["field", "type", "nulls", "example"], rows: rows).text(indent: 2)
    }
    for (index, band) in found.bands.enumerated() {
      let noData = band.noData.map { "\($0)" } ?? "none"
      out +=
        "\nband \(index + 1)\n  cells     \(band.width) x \(band.height), \(band.type)\n  no data   \(noData)\n"
    }
    if !found.bands.isEmpty {
      out +=
        "  crs       \(found.rasterCRS.isEmpty ? "none: state it with crs = \"EPSG:...\" in the layer" : found.rasterCRS)\n"
    }
    return out
  }

  private static func json(_ found: SourceSummary) -> String {
    JSONWriter.text([
      "source": .string(found.source),
      "driver": .string(found.driver),
      "layers": .array(
        found.layers.map { layer in
          [
            "name": .string(layer.name),
            "crs": .string(layer.crs),
            "geometry": .string(layer.geometry),
            "features": .integer(layer.features),
            "null_geometries": .integer(layer.nullGeometries),
            "extent": layer.extent.map { .array($0.map { .number($0) }) } ?? .null,
            "fields": .array(
              layer.fields.map {
                [
                  "name": .string($0.name), "type": .string($0.type), "nulls": .integer($0.nulls),
                  "example": .string($0.example),
                ]
              }),
          ]
        }),
      "raster_crs": .string(found.rasterCRS),
      "bands": .array(
        found.bands.map {
          [
            "width": .integer($0.width), "height": .integer($0.height), "type": .string($0.type),
            "no_data": .optional($0.noData),
          ]
        }),
    ])
  }
}
