// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Quantities
import Results
import Sites
import Wording

/// All that is known of one candidate: what became of it and why, what it gets, and every figure with basis
/// and source.
struct SiteSheet {
  var plan: Plan
  var table: SiteTable
  var site: PlannedSite
  /// Place among the sites of the plan.
  var index: Int
  /// Number on the map; nil for a site that is not chosen.
  var number: Int?

  /// Name of the element, for links and for the map.
  static func id(_ index: Int) -> String { "sheet-\(index)" }

  /// The sheet as an article, closed unless the site is chosen.
  var markup: Markup {
    var summary: [Markup] = []
    if let number { summary.append(.verbatim("\(number). ")) }
    summary += [.data(site.name), .verbatim(" \u{2013} "), .text(RuleLabel.words(site.status))]
    let article = Markup.element("article", ["id": Self.id(index), "class": "sheet"], content)
    let body: [Markup] = [.element("summary", [:], summary), article]
    return number == nil
      ? .element("details", [:], body) : .element("details", ["open": "open"], body)
  }

  private var content: [Markup] {
    var content: [Markup] = [
      .element("h3", [:], [.data(site.name)]),
      .element(
        "p", [:],
        [
          place, .verbatim(" "),
          .element(
            "a", ["href": "#map", "data-show-site": "\(index)", "class": "needs-script"],
            [.text("Show on the map")]),
        ]),
    ]
    if !site.grounds.isEmpty { content.append(.list(site.grounds.map { .text($0) })) }
    if site.status == .chosen { content += [years, facts] }
    content.append(figures)
    if let number, site.specification != nil {
      content.append(
        .element(
          "p", [:], [.element("a", ["href": "#design-\(number)"], [.text("What gets built on this site")])]))
    }
    return content
  }

  private var place: Markup {
    let status = RuleLabel.words(site.status)
    return site.region.isEmpty
      ? .text(status) : .joined([.data(site.region), .verbatim(" \u{B7} "), .text(status)])
  }

  private var years: Markup {
    var table = PageTable(
      caption: "Year by year at \(site.name)",
      columns: [
        .init(title: "Year"), .init(title: "GPUs", isNumber: true), .init(title: "IT MW", isNumber: true),
        .init(title: "Grid MW", isNumber: true),
      ])
    for (t, year) in plan.years.enumerated() {
      table.rows.append([
        .text(.plain(year)), .text(.grouped(site.gpusByYear[t])),
        .text(.grouped(site.itMWByYear[t], decimals: 1)), .text(.grouped(site.gridMWByYear[t], decimals: 1)),
      ])
    }
    return table.markup
  }

  private var facts: Markup {
    var rows: [(Phrase, Phrase)] = [("In service from", .plain(site.opensYear))]
    if let line = site.connection {
      rows += [
        ("Decide by", site.decideBy.map { Phrase(verbatim: $0.monthText) } ?? .none),
        ("In service at the earliest", "\(line.firstYear)"),
        ("Waits for", ConnectionLabel.criticalPath(line)),
        ("Connection", ConnectionLabel.words(line)),
        (
          "Capacity of the connection",
          "\(.grouped(line.capacityMW)) MW, of which \(.grouped(site.contractedMW ?? 0, decimals: 1)) MW are contracted for \(.millionEUR(site.costs.connectionEUR)) MEUR"
        ),
      ]
    }
    if let limit = site.powerLimitMW {
      rows.append(("May draw at the meter", "\(.grouped(limit, decimals: 1)) MW"))
    }
    rows += [
      ("Capital spending", "\(.millionEUR(site.costs.capexEUR)) MEUR"),
      ("All costs, discounted", "\(.millionEUR(site.costs.discountedEUR)) MEUR"),
    ]
    return .element(
      "dl", ["class": "facts"],
      rows.map { name, value in
        .element("div", [:], [.element("dt", [:], [.text(name)]), .element("dd", [:], [.text(value)])])
      })
  }

  /// Every figure of the site with what it rests on.
  private var figures: Markup {
    var sheet = PageTable(
      caption: "Figures behind \(site.name)",
      columns: [
        .init(title: "Figure"), .init(title: "Value", isNumber: true), .init(title: "Unit"),
        .init(title: "Basis"), .init(title: "Band"), .init(title: "Source or rule"),
      ])
    guard let row = table.row(of: site.id) else { return .empty }
    for attribute in SiteAttribute.allCases {
      guard let column = table.column(attribute.rawValue) else { continue }
      let value = column.values[row]
      var shown = Markup.text("missing")
      var source = value.source
      switch value.content {
      case .number(let number): shown = .text(.shortest(number.rounded(decimals: 3)))
      case .text(let text): shown = attribute.isEnumeration ? .text(Phrase(word: text)) : .data(text)
      case .missing(let reason): source = reason
      }
      sheet.rows.append([
        .element("span", ["title": column.name], [.text(SiteAttributeLabel.words(attribute))]), shown,
        .text(Phrase(word: column.unit)), .text(BasisLabel.words(value.basis)),
        .text(BasisLabel.band(value.low, value.high)), .data(source),
      ])
    }
    return sheet.markup
  }
}
