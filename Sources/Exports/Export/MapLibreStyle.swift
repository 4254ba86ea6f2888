// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A style for MapLibre GL (style specification, version 8) that draws the GeoJSON files of an export. It
/// names no fonts, tiles or sprites, so that nothing is fetched from anywhere but the files beside it.
enum MapLibreStyle {
  /// A file to draw.
  struct Source {
    var layer: ExportLayer
    /// Name of the file beside the style.
    var file: String
    /// Whether regions are polygons.
    var hasOutlines: Bool
  }

  /// The style as JSON.
  ///
  /// - Parameters:
  ///   - mostGPUs: GPUs of the largest circle.
  ///   - mostMoved: GPUs of the largest mark of `diff`.
  static func text(_ sources: [Source], mostGPUs: Int, mostMoved: Int = 0) -> String {
    let order: [ExportLayer] = [
      .regions, .screenedOut, .notChosen, .connections, .substations, .sites, .phases, .diff,
    ]
    let drawn = order.compactMap { layer in sources.first { $0.layer == layer } }
    return JSONWriter.text([
      "version": 8,
      "name": "Arpent",
      "sources": .object(
        drawn.map { source in
          JSONValue.Member(
            source.layer.rawValue, ["type": "geojson", "data": .string(escaped(source.file))])
        }),
      "layers": .array(
        [background] + drawn.map { layer($0, mostGPUs: max(1, mostGPUs), mostMoved: max(1, mostMoved)) }),
    ])
  }

  private static func layer(_ source: Source, mostGPUs: Int, mostMoved: Int) -> JSONValue {
    switch source.layer {
    case .regions:
      source.hasOutlines
        ? entry(
          source.layer, "fill",
          ["fill-color": shareColour, "fill-opacity": 0.7, "fill-outline-color": "#3c3c3c"])
        : entry(source.layer, "circle", circle(shareColour, "#3c3c3c", radius: 8))
    case .connections:
      entry(
        source.layer, "line",
        [
          "line-color": [
            "match", ["get", "voltage_kv"], 225, "#009e73", 400, "#d55e00", "#6b6b6b",
          ], "line-width": 2, "line-dasharray": [3, 2],
        ])
    case .screenedOut: entry(source.layer, "circle", circle("#6b6b6b", "#6b6b6b", radius: 3))
    case .notChosen: entry(source.layer, "circle", circle("#ffffff", "#b35900", radius: 4))
    case .sites: entry(source.layer, "circle", circle("#0072b2", "#ffffff", radius: byGPUs(mostGPUs)))
    case .substations:
      entry(
        source.layer, "circle",
        circle(
          ["match", ["get", "status"], "used", "#e69f00", "full", "#d55e00", "#ffffff"], "#5a3c00",
          radius: ["match", ["get", "status"], "unused", 2, 4]))
    case .phases:
      entry(
        source.layer, "circle",
        circle(
          [
            "match", ["get", "status"], "starts", "#009e73", "grows", "#56b4e9", "runs", "#0072b2", "#ffffff",
          ], "#ffffff", radius: byGPUs(mostGPUs)))
    case .diff: entry(source.layer, "circle", DiffStyle.paint(most: mostMoved))
    }
  }

  /// Paper behind the regions, so that white marks are seen.
  private static let background: JSONValue = [
    "id": "background", "type": "background", "paint": ["background-color": "#f4f4f0"],
  ]

  private static func entry(_ layer: ExportLayer, _ type: String, _ paint: JSONValue) -> JSONValue {
    [
      "id": .string(layer.rawValue), "type": .string(type), "source": .string(layer.rawValue),
      "layout": ["visibility": .string(layer == .phases ? "none" : "visible")], "paint": paint,
    ]
  }

  private static func circle(_ fill: JSONValue, _ line: JSONValue, radius: JSONValue) -> JSONValue {
    [
      "circle-color": fill, "circle-radius": radius, "circle-stroke-color": line, "circle-stroke-width": 1,
    ]
  }

  private static func byGPUs(_ most: Int) -> JSONValue {
    ["+", 3, ["*", 12, ["sqrt", ["/", ["get", "gpus"], .integer(most)]]]]
  }

  private static let shareColour: JSONValue = [
    "match", ["get", "status"], "under_10", "#c6dbef", "under_25", "#6baed6", "over_25", "#08519c",
    "#ffffff",
  ]

  /// A file name as part of an address.
  static func escaped(_ name: String) -> String {
    var text = ""
    for byte in name.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x2D || byte == 0x2E || byte == 0x5F || byte == 0x7E
      if isPlain {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = Array("0123456789ABCDEF")
        text += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return text
  }
}
