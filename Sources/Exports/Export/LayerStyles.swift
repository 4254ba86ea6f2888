// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

/// QGIS styles of the layers: what a feature is shows in its shape as well as its colour.
enum LayerStyles {
  /// The style of a layer as QGIS stores it.
  ///
  /// - Parameter outlines: Whether regions are polygons.
  static func qml(_ layer: ExportLayer, outlines: Bool) -> String {
    switch layer {
    case .sites: SitesStyle.qml
    case .notChosen: notChosen
    case .screenedOut: screenedOut
    case .connections: connections
    case .substations: substations
    case .regions: outlines ? regionAreas : regionPoints
    case .phases: phases
    case .diff: DiffStyle.qml
    }
  }

  private static let connections = ConnectionsStyle.qml(
    label: "round(\"distance_km\", 1) || ' km, ' || \"voltage_kv\" || ' kV'")

  private static let notChosen = QGISStyle.categorized(
    by: "status",
    [
      .init(
        value: "not_chosen", label: "could have been chosen",
        symbol: marker("circle", "255,255,255,255", "179,89,0,255", "2.2"))
    ], label: "''", placement: .besidePoint)

  private static let screenedOut = QGISStyle.categorized(
    by: "status",
    [
      .init(
        value: "excluded", label: "left out before the choice",
        symbol: marker("cross2", "107,107,107,255", "107,107,107,255", "2.2"))
    ], label: "''", placement: .besidePoint)

  private static let substations = QGISStyle.categorized(
    by: "status",
    [
      .init(
        value: "unused", label: "not used",
        symbol: marker("square", "255,255,255,255", "107,107,107,255", "1.8")),
      .init(value: "used", label: "used", symbol: marker("square", "230,159,0,255", "90,60,0,255", "3.2")),
      .init(
        value: "full", label: "used, no headroom left",
        symbol: marker("diamond", "213,94,0,255", "90,30,0,255", "4")),
    ],
    label: "CASE WHEN \"status\" <> 'unused' THEN \"name\" || ' ' || round(\"grid_mw\") || ' MW' END",
    placement: .besidePoint)

  private static let shares: [(value: String, label: String, colour: String, size: String)] = [
    ("none", "none of the GPUs", "255,255,255,120", "2"),
    ("under_10", "less than a tenth", "198,219,239,200", "4"),
    ("under_25", "a tenth to a quarter", "107,174,214,200", "7"),
    ("over_25", "a quarter and more", "8,81,156,200", "10"),
  ]
  private static let regionLabel = "CASE WHEN \"gpus\" > 0 THEN \"name\" || ' ' || \"gpus\" END"

  private static let regionAreas = QGISStyle.categorized(
    by: "status",
    shares.map { share in
      .init(
        value: share.value, label: share.label,
        symbol: QGISStyle.Symbol(
          type: "fill", layerClass: "SimpleFill",
          settings: [
            ("color", share.colour), ("style", "solid"), ("outline_color", "60,60,60,255"),
            ("outline_style", "solid"), ("outline_width", "0.3"), ("outline_width_unit", "MM"),
          ]))
    }, label: regionLabel, placement: .inside)

  private static let regionPoints = QGISStyle.categorized(
    by: "status",
    shares.map { share in
      .init(
        value: share.value, label: share.label,
        symbol: marker("hexagon", share.colour, "60,60,60,255", share.size))
    }, label: regionLabel, placement: .besidePoint)

  private static let phases = QGISStyle.categorized(
    by: "status",
    [
      .init(
        value: "not_yet", label: "not yet",
        symbol: marker("cross2", "107,107,107,255", "107,107,107,255", "2")),
      .init(
        value: "energised", label: "energised, no GPUs yet",
        symbol: marker("circle", "255,255,255,255", "0,114,178,255", "3")),
      .init(
        value: "starts", label: "first GPUs",
        symbol: marker("star", "0,158,115,255", "255,255,255,255", "6", bySize)),
      .init(
        value: "grows", label: "more GPUs",
        symbol: marker("triangle", "86,180,233,255", "255,255,255,255", "6", bySize)),
      .init(
        value: "runs", label: "as the year before",
        symbol: marker("circle", "0,114,178,255", "255,255,255,255", "6", bySize)),
    ],
    label: "CASE WHEN \"gpus\" > 0 THEN \"site_name\" || ' ' || \"year\" END", placement: .besidePoint)

  private static let bySize = "3 + 9 * sqrt(\"gpus\" / max(1, maximum(\"gpus\")))"

  private static func marker(
    _ shape: String, _ fill: String, _ line: String, _ sizeMM: String, _ size: String? = nil
  ) -> QGISStyle.Symbol {
    var expressions: [(name: String, value: String)] = []
    if let size { expressions.append(("size", size)) }
    return QGISStyle.Symbol(
      type: "marker", layerClass: "SimpleMarker",
      settings: [
        ("name", shape), ("color", fill), ("outline_color", line), ("outline_style", "solid"),
        ("outline_width", "0.5"), ("outline_width_unit", "MM"), ("size", sizeMM), ("size_unit", "MM"),
        ("scale_method", "diameter"),
      ], expressions: expressions)
  }
}

extension LayerStyles {
  /// Writes the table that QGIS looks into for a layer's default style.
  static func write(_ contents: [LayerContent], in writer: VectorWriter) throws {
    try TableLayer.addStyles(
      contents.map { content in
        TableLayer.Style(
          layer: content.layer.rawValue,
          qml: qml(content.layer, outlines: content.geometryType == .multiPolygon),
          description: content.layer.description)
      }, in: writer)
  }
}
