// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
package import Wording

/// A drawing with its name and what it says in words: a figure of a page, or a file of its own for a slide.
package struct Picture {
  /// Name, unique on a page.
  var id: StaticString
  /// `map`, `chart` or `chart wide`, for the style sheet.
  var kind: StaticString = "chart"
  /// Size in pixels of the drawing's own units.
  var width: Double
  var height: Double
  /// What it shows.
  var title: Phrase
  /// The same as the drawing in words, for those who cannot see it.
  var spoken: Phrase
  /// What a reader must know to read it.
  var caption: Phrase
  /// The drawing.
  var content: [Markup]

  /// The figure of a page.
  var figure: Markup {
    let heading = Markup.element("p", ["class": "figure-title"], [.text(title)])
    return .element(
      "figure", ["id": "figure-\(id)"], [heading, drawing, .element("figcaption", [:], [.text(caption)])])
  }

  /// The drawing alone.
  var drawing: Markup {
    .element(
      "svg",
      [
        "viewBox": "0 0 \(MapFrame.pixel(width)) \(MapFrame.pixel(height))", "role": "img",
        "aria-labelledby": "\(id)-name \(id)-text", "class": "\(kind)",
      ], named + content)
  }

  private var named: [Markup] {
    [
      .element("title", ["id": "\(id)-name"], [.text(title)]),
      .element("desc", ["id": "\(id)-text"], [.text(spoken)]),
    ]
  }

  /// The drawing as an SVG file that needs no other file, with its title above and its caption below.
  package func file(in language: Language) -> String {
    let margin = 24.0
    let titleHeight = 40.0
    let lines = TextLines.broken(language.text(caption), columns: Int(width / 6.4))
    let footHeight = Double(lines.count) * 16 + 20
    let (outerWidth, outerHeight) = (width + 2 * margin, titleHeight + height + footHeight + margin)
    var parts = named
    parts.append(.element("style", [:], [.trusted(PictureStyle.sheet)]))
    parts.append(.element("rect", ["class": "ground", "width": "100%", "height": "100%"]))
    parts.append(
      .element(
        "text", ["class": "title", "x": MapFrame.pixel(margin), "y": MapFrame.pixel(margin + 8)],
        [.text(title)]))
    parts.append(
      .element(
        "svg",
        [
          "x": MapFrame.pixel(margin), "y": MapFrame.pixel(titleHeight), "width": MapFrame.pixel(width),
          "height": MapFrame.pixel(height),
          "viewBox": "0 0 \(MapFrame.pixel(width)) \(MapFrame.pixel(height))",
        ], content))
    for (index, line) in lines.enumerated() {
      parts.append(
        .element(
          "text",
          [
            "class": "caption", "x": MapFrame.pixel(margin),
            "y": MapFrame.pixel(titleHeight + height + 24 + Double(index) * 16),
          ], [.verbatim(line)]))
    }
    let svg = Markup.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": MapFrame.pixel(outerWidth),
        "height": MapFrame.pixel(outerHeight),
        "viewBox": "0 0 \(MapFrame.pixel(outerWidth)) \(MapFrame.pixel(outerHeight))", "role": "img",
        "aria-labelledby": "\(id)-name \(id)-text", "xml:lang": language.code,
      ], parts)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg.source(in: language) + "\n"
  }
}
