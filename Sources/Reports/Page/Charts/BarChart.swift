// SPDX-License-Identifier: GPL-3.0-or-later

/// Horizontal bars with their values written beside them, as an SVG picture.
struct BarChart {
  struct Bar {
    var label: String
    var value: Double
    /// Value as shown.
    var text: String
    /// A mark on the bar, for example a target; nil for none.
    var mark: Double?
  }

  /// Name of the chart, unique on the page, for references.
  var id: StaticString
  var title: String
  var caption: String
  var bars: [Bar]

  private static let width = 720.0
  private static let labelWidth = 190.0
  private static let valueWidth = 130.0
  private static let rowHeight = 28.0

  /// The figure with its caption.
  var markup: Markup {
    let most = max(bars.map { max($0.value, $0.mark ?? 0) }.max() ?? 0, 1e-9)
    let room = Self.width - Self.labelWidth - Self.valueWidth
    let height = Double(bars.count) * Self.rowHeight + 6
    var content: [Markup] = [
      .element("title", ["id": "\(id)-name"], [.text(title)]),
      .element(
        "desc", ["id": "\(id)-text"],
        [.text(bars.map { "\($0.label): \($0.text)" }.joined(separator: "; "))]),
    ]
    for (index, bar) in bars.enumerated() {
      let top = Double(index) * Self.rowHeight + 4
      let length = max(0, bar.value / most * room)
      content.append(
        text("chart-label", x: Self.labelWidth - 8, y: top + 15, bar.label))
      content.append(
        .element(
          "rect",
          [
            "class": "bar", "x": MapFrame.pixel(Self.labelWidth), "y": MapFrame.pixel(top),
            "width": MapFrame.pixel(length), "height": MapFrame.pixel(Self.rowHeight - 8),
          ]))
      if let mark = bar.mark {
        let x = MapFrame.pixel(Self.labelWidth + mark / most * room)
        content.append(
          .element(
            "path",
            ["class": "mark", "d": "M\(x) \(MapFrame.pixel(top - 3))v\(MapFrame.pixel(Self.rowHeight - 2))"]
          ))
      }
      let end = max(length, (bar.mark ?? 0) / most * room)
      content.append(text("chart-value", x: Self.labelWidth + end + 8, y: top + 15, bar.text))
    }
    let picture = Markup.element(
      "svg",
      [
        "viewBox": "0 0 \(MapFrame.pixel(Self.width)) \(MapFrame.pixel(height))", "role": "img",
        "aria-labelledby": "\(id)-name \(id)-text", "class": "chart",
      ], content)
    return .element("figure", [:], [picture, .element("figcaption", [:], [.text(caption)])])
  }

  private func text(_ style: String, x: Double, y: Double, _ text: String) -> Markup {
    .element("text", ["class": style, "x": MapFrame.pixel(x), "y": MapFrame.pixel(y)], [.text(text)])
  }
}
