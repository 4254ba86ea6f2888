// SPDX-License-Identifier: GPL-3.0-or-later

/// Style of the layer `sites`: disc, ring or cross by status, discs sized by GPUs, chosen sites named.
enum SitesStyle {
  /// The style as QGIS stores it.
  static let qml = QGISStyle.categorized(
    by: "status",
    [
      .init(
        value: "excluded", label: "left out before the choice",
        symbol: marker("cross2", fill: "107,107,107,255", line: "107,107,107,255", sizeMM: "2.2")),
      .init(
        value: "not_chosen", label: "could have been chosen",
        symbol: marker("circle", fill: "255,255,255,255", line: "179,89,0,255", sizeMM: "2.2")),
      .init(
        value: "chosen", label: "chosen, sized by GPUs",
        symbol: marker(
          "circle", fill: "0,114,178,255", line: "255,255,255,255", sizeMM: "6",
          size: "3 + 9 * sqrt(\"gpus\" / maximum(\"gpus\", filter := \"gpus\" > 0))")),
    ],
    label: "CASE WHEN \"status\" = 'chosen' THEN \"name\" END", placement: .besidePoint)

  private static func marker(
    _ shape: String, fill: String, line: String, sizeMM: String, size: String? = nil
  ) -> QGISStyle.Symbol {
    QGISStyle.Symbol(
      type: "marker", layerClass: "SimpleMarker",
      settings: [
        ("name", shape), ("color", fill), ("outline_color", line), ("outline_style", "solid"),
        ("outline_width", "0.5"), ("outline_width_unit", "MM"), ("size", sizeMM), ("size_unit", "MM"),
        ("scale_method", "diameter"),
      ],
      expressions: size.map { [("size", $0)] } ?? [])
  }
}
