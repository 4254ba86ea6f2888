// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Results

/// Styles of the layer `diff`: orange for more in the plan after, blue for less, grey for the same, and a
/// shape of its own for each, so that nothing hangs on colour alone. Marks grow with the GPUs that moved.
enum DiffStyle {
  /// The style as QGIS stores it.
  static let qml = QGISStyle.categorized(
    by: """
      CASE WHEN "status" = 'changed' AND "gpus_change" > 0 THEN 'more' \
      WHEN "status" = 'changed' AND "gpus_change" < 0 THEN 'fewer' ELSE "status" END
      """,
    [
      .init(value: "kept", label: "as before", symbol: mark("circle", "255,255,255,255", grey, "3")),
      .init(
        value: PlanLayers.statusChanged, label: "chosen in neither, for another reason",
        symbol: mark("pentagon", "255,255,255,255", grey, "2.4")),
      .init(
        value: SiteDifference.Kind.changed.rawValue, label: "changed, as many GPUs",
        symbol: mark("square", "118,118,118,255", "255,255,255,255", "4")),
      .init(
        value: "fewer", label: "fewer GPUs",
        symbol: mark("triangle", blue, "255,255,255,255", "6", bySize, angle: "180")),
      .init(value: "more", label: "more GPUs", symbol: mark("triangle", orange, edge, "6", bySize)),
      .init(
        value: SiteDifference.Kind.left.rawValue, label: "left",
        symbol: mark("cross2", blue, blue, "6", bySize, width: "1.2")),
      .init(
        value: SiteDifference.Kind.joined.rawValue, label: "joined",
        symbol: mark("diamond", orange, edge, "6", bySize)),
    ],
    label: """
      CASE WHEN "gpus_change" <> 0 THEN "name" || ' ' || CASE WHEN "gpus_change" > 0 THEN '+' ELSE '' END \
      || "gpus_change" WHEN "status" = 'changed' THEN "name" END
      """, placement: .besidePoint)

  /// The same for MapLibre, which has no shapes without a sprite: discs for more, rings for less, and wide
  /// edges for sites that joined or left.
  ///
  /// - Parameter most: GPUs of the largest mark.
  static func paint(most: Int) -> JSONValue {
    [
      "circle-color": byStatus(
        joined: "#e69f00", left: "#ffffff", more: "#e69f00", fewer: "#ffffff", same: "#767676"),
      "circle-radius": [
        "+", 4, ["*", 10, ["sqrt", ["/", ["abs", ["get", "gpus_change"]], .integer(most)]]],
      ],
      "circle-stroke-color": byStatus(
        joined: "#5a3c00", left: "#0072b2", more: "#ffffff", fewer: "#0072b2", same: "#767676"),
      "circle-stroke-width": byStatus(joined: 3, left: 4, more: 1, fewer: 2, same: 1),
    ]
  }

  private static func byStatus(
    joined: JSONValue, left: JSONValue, more: JSONValue, fewer: JSONValue, same: JSONValue
  ) -> JSONValue {
    [
      "case", ["==", ["get", "status"], .string(SiteDifference.Kind.joined.rawValue)], joined,
      ["==", ["get", "status"], .string(SiteDifference.Kind.left.rawValue)], left,
      [">", ["get", "gpus_change"], 0], more, ["<", ["get", "gpus_change"], 0], fewer, same,
    ]
  }

  // Blue and orange of Okabe and Ito, as on the map of a comparison.
  private static let (blue, orange, grey, edge) = (
    "0,114,178,255", "230,159,0,255", "118,118,118,255", "90,60,0,255"
  )
  private static let bySize =
    "4 + 8 * sqrt(abs(\"gpus_change\") / max(1, maximum(abs(\"gpus_change\"))))"

  private static func mark(
    _ shape: String, _ fill: String, _ line: String, _ sizeMM: String, _ size: String? = nil,
    angle: String = "0", width: String = "0.5"
  ) -> QGISStyle.Symbol {
    var expressions: [(name: String, value: String)] = []
    if let size { expressions.append(("size", size)) }
    return QGISStyle.Symbol(
      type: "marker", layerClass: "SimpleMarker",
      settings: [
        ("name", shape), ("angle", angle), ("color", fill), ("outline_color", line),
        ("outline_style", "solid"), ("outline_width", width), ("outline_width_unit", "MM"),
        ("size", sizeMM), ("size_unit", "MM"), ("scale_method", "diameter"),
      ], expressions: expressions)
  }
}
