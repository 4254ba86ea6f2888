// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Results
import Sites
import Wording

/// The map of a screening as an SVG picture: numbered discs for the shortlist, rings for the other kept
/// sites, crosses for the excluded ones, so that shape tells them apart as well as colour.
struct ScreeningMap {
  var report: ScreeningReport
  var basemap: Basemap

  private static let width = 820.0

  /// The figure with its caption; a sentence when there is nothing to draw.
  var markup: Markup {
    let positions = report.table.positions
    guard let frame = MapFrame(sites: positions, basemap: basemap, width: Self.width) else {
      return .paragraph("No site has a position in metropolitan France, so there is no map.")
    }
    let ranking = report.screening.ranking
    var content: [Markup] = [
      .element("title", ["id": "map-name"], [.text("Map of the screened sites")]),
      .element("desc", ["id": "map-text"], [.verbatim(spoken)]),
    ]
    content.append(MapGround(basemap: basemap, frame: frame).markup)
    var outside = 0
    var thinning = MarkThinning(sites: report.table.count)
    var discs: [Markup] = []
    for row in report.screening.excludedRows {
      guard let place = frame.place(positions[row]) else {
        outside += 1
        continue
      }
      if thinning.draws(place) { content.append(cross(row, place)) }
    }
    // The best last, so that it lies on top.
    for (row, position) in report.keptInOrder.reversed() {
      guard let place = frame.place(positions[row]) else {
        outside += 1
        continue
      }
      if let rank = position.flatMap({ ranking?.ranks[$0] }), rank <= report.screening.parameters.top {
        discs.append(disc(row, rank: rank, place))
      } else if thinning.draws(place) {
        content.append(ring(row, place))
      }
    }
    let picture = Markup.element(
      "svg",
      [
        "viewBox": "0 0 \(MapFrame.pixel(frame.width)) \(MapFrame.pixel(frame.height))", "role": "img",
        "aria-labelledby": "map-name map-text", "class": "map",
      ], content + discs)
    var caption = "Rings: kept sites. Crosses: excluded sites. Lambert-93."
    if ranking != nil { caption = "Numbered discs: the shortlist by rank. " + caption }
    if outside > 0 { caption += " Outside this map: \(NumberText.grouped(outside)) sites." }
    return .element("figure", [:], [picture, .element("figcaption", [:], [.verbatim(caption)])])
  }

  /// The map in words, for those who cannot see it.
  private var spoken: String {
    let counts =
      "\(report.screening.keptRows.count) sites kept, \(report.screening.excludedRows.count) excluded."
    guard report.screening.ranking != nil else { return counts }
    let best = report.keptInOrder.prefix(report.screening.parameters.top).enumerated().map {
      "\($0 + 1). \(report.table.names[$1.row])"
    }
    return counts + " Shortlist: " + listed(Array(best), atMost: 50, separator: "; ") + "."
  }

  private func cross(_ row: Int, _ place: (x: Double, y: Double)) -> Markup {
    let (x, y) = (place.x, place.y)
    let corners = [(x - 4, y - 4), (x + 4, y + 4), (x - 4, y + 4), (x + 4, y - 4)].map {
      MapFrame.pixel($0.0) + " " + MapFrame.pixel($0.1)
    }
    let rules = report.screening.exclusionsBySite[row].map(\.rule).joined(separator: ", ")
    return .element(
      "path", ["class": "excluded", "d": "M\(corners[0])L\(corners[1])M\(corners[2])L\(corners[3])"],
      name(row, "excluded by \(rules)"))
  }

  private func ring(_ row: Int, _ place: (x: Double, y: Double)) -> Markup {
    .element(
      "circle",
      ["class": "not-chosen", "cx": MapFrame.pixel(place.x), "cy": MapFrame.pixel(place.y), "r": "5"],
      name(row, "kept"))
  }

  private func disc(_ row: Int, rank: Int, _ place: (x: Double, y: Double)) -> Markup {
    .element(
      "g", [:],
      [
        .element(
          "circle",
          ["class": "chosen", "cx": MapFrame.pixel(place.x), "cy": MapFrame.pixel(place.y), "r": "10"],
          name(row, "rank \(rank)")),
        .element(
          "text", ["class": "disc-number", "x": MapFrame.pixel(place.x), "y": MapFrame.pixel(place.y + 4)],
          [.text("\(rank)")]),
      ])
  }

  private func name(_ row: Int, _ state: String) -> [Markup] {
    guard report.table.count <= MarkThinning.manySites else { return [] }
    return [.element("title", [:], [.text("\(report.table.names[row]): \(state)")])]
  }
}
