// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities
import Results
import Wording

/// The map of a plan as a picture: land, departements, every candidate, chosen sites sized by GPUs and
/// numbered as in the table. Shape tells the statuses apart as well as colour: disc, ring and cross.
struct SiteMap {
  var plan: Plan
  var context: ReportContext

  /// Width of the picture in pixels.
  static let width = 820.0
  /// Radius of the site with most GPUs, and the least of any, in pixels.
  static let largestRadius = 26.0
  static let smallestRadius = 7.0

  /// The part of the world that the map shows; nil when there is nothing to draw.
  var frame: MapFrame? {
    MapFrame(sites: plan.sites.map(\.position), basemap: context.basemap, width: Self.width)
  }

  /// The picture; nil when there is nothing to draw.
  var picture: Picture? {
    guard let frame else { return nil }
    var content: [Markup] = [MapGround(basemap: context.basemap, frame: frame).markup]
    content += routes(frame)
    content += marks(of: .excluded, frame, cross)
    content += marks(of: .notChosen, frame, ring)
    content += discs(frame)
    content.append(MapGround.scaleBar(frame))
    return Picture(
      id: "map", kind: "map", width: frame.width, height: frame.height, title: "Map of the candidate sites",
      spoken: spoken, caption: caption(frame), content: content)
  }

  private func caption(_ frame: MapFrame) -> Phrase {
    let words: Phrase =
      "Discs: chosen sites, area in proportion to GPUs at the end of the horizon, numbered as in the tables, with a "
      + "dashed straight line to their substation. Rings: sites that could have been chosen. Crosses: sites left out "
      + "before the choice. Lambert-93."
    let beyond = plan.sites.filter { frame.place($0.position) == nil }
    if beyond.isEmpty { return words }
    if beyond.count > 12 { return "\(words) Outside this map: \(.grouped(beyond.count)) sites." }
    return "\(words) Outside this map: \(beyond.map(\.name).joined(separator: ", "))."
  }

  /// The map in words, for those who cannot see it.
  private var spoken: Phrase {
    let chosen = plan.chosen.enumerated().map { number, site -> Phrase in
      "\(number + 1). \(site.name), \(site.region): \(.grouped(site.gpus)) GPUs"
    }
    let rest = Phrase.grouped(plan.sites.filter { $0.status == .notChosen }.count)
    let excluded = Phrase.grouped(plan.sites.filter { $0.status == .excluded }.count)
    return chosen.isEmpty
      ? "No site is chosen. \(rest) more could have been chosen and \(excluded) were left out."
      : "Chosen: \(Phrase.joined(chosen, separator: "; ")). \(rest) more could have been chosen and \(excluded) were left out."
  }

  private func routes(_ frame: MapFrame) -> [Markup] {
    ConnectionsTable.routes(plan, substations: context.substations).compactMap { route in
      guard let end = route.end.flatMap(frame.place), let start = frame.place(route.site.position) else {
        return nil
      }
      return ChartParts.line("route", start.x, start.y, end.x, end.y)
    }
  }

  /// Marks of one status.
  private func marks(
    of status: PlannedSite.Status, _ frame: MapFrame,
    _ mark: (_ x: Double, _ y: Double, _ name: Phrase?) -> Markup
  ) -> [Markup] {
    var thinning = MarkThinning(sites: plan.sites.count)
    var marks: [Markup] = []
    for site in plan.sites where site.status == status {
      guard let place = frame.place(site.position) else { continue }
      guard thinning.draws(place) else { continue }
      marks.append(mark(place.x, place.y, thinning.isNeeded ? nil : tooltip(site)))
    }
    return marks
  }

  private func cross(_ x: Double, _ y: Double, _ name: Phrase?) -> Markup {
    ChartParts.cross("excluded", x, y, name: name)
  }

  private func ring(_ x: Double, _ y: Double, _ name: Phrase?) -> Markup {
    ChartParts.disc("not-chosen", x, y, radius: 4.5, name: name)
  }

  private func discs(_ frame: MapFrame) -> [Markup] {
    let most = Double(max(1, plan.chosen.map(\.gpus).max() ?? 1))
    struct Disc {
      var site: PlannedSite
      var number: Int
      var x: Double
      var y: Double
      var radius: Double
    }
    var discs: [Disc] = []
    for (index, site) in plan.chosen.enumerated() {
      guard let place = frame.place(site.position) else { continue }
      let radius = max(Self.smallestRadius, Self.largestRadius * (Double(site.gpus) / most).squareRoot())
      discs.append(Disc(site: site, number: index + 1, x: place.x, y: place.y, radius: radius))
    }
    // Large ones first, so that a small one beside a large one stays in sight.
    discs.sort { ($1.site.gpus, $0.number) < ($0.site.gpus, $1.number) }
    var labels = MapLabels(
      width: frame.width, height: frame.height, taken: discs.map { ($0.x, $0.y, $0.radius) })
    return discs.enumerated().map { index, disc in
      let name = ChartParts.short(disc.site.name, 34)
      var parts = [
        ChartParts.disc("chosen", disc.x, disc.y, radius: disc.radius, name: tooltip(disc.site)),
        ChartParts.text("disc-number", x: disc.x, y: disc.y + 4, "\(disc.number)"),
      ]
      if let label = labels.place(name, beside: index) {
        parts.append(ChartParts.text(label.style, x: label.x, y: label.y, name))
      }
      return .element("g", [:], parts)
    }
  }

  private func tooltip(_ site: PlannedSite) -> Phrase {
    switch site.status {
    case .chosen: "\(site.name): \(.grouped(site.gpus)) GPUs, \(.grouped(site.itMW, decimals: 1)) MW IT"
    case .notChosen, .excluded: "\(site.name): \(RuleLabel.words(site.status))"
    }
  }
}
