// SPDX-License-Identifier: GPL-3.0-or-later

import Siting

/// The map of the page as an SVG picture: land, departements, every candidate, chosen sites sized by GPUs and numbered as in the
/// table. Shape tells the verdicts apart as well as colour: disc, ring and cross.
struct SiteMap {
  var plan: Plan
  var context: ReportContext

  private static let width = 820.0
  private static let largestRadius = 26.0
  private static let smallestRadius = 7.0

  /// The figure with its caption; a sentence when there is nothing to draw.
  var markup: Markup {
    guard
      let frame = MapFrame(
        sites: plan.sites.map(\.position), basemap: context.basemap, width: Self.width)
    else { return .paragraph("No site has a position in metropolitan France, so there is no map.") }
    let beyond = plan.sites.filter { frame.place($0.position) == nil }
    var content: [Markup] = [
      .element("title", ["id": "map-name"], [.text("Map of the candidate sites")]),
      .element("desc", ["id": "map-text"], [.text(spoken)]),
    ]
    content += context.basemap.outlines.map { outline in
      .element(
        "path",
        [
          "class": Self.style(outline.kind),
          "d": frame.pathData(outline, coordinates: context.basemap.coordinates),
        ])
    }
    content += routes(frame)
    content += plan.sites.filter { $0.verdict == .excluded }.compactMap { cross($0, frame) }
    content += plan.sites.filter { $0.verdict == .notChosen }.compactMap { ring($0, frame) }
    content += discs(frame)
    content.append(scaleBar(frame))
    let picture = Markup.element(
      "svg",
      [
        "viewBox": "0 0 \(MapFrame.pixel(frame.width)) \(MapFrame.pixel(frame.height))", "role": "img",
        "aria-labelledby": "map-name map-text", "class": "map",
      ], content)
    var caption =
      "Discs: chosen sites, area in proportion to GPUs at the end of the horizon, numbered as in the table below, with a "
      + "dashed straight line to their substation. Rings: sites that could have been chosen. Crosses: sites left out "
      + "before the choice. Lambert-93."
    if !beyond.isEmpty { caption += " Outside this map: " + beyond.map(\.name).joined(separator: ", ") + "." }
    return .element("figure", [:], [picture, .element("figcaption", [:], [.text(caption)])])
  }

  /// The map in words, for those who cannot see it.
  private var spoken: String {
    let chosen = plan.chosen.enumerated().map { number, site in
      "\(number + 1). \(site.name), \(site.region): \(NumberText.grouped(site.gpus)) GPUs"
    }
    let rest = plan.sites.filter { $0.verdict == .notChosen }.count
    let excluded = plan.sites.filter { $0.verdict == .excluded }.count
    return (chosen.isEmpty ? "No site is chosen." : "Chosen: " + chosen.joined(separator: "; ") + ".")
      + " \(rest) more could have been chosen and \(excluded) were left out."
  }

  static func style(_ kind: Basemap.Kind) -> String {
    switch kind {
    case .land: "land"
    case .departement: "departement"
    case .region: "region"
    case .river: "river"
    }
  }

  private func routes(_ frame: MapFrame) -> [Markup] {
    ConnectionsTable.routes(plan, substations: context.substations).compactMap { route in
      guard let end = route.end.flatMap(frame.place), let start = frame.place(route.site.position) else {
        return nil
      }
      return .element(
        "line",
        [
          "class": "route", "x1": MapFrame.pixel(start.x), "y1": MapFrame.pixel(start.y),
          "x2": MapFrame.pixel(end.x), "y2": MapFrame.pixel(end.y),
        ])
    }
  }

  private func cross(_ site: PlannedSite, _ frame: MapFrame) -> Markup? {
    guard let place = frame.place(site.position) else { return nil }
    let (x, y) = (place.x, place.y)
    let corners = [(x - 4, y - 4), (x + 4, y + 4), (x - 4, y + 4), (x + 4, y - 4)].map {
      MapFrame.pixel($0.0) + " " + MapFrame.pixel($0.1)
    }
    return .element(
      "path", ["class": "excluded", "d": "M\(corners[0])L\(corners[1])M\(corners[2])L\(corners[3])"],
      [tooltip(site)])
  }

  private func ring(_ site: PlannedSite, _ frame: MapFrame) -> Markup? {
    guard let place = frame.place(site.position) else { return nil }
    return .element(
      "circle",
      [
        "class": "not-chosen", "cx": MapFrame.pixel(place.x), "cy": MapFrame.pixel(place.y), "r": "4.5",
      ], [tooltip(site)])
  }

  private func discs(_ frame: MapFrame) -> [Markup] {
    let most = Double(max(1, plan.chosen.map(\.gpus).max() ?? 1))
    let numbered = Array(plan.chosen.enumerated())
    // Large ones first, so that a small one beside a large one stays in sight.
    return numbered.sorted { ($1.element.gpus, $0.offset) < ($0.element.gpus, $1.offset) }.compactMap {
      number, site -> Markup? in
      guard let place = frame.place(site.position) else { return nil }
      let radius = max(Self.smallestRadius, Self.largestRadius * (Double(site.gpus) / most).squareRoot())
      let isRight = place.x > frame.width * 0.7
      let disc = Markup.element(
        "circle",
        [
          "class": "chosen", "cx": MapFrame.pixel(place.x), "cy": MapFrame.pixel(place.y),
          "r": MapFrame.pixel(radius),
        ], [tooltip(site)])
      let digit = Markup.element(
        "text",
        ["class": "disc-number", "x": MapFrame.pixel(place.x), "y": MapFrame.pixel(place.y + 4)],
        [.text("\(number + 1)")])
      let label = Markup.element(
        "text",
        [
          "class": isRight ? "label label-left" : "label",
          "x": MapFrame.pixel(place.x + (isRight ? -radius - 4 : radius + 4)),
          "y": MapFrame.pixel(place.y + 4),
        ], [.text(Self.short(site.name))])
      return .element("g", [:], [disc, digit, label])
    }
  }

  private func tooltip(_ site: PlannedSite) -> Markup {
    let state =
      switch site.verdict {
      case .chosen:
        "\(NumberText.grouped(site.gpus)) GPUs, \(NumberText.grouped(site.itMW, decimals: 1)) MW IT"
      case .notChosen: "not chosen"
      case .excluded: "left out"
      }
    return .element("title", [:], [.text("\(site.name): \(state)")])
  }

  private func scaleBar(_ frame: MapFrame) -> Markup {
    let length = frame.pixels(km: 100)
    let y = frame.height - 14
    return .element(
      "g", ["class": "scale"],
      [
        .element(
          "path",
          ["d": "M14 \(MapFrame.pixel(y - 5))V\(MapFrame.pixel(y))H\(MapFrame.pixel(14 + length))v-5"]),
        .element(
          "text", ["x": MapFrame.pixel(20 + length), "y": MapFrame.pixel(y + 1)], [.text("100 km")]),
      ])
  }

  /// A name that fits beside a disc.
  private static func short(_ name: String) -> String {
    name.count > 34 ? String(name.prefix(33)) + "\u{2026}" : name
  }
}
