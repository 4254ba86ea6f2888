// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Results
import Sites
import Wording

/// The map of a comparison as an SVG picture. Shape tells what became of a site as well as colour: a cross
/// for one that left, a diamond for one that joined, a triangle up or down for more or fewer GPUs, a ring for
/// what stayed.
struct ComparisonMap {
  var comparison: PlanComparison
  var basemap: Basemap

  private static let width = 820.0

  /// The figure with its caption; a sentence when there is nothing to draw.
  var markup: Markup {
    let sites = comparison.sites
    guard !sites.isEmpty,
      let frame = MapFrame(sites: sites.map(\.position), basemap: basemap, width: Self.width)
    else { return .paragraph("Neither plan chose a site in metropolitan France, so there is no map.") }
    var content: [Markup] = [
      .element("title", ["id": "map-name"], [.text("Map of the sites of both plans")]),
      .element("desc", ["id": "map-text"], [.verbatim(spoken)]),
    ]
    content += basemap.outlines.map { outline in
      .element(
        "path",
        [
          "class": MapGround.style(outline.kind),
          "d": frame.pathData(outline, coordinates: basemap.coordinates),
        ])
    }
    var outside: [String] = []
    // What moved last, so that it lies on top.
    for kind in SiteDifference.Kind.allCases.reversed() {
      for site in comparison.sites(kind) {
        guard let place = frame.place(site.position) else {
          outside.append(site.name)
          continue
        }
        content.append(mark(site, place, frame))
      }
    }
    let picture = Markup.element(
      "svg",
      [
        "viewBox": "0 0 \(MapFrame.pixel(frame.width)) \(MapFrame.pixel(frame.height))", "role": "img",
        "aria-labelledby": "map-name map-text", "class": "map",
      ], content)
    var caption =
      "Blue, more in A: crosses are sites that left, triangles pointing down have fewer GPUs in B. Orange, more in B: "
      + "diamonds are sites that joined, triangles pointing up have more GPUs. Grey: squares changed without a change of "
      + "GPUs, rings stayed as they were. Lambert-93."
    if basemap.outlines.isEmpty { caption += " No outlines: the layers of the scenarios are not at hand." }
    if !outside.isEmpty { caption += " Outside this map: " + outside.joined(separator: ", ") + "." }
    return .element("figure", [:], [picture, .element("figcaption", [:], [.verbatim(caption)])])
  }

  /// The map in words, for those who cannot see it.
  private var spoken: String {
    var parts: [String] = []
    for kind in SiteDifference.Kind.allCases {
      let names = comparison.sites(kind).map(\.name)
      if !names.isEmpty { parts.append("\(kind.rawValue): \(names.joined(separator: ", "))") }
    }
    return parts.joined(separator: ". ") + "."
  }

  private func mark(_ site: SiteDifference, _ place: (x: Double, y: Double), _ frame: MapFrame) -> Markup {
    let (x, y) = (place.x, place.y)
    func point(_ dx: Double, _ dy: Double) -> String {
      MapFrame.pixel(x + dx) + " " + MapFrame.pixel(y + dy)
    }
    let title = Markup.element("title", [:], [.text("\(site.name): \(Self.words(site))")])
    let blue = "fill: var(--chosen); stroke: var(--ground); stroke-width: 1.5"
    let orange = "fill: var(--other); stroke: var(--ground); stroke-width: 1.5"
    let shape: Markup
    switch site.kind {
    case .left:
      shape = .element(
        "path",
        [
          "style": "fill: none; stroke: var(--chosen); stroke-width: 4",
          "d": "M\(point(-7, -7))L\(point(7, 7))M\(point(-7, 7))L\(point(7, -7))",
        ], [title])
    case .joined:
      shape = .element(
        "path",
        ["style": orange, "d": "M\(point(0, -10))L\(point(10, 0))L\(point(0, 10))L\(point(-10, 0))Z"], [title]
      )
    case .changed where site.gpusChange > 0:
      shape = .element(
        "path", ["style": orange, "d": "M\(point(0, -9))L\(point(9, 7))L\(point(-9, 7))Z"], [title])
    case .changed where site.gpusChange < 0:
      shape = .element(
        "path", ["style": blue, "d": "M\(point(0, 9))L\(point(9, -7))L\(point(-9, -7))Z"], [title])
    case .changed:
      shape = .element(
        "path",
        [
          "style": "fill: var(--excluded); stroke: var(--ground); stroke-width: 1.5",
          "d": "M\(point(-7, -7))L\(point(7, -7))L\(point(7, 7))L\(point(-7, 7))Z",
        ], [title])
    case .kept:
      shape = .element(
        "circle",
        [
          "style": "fill: var(--ground); stroke: var(--excluded); stroke-width: 2.5", "cx": MapFrame.pixel(x),
          "cy": MapFrame.pixel(y), "r": "6",
        ], [title])
    }
    let isRight = x > frame.width * 0.7
    let label = Markup.element(
      "text",
      [
        "class": isRight ? "label label-left" : "label", "x": MapFrame.pixel(x + (isRight ? -14 : 14)),
        "y": MapFrame.pixel(y + 4),
      ], [.verbatim(site.name.count > 34 ? String(site.name.prefix(33)) + "\u{2026}" : site.name)])
    return .element("g", [:], [shape, label])
  }

  private static func words(_ site: SiteDifference) -> String {
    "\(site.kind.rawValue), \(NumberText.grouped(site.gpusA)) GPUs in A, \(NumberText.grouped(site.gpusB)) in B"
  }
}
