// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Wording

/// From one amount to another in steps, as an SVG picture: a bar for each end, and between them bars that
/// begin where the one before ended. Colour and the sign behind each bar say which way a step goes.
struct WaterfallChart {
  struct Step: Equatable {
    var label: String
    /// The amount, cents: of the ends as a whole, of a step as what it adds.
    var cents: Int
    var isEnd = false
  }

  /// Name of the chart, unique on the page, for references.
  var id: StaticString
  var title: String
  var caption: String
  /// The first end, the steps, the last end.
  var steps: [Step]

  private static let width = 760.0
  private static let labelWidth = 250.0
  private static let valueWidth = 130.0
  private static let rowHeight = 26.0

  /// The figure with its caption.
  var markup: Markup {
    let bars = Self.bars(steps)
    let axis = Self.axis(bars)
    let room = Self.width - Self.labelWidth - Self.valueWidth
    func x(_ cents: Int) -> Double {
      Self.labelWidth + min(max((Double(cents) - axis.low) / (axis.high - axis.low), 0), 1) * room
    }
    var content: [Markup] = [
      .element("title", ["id": "\(id)-name"], [.verbatim(title)]),
      .element(
        "desc", ["id": "\(id)-text"],
        [.verbatim(steps.map { "\($0.label): \(Self.text($0)) MEUR" }.joined(separator: "; "))]),
    ]
    for (index, step) in steps.enumerated() {
      let top = Double(index) * Self.rowHeight + 4
      let (from, to) = (x(bars[index].from), x(bars[index].to))
      let colour = step.isEnd ? "var(--excluded)" : step.cents > 0 ? "var(--other)" : "var(--chosen)"
      content.append(text("chart-label", x: Self.labelWidth - 8, y: top + 14, Self.short(step.label)))
      content.append(
        .element(
          "rect",
          [
            "style": "fill: \(colour)", "x": MapFrame.pixel(min(from, to)), "y": MapFrame.pixel(top),
            "width": MapFrame.pixel(max(1, abs(to - from))), "height": MapFrame.pixel(Self.rowHeight - 8),
          ]))
      if index + 1 < steps.count {
        content.append(
          .element(
            "path",
            [
              "style": "fill: none; stroke: var(--soft); stroke-dasharray: 2 2",
              "d": "M\(MapFrame.pixel(to)) \(MapFrame.pixel(top))v\(MapFrame.pixel(Self.rowHeight + 10))",
            ]))
      }
      content.append(text("chart-value", x: max(from, to) + 8, y: top + 14, Self.text(step)))
    }
    let height = Double(steps.count) * Self.rowHeight + 8
    let picture = Markup.element(
      "svg",
      [
        "viewBox": "0 0 \(MapFrame.pixel(Self.width)) \(MapFrame.pixel(height))", "role": "img",
        "aria-labelledby": "\(id)-name \(id)-text", "class": "chart",
      ], content)
    var words = caption
    if axis.low > 0 {
      words += " The bars begin at \(NumberText.millionEUR(axis.low / 100)) MEUR, not at zero."
    }
    return .element("figure", [:], [picture, .element("figcaption", [:], [.verbatim(words)])])
  }

  /// Where each bar begins and ends.
  static func bars(_ steps: [Step]) -> [(from: Int, to: Int)] {
    var bars: [(from: Int, to: Int)] = []
    var level = 0
    for step in steps {
      if step.isEnd {
        bars.append((0, step.cents))
        level = step.cents
      } else {
        bars.append((level, level + step.cents))
        level += step.cents
      }
    }
    return bars
  }

  /// Least and greatest amount of the picture. It begins at zero unless the steps would then be too small to
  /// see.
  private static func axis(_ bars: [(from: Int, to: Int)]) -> (low: Double, high: Double) {
    let levels = bars.map { Double($0.to) }
    let (least, most) = (levels.min() ?? 0, levels.max() ?? 0)
    if least > most / 2, most > least {
      return (max(0, least - (most - least) * 0.25), most)
    }
    return (min(0, least), max(most, least + 100, 100))
  }

  private static func text(_ step: Step) -> String {
    let amount = NumberText.millionEUR(Double(step.cents) / 100, decimals: 2)
    return !step.isEnd && step.cents > 0 ? "+" + amount : amount
  }

  private static func short(_ text: String) -> String {
    text.count > 38 ? String(text.prefix(37)) + "\u{2026}" : text
  }

  private func text(_ style: String, x: Double, y: Double, _ text: String) -> Markup {
    .element("text", ["class": style, "x": MapFrame.pixel(x), "y": MapFrame.pixel(y)], [.verbatim(text)])
  }
}
