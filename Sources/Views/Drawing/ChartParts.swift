// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Wording

/// Pieces that charts share.
enum ChartParts {
  /// A picture with a name and a description for those who cannot see it, and its caption.
  static func figure(
    id: StaticString, title: Phrase, spoken: Phrase, width: Double, height: Double, content: [Markup],
    caption: Phrase
  ) -> Markup {
    // A wide one takes the width of the page rather than small print.
    Picture(
      id: id, kind: width > 830 ? "chart wide" : "chart", width: width, height: height, title: title,
      spoken: spoken, caption: caption, content: content
    ).figure
  }

  static func text(_ style: String, x: Double, y: Double, _ text: String) -> Markup {
    .element("text", ["class": style, "x": MapFrame.pixel(x), "y": MapFrame.pixel(y)], [.verbatim(text)])
  }

  static func words(_ style: String, x: Double, y: Double, _ words: Phrase) -> Markup {
    .element("text", ["class": style, "x": MapFrame.pixel(x), "y": MapFrame.pixel(y)], [.text(words)])
  }

  static func line(_ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Markup {
    .element(
      "line",
      [
        "class": style, "x1": MapFrame.pixel(x1), "y1": MapFrame.pixel(y1), "x2": MapFrame.pixel(x2),
        "y2": MapFrame.pixel(y2),
      ])
  }

  static func box(_ style: String, x: Double, y: Double, width: Double, height: Double) -> Markup {
    .element(
      "rect",
      [
        "class": style, "x": MapFrame.pixel(x), "y": MapFrame.pixel(y),
        "width": MapFrame.pixel(max(0, width)), "height": MapFrame.pixel(max(0, height)),
      ])
  }

  static func path(
    _ style: String, _ points: [(x: Double, y: Double)], closed: Bool = false, name: Phrase? = nil
  ) -> Markup {
    var data = ""
    for (index, point) in points.enumerated() {
      data += (index == 0 ? "M" : "L") + MapFrame.pixel(point.x) + " " + MapFrame.pixel(point.y)
    }
    return .element("path", ["class": style, "d": closed ? data + "Z" : data], title(name))
  }

  static func disc(_ style: String, _ x: Double, _ y: Double, radius: Double, name: Phrase?) -> Markup {
    .element(
      "circle",
      ["class": style, "cx": MapFrame.pixel(x), "cy": MapFrame.pixel(y), "r": MapFrame.pixel(radius)],
      title(name))
  }

  static func cross(_ style: String, _ x: Double, _ y: Double, name: Phrase?) -> Markup {
    let corners = [(x - 4, y - 4), (x + 4, y + 4), (x - 4, y + 4), (x + 4, y - 4)].map {
      MapFrame.pixel($0.0) + " " + MapFrame.pixel($0.1)
    }
    return .element(
      "path", ["class": style, "d": "M\(corners[0])L\(corners[1])M\(corners[2])L\(corners[3])"], title(name))
  }

  /// Horizontal lines with their values at the left of a plot.
  static func grid(_ axis: ChartAxis, plot: ChartPlot) -> [Markup] {
    var content: [Markup] = []
    for tick in axis.ticks {
      let y = plot.y(tick, axis)
      content.append(line("grid", plot.left, y, plot.right, y))
      content.append(words("tick-y", x: plot.left - 8, y: y + 4, Phrase(numeral: axis.text(tick))))
    }
    return content
  }

  /// A text that fits into this many columns.
  static func short(_ text: String, _ columns: Int) -> String {
    TextWidth.cut(TextWidth.safe(text), to: columns)
  }

  private static func title(_ name: Phrase?) -> [Markup] {
    guard let name else { return [] }
    return [.element("title", [:], [.text(name)])]
  }
}

/// The part of a picture in which a chart is drawn.
struct ChartPlot {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  func x(_ value: Double, _ axis: ChartAxis) -> Double { left + axis.share(value) * (right - left) }
  func y(_ value: Double, _ axis: ChartAxis) -> Double { bottom - axis.share(value) * (bottom - top) }
}
