// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Wording

/// Horizontal bars with their values written beside them.
package struct BarChart {
  package struct Bar {
    var label: Phrase
    var value: Double
    /// Value as shown.
    var text: Phrase
    /// A mark on the bar, for example a target; nil for none.
    var mark: Double?
  }

  /// Name of the chart, unique on the page, for references.
  var id: StaticString
  var title: Phrase
  var caption: Phrase
  var bars: [Bar]
  /// Columns that the labels take, in pixels.
  var labelWidth = 190.0
  /// Columns that the values take, in pixels.
  var valueWidth = 130.0

  private static let width = 720.0
  private static let rowHeight = 28.0

  /// The figure with its caption.
  var markup: Markup { picture.figure }

  /// The chart.
  package var picture: Picture {
    let most = max(bars.map { max($0.value, $0.mark ?? 0) }.max() ?? 0, 1e-9)
    let room = Self.width - labelWidth - valueWidth
    var content: [Markup] = []
    for (index, bar) in bars.enumerated() {
      let top = Double(index) * Self.rowHeight + 4
      let length = max(0, bar.value / most * room)
      content.append(ChartParts.words("chart-label", x: labelWidth - 8, y: top + 15, bar.label))
      content.append(
        ChartParts.box("bar", x: labelWidth, y: top, width: length, height: Self.rowHeight - 8))
      if let mark = bar.mark {
        let x = MapFrame.pixel(labelWidth + mark / most * room)
        content.append(
          .element(
            "path",
            ["class": "mark", "d": "M\(x) \(MapFrame.pixel(top - 3))v\(MapFrame.pixel(Self.rowHeight - 2))"]
          ))
      }
      let end = max(length, (bar.mark ?? 0) / most * room)
      content.append(ChartParts.words("chart-value", x: labelWidth + end + 8, y: top + 15, bar.text))
    }
    return Picture(
      id: id, width: Self.width, height: Double(bars.count) * Self.rowHeight + 6, title: title,
      spoken: .joined(bars.map { "\($0.label): \($0.text)" }, separator: "; "), caption: caption,
      content: content)
  }
}
