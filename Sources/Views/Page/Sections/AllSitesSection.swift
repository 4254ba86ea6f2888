// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities
import Results
import Wording

/// Every candidate with what became of it and why.
struct AllSitesSection {
  var plan: Plan
  /// Places of the sites that have a sheet.
  var sheets: Set<Int>

  /// Rows beyond which the page points to the CSV file instead.
  private static let rowsShown = 500

  var content: [Markup] {
    let count = { (status: PlannedSite.Status) in plan.sites.filter { $0.status == status }.count }
    var table = PageTable(
      caption: "Candidate sites: chosen first, then those that could have been, then those left out",
      columns: [
        .init(title: "Site"), .init(title: "Region"), .init(title: "Status"),
        .init(title: "GPUs", isNumber: true), .init(title: "May draw, MW", isNumber: true),
        .init(title: "Rests on"), .init(title: "Why"),
      ])
    for status in [PlannedSite.Status.chosen, .notChosen, .excluded] {
      for (index, site) in plan.sites.enumerated() where site.status == status {
        guard table.rows.count < Self.rowsShown else { break }
        table.rows.append([
          name(site, index), .data(site.region), .text(RuleLabel.words(status)),
          .text(status == .chosen ? .grouped(site.gpus) : .none),
          .text(.optional(site.powerLimitMW, decimals: 1)), .text(BasisLabel.words(site.basis)),
          .text(.joined(site.grounds, separator: "; ")),
        ])
      }
    }
    table.isFilterable = plan.sites.count > 20
    var content: [Markup] = [
      .paragraph(
        "\(.grouped(plan.sites.count)) candidates: \(.grouped(count(.chosen))) chosen, \(.grouped(count(.notChosen))) not chosen, "
          + "\(.grouped(count(.excluded))) left out before the choice."),
      table.markup,
    ]
    let hidden = plan.sites.count - table.rows.count
    if hidden > 0 { content.append(.paragraph("\(.grouped(hidden)) more rows are in sites.csv.")) }
    return content
  }

  /// The name, which leads to the sheet of the site where there is one, and where scripts run to the site on
  /// the map.
  private func name(_ site: PlannedSite, _ index: Int) -> Markup {
    guard sheets.contains(index) else { return .data(site.name) }
    return .element(
      "a", ["href": "#\(SiteSheet.id(index))", "data-show-site": "\(index)"], [.data(site.name)])
  }
}
