// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// Pieces of a QGIS style file (QML), written from scratch for QGIS 3.22 and later.
enum QGISStyle {
  /// One symbol with one layer.
  struct Symbol {
    /// `marker` or `line`.
    var type: String
    /// QGIS class of its layer.
    var layerClass: String
    /// Settings of its layer.
    var settings: [(name: String, value: String)]
    /// Expressions that replace settings feature by feature.
    var expressions: [(name: String, value: String)] = []
  }

  /// Where labels stand.
  enum Placement {
    /// To the right of a point, or at another side of it.
    case besidePoint
    /// Along a line.
    case alongLine
    /// Level, inside an area.
    case inside

    /// Number that QGIS has for it.
    var number: String {
      switch self {
      case .besidePoint: "6"
      case .alongLine: "2"
      case .inside: "4"
      }
    }
  }

  /// One category: the value it stands for, its label and its symbol.
  struct Category {
    var value: String
    var label: String
    var symbol: Symbol
  }

  /// A style that draws features by the value of a field.
  ///
  /// - Parameters:
  ///   - field: Field or expression whose value decides.
  ///   - label: Expression for the label of a feature; features without one get none.
  ///   - placement: Where the label stands.
  static func categorized(
    by field: String, _ categories: [Category], label: String, placement: Placement
  ) -> String {
    let renderer = Markup.element(
      "renderer-v2",
      [
        "type": "categorizedSymbol", "attr": field, "symbollevels": "0", "enableorderby": "0",
        "forceraster": "0",
      ],
      [
        .element(
          "categories", [:],
          categories.enumerated().map { index, category in
            .element(
              "category",
              [
                "value": category.value, "symbol": "\(index)", "label": category.label, "type": "string",
                "render": "true",
              ])
          }),
        .element("symbols", [:], categories.enumerated().map { symbol($1.symbol, name: "\($0)") }),
      ])
    let labels = Markup.element(
      "labeling", ["type": "simple"],
      [
        .element(
          "settings", ["calloutType": "simple"],
          [
            .element(
              "text-style",
              [
                "fieldName": label, "isExpression": "1", "fontSize": "9", "fontSizeUnit": "Point",
                "fontWeight": "75", "multilineHeight": "1", "textColor": "30,30,30,255", "textOpacity": "1",
                "blendMode": "0",
              ],
              [
                .element(
                  "text-buffer",
                  [
                    "bufferDraw": "1", "bufferSize": "0.8", "bufferSizeUnits": "MM",
                    "bufferColor": "255,255,255,255", "bufferOpacity": "1", "bufferJoinStyle": "128",
                  ])
              ]),
            // Beside the symbol, at its edge whatever its size, and never dropped for want of room.
            .element(
              "placement",
              [
                "placement": placement.number, "offsetType": "1", "dist": "1",
                "distUnits": "MM", "predefinedPositionOrder": "R,L,TR,BR,TL,BL", "placementFlags": "10",
                "priority": "10", "layerType": "UnknownGeometry",
              ]),
            .element(
              "rendering",
              [
                "drawLabels": "1", "displayAll": "1", "obstacle": "0", "fontMinPixelSize": "0",
                "fontMaxPixelSize": "10000", "limitNumLabels": "0", "maxNumLabels": "2000",
                "minFeatureSize": "0",
                "scaleVisibility": "0", "upsidedownLabels": "0",
              ]),
          ])
      ])
    let root = Markup.element(
      "qgis",
      ["version": "3.22.0", "styleCategories": "Symbology|Labeling", "labelsEnabled": "1"],
      [renderer, labels])
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + root.source() + "\n"
  }

  private static func symbol(_ symbol: Symbol, name: String) -> Markup {
    let settings = Markup.element(
      "Option", ["type": "Map"],
      symbol.settings.map { .element("Option", ["name": $0.name, "type": "QString", "value": $0.value]) })
    var content = [settings]
    if !symbol.expressions.isEmpty {
      let properties = symbol.expressions.map { expression in
        Markup.element(
          "Option", ["name": expression.name, "type": "Map"],
          [
            .element("Option", ["name": "active", "type": "bool", "value": "true"]),
            .element("Option", ["name": "expression", "type": "QString", "value": expression.value]),
            .element("Option", ["name": "type", "type": "int", "value": "3"]),
          ])
      }
      content.append(
        .element(
          "data_defined_properties", [:],
          [
            .element(
              "Option", ["type": "Map"],
              [
                .element("Option", ["name": "name", "type": "QString", "value": ""]),
                .element("Option", ["name": "properties", "type": "Map"], properties),
                .element("Option", ["name": "type", "type": "QString", "value": "collection"]),
              ])
          ]))
    }
    return .element(
      "symbol",
      ["type": symbol.type, "name": name, "alpha": "1", "clip_to_extent": "1", "force_rhr": "0"],
      [.element("layer", ["class": symbol.layerClass, "pass": "0", "enabled": "1", "locked": "0"], content)])
  }
}
