// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Results
import Sites
import Studies
import Wording

/// The map of a study as an SVG picture: every site that at least one plan has, by how stable the choice is
/// and sized by its mean GPUs.
struct StudyMap {
  var sites: [StudySite]
  var basemap: Basemap

  private static let width = 820.0
  private static let largestRadius = 24.0
  private static let smallestRadius = 7.0
  /// Sites with a number; more would hide each other.
  private static let numbered = 60

  /// The figure with its caption; a sentence where there is nothing to draw.
  var markup: Markup {
    let positions = sites.map(\.site.position)
    guard let frame = MapFrame(sites: positions, basemap: basemap, width: Self.width) else {
      return .paragraph("No site has a position in metropolitan France, so there is no map.")
    }
    var content: [Markup] = basemap.outlines.map { outline in
      .element(
        "path",
        [
          "class": MapGround.style(outline.kind),
          "d": frame.pathData(outline, coordinates: basemap.coordinates),
        ])
    }
    let most = max(1, sites.map(\.gpus.mean).max() ?? 1)
    var outside: [String] = []
    var discs: [(radius: Double, number: Int, markup: Markup)] = []
    for (index, entry) in sites.enumerated() {
      guard let place = frame.place(positions[index]) else {
        outside.append(entry.site.name)
        continue
      }
      let radius = max(Self.smallestRadius, Self.largestRadius * (entry.gpus.mean / most).squareRoot())
      discs.append((radius, index, mark(entry, number: index + 1, at: place, radius: radius)))
    }
    // Large ones first, so that a small one beside a large one stays in sight.
    content += discs.sorted { ($1.radius, $0.number) < ($0.radius, $1.number) }.map(\.markup)
    let picture = Markup.element(
      "svg",
      [
        "viewBox": "0 0 \(MapFrame.pixel(frame.width)) \(MapFrame.pixel(frame.height))", "role": "img",
        "aria-labelledby": "map-name map-text", "class": "map",
      ],
      [
        .element("title", ["id": "map-name"], [.text("Map of the sites that plans choose")]),
        .element("desc", ["id": "map-text"], [.verbatim(spoken)]),
      ] + content)
    var caption =
      "Full discs: sites of all plans. Squares: of at least two plans of three. Rings: of some plans. Area in proportion to mean GPUs "
      + "where chosen; numbered as in the table below. Lambert-93."
    if !outside.isEmpty { caption += " Outside this map: " + outside.joined(separator: ", ") + "." }
    return .element("figure", [:], [picture, .element("figcaption", [:], [.verbatim(caption)])])
  }

  private func mark(
    _ entry: StudySite, number: Int, at place: (x: Double, y: Double), radius: Double
  ) -> Markup {
    let share = NumberText.percent(entry.frequency.share)
    let name =
      "\(entry.site.name): in \(share) of the plans, \(NumberText.grouped(entry.gpus.mean)) GPUs where chosen"
    var content: [Markup] = []
    switch entry.frequency.stability {
    case .all:
      content.append(
        ChartParts.disc("site-all", place.x, place.y, radius: radius, name: Phrase(verbatim: name)))
    case .most:
      // A square of the same area.
      let half = radius * 0.886
      content.append(
        .element(
          "rect",
          [
            "class": "site-most", "x": MapFrame.pixel(place.x - half), "y": MapFrame.pixel(place.y - half),
            "width": MapFrame.pixel(2 * half), "height": MapFrame.pixel(2 * half),
          ], [.element("title", [:], [.verbatim(name)])]))
    case .some, .none:
      content.append(
        ChartParts.disc("site-some", place.x, place.y, radius: radius, name: Phrase(verbatim: name)))
    }
    if number <= Self.numbered {
      let style = entry.frequency.stability == .all ? "disc-number" : "ring-number"
      content.append(ChartParts.text(style, x: place.x, y: place.y + 4, String(number)))
    }
    return .element("g", [:], content)
  }

  /// The map in words, for those who cannot see it.
  private var spoken: String {
    let words = sites.enumerated().map { number, entry in
      "\(number + 1). \(entry.site.name): \(NumberText.percent(entry.frequency.share)) of the plans"
    }
    return listed(words, atMost: 50, separator: "; ")
  }
}
