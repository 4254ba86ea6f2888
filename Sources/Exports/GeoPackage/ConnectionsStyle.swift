// SPDX-License-Identifier: GPL-3.0-or-later

/// Style of the layer `connections`: dashes by voltage, since a straight line is no route.
enum ConnectionsStyle {
  /// The style as QGIS stores it.
  static let qml = qml(label: "\"substation\" || ' ' || \"voltage_kv\" || ' kV'")

  /// The style with another label, where a layer beside it names the substations.
  static func qml(label: String) -> String {
    QGISStyle.categorized(by: "voltage_kv", categories, label: label, placement: .alongLine)
  }

  private static let categories: [QGISStyle.Category] =
    [
      .init(value: "225", label: "225 kV", symbol: line("0,158,115,255", dash: "dot")),
      .init(value: "400", label: "400 kV", symbol: line("213,94,0,255", dash: "dash")),
      .init(value: "", label: "other voltage", symbol: line("107,107,107,255", dash: "dash dot")),
    ]

  private static func line(_ colour: String, dash: String) -> QGISStyle.Symbol {
    QGISStyle.Symbol(
      type: "line", layerClass: "SimpleLine",
      settings: [
        ("line_color", colour), ("line_style", dash), ("line_width", "0.6"), ("line_width_unit", "MM"),
        ("capstyle", "round"), ("joinstyle", "round"),
      ])
  }
}
