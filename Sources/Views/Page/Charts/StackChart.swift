// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Wording

/// Horizontal bars made of parts, with a legend. Every part has a letter beside its colour, so that it is
/// known without colours.
package struct StackChart {
  package struct Row {
    var label: Phrase
    /// One amount a part.
    var amounts: [Double]
    /// The whole as shown.
    var text: Phrase
  }

  /// Name of the chart, unique on the page, for references.
  var id: StaticString
  var title: Phrase
  var caption: Phrase
  /// What the parts are; six at most have colours of their own.
  var parts: [Phrase]
  var rows: [Row]
  /// An amount in words.
  var amount: (Double) -> Phrase
  /// Columns that the labels take, in pixels.
  var labelWidth = 190.0

  private static let width = 720.0
  private static let valueWidth = 150.0
  private static let rowHeight = 30.0
  private static let legendHeight = 20.0
  private static let letters = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"]
  private static let colours: [StaticString] = [
    "part-1", "part-2", "part-3", "part-4", "part-5", "part-6",
  ]

  /// The figure with its caption.
  var markup: Markup { picture.figure }

  /// The chart.
  package var picture: Picture {
    let most = max(rows.map { $0.amounts.reduce(0, +) }.max() ?? 0, 1e-9)
    let room = Self.width - labelWidth - Self.valueWidth
    var content = legend
    let start = legendSize
    for (index, row) in rows.enumerated() {
      let top = start + Double(index) * Self.rowHeight + 4
      content.append(ChartParts.words("chart-label", x: labelWidth - 8, y: top + 16, row.label))
      var x = labelWidth
      for (part, amount) in row.amounts.enumerated() where amount > 0 {
        let length = amount / most * room
        content.append(
          .element(
            "g", [:],
            [
              .element("title", [:], [.text("\(row.label), \(parts[part]): \(self.amount(amount))")]),
              ChartParts.box(
                "\(Self.colour(part))", x: x, y: top, width: length, height: Self.rowHeight - 8),
              length > 13 ? letter(part, x: x + length / 2, y: top + 15.5) : .empty,
            ]))
        x += length
      }
      content.append(ChartParts.words("chart-value", x: x + 8, y: top + 16, row.text))
    }
    return Picture(
      id: id, width: Self.width, height: start + Double(rows.count) * Self.rowHeight + 6, title: title,
      spoken: spoken, caption: caption, content: content)
  }

  /// The chart in words.
  private var spoken: Phrase {
    .joined(
      rows.map { row in
        let amounts = zip(parts, row.amounts).filter { $0.1 > 0 }.map { part, amount -> Phrase in
          "\(part) \(self.amount(amount))"
        }
        return "\(row.label): \(row.text) (\(Phrase.joined(amounts, separator: ", ")))"
      }, separator: "; ")
  }

  /// Parts that are there. Each keeps its letter and colour, which may be those of a map as well.
  private var shownParts: [Int] { parts.indices.filter { part in rows.contains { $0.amounts[part] > 0 } } }

  /// Three parts a line.
  private var legendSize: Double { Double((shownParts.count + 2) / 3) * Self.legendHeight + 8 }

  private var legend: [Markup] {
    shownParts.enumerated().map { place, part in
      let name = parts[part]
      let x = Double(place % 3) * (Self.width / 3)
      let y = Double(place / 3) * Self.legendHeight + 2
      return .element(
        "g", [:],
        [
          ChartParts.box("\(Self.colour(part))", x: x, y: y, width: 18, height: 15),
          letter(part, x: x + 9, y: y + 12), ChartParts.words("legend", x: x + 24, y: y + 12, name),
        ])
    }
  }

  private func letter(_ part: Int, x: Double, y: Double) -> Markup {
    ChartParts.text("part-letter", x: x, y: y, Self.letters[part % Self.letters.count])
  }

  private static func colour(_ part: Int) -> StaticString { colours[part % colours.count] }
}
