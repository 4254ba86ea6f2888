// SPDX-License-Identifier: GPL-3.0-or-later

/// Style of the layer `sites` of a study: full disc, square or ring by how stable the choice is, sized by
/// mean GPUs and labelled with the share of plans, so that shape tells the classes apart as well as colour.
enum StudySitesStyle {
  /// The style as QGIS stores it.
  static let qml = QGISStyle.categorized(
    by: "stability",
    [
      .init(
        value: "some", label: "in some plans",
        symbol: marker("circle", fill: "255,255,255,255", line: "179,89,0,255")),
      .init(
        value: "most", label: "in at least two plans of three",
        symbol: marker("square", fill: "86,180,233,255", line: "0,60,100,255")),
      .init(
        value: "all", label: "in all plans",
        symbol: marker("circle", fill: "0,114,178,255", line: "255,255,255,255")),
    ],
    label: "\"name\" || ' ' || round(100 * \"share\") || ' %'", placement: .besidePoint)

  private static func marker(_ shape: String, fill: String, line: String) -> QGISStyle.Symbol {
    QGISStyle.Symbol(
      type: "marker", layerClass: "SimpleMarker",
      settings: [
        ("name", shape), ("color", fill), ("outline_color", line), ("outline_style", "solid"),
        ("outline_width", "0.6"), ("outline_width_unit", "MM"), ("size", "5"), ("size_unit", "MM"),
        ("scale_method", "diameter"),
      ],
      expressions: [("size", "3 + 8 * sqrt(\"gpus_mean\" / max(1, maximum(\"gpus_mean\")))")])
  }
}
