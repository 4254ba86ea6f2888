// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Siting

/// The figures of each chosen site with basis and source.
struct SheetsSection {
  var plan: Plan
  var table: SiteTable

  var content: [Markup] {
    [
      .paragraph(
        "Published figures stand in a source outside Arpent. Derived ones are computed from published figures or from a map "
          + "layer by a stated rule. Estimated ones are filled by a written rule or by the planner where no source was found."
      )
    ]
      + plan.chosen.enumerated().flatMap { index, site in
        [.element("h3", [:], [.text("\(index + 1). "), .data(site.name)]), sheet(site)]
      }
  }

  private func sheet(_ site: PlannedSite) -> Markup {
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
      var shown = "missing"
      var source = value.source
      switch value.content {
      case .number(let number): shown = NumberText.shortest((number * 1_000).rounded() / 1_000) ?? "-"
      case .text(let text): shown = text
      case .missing(let reason): source = reason
      }
      var band = "-"
      if let low = value.low, let high = value.high {
        band = "\(NumberText.shortest(low) ?? "-") to \(NumberText.shortest(high) ?? "-")"
      }
      sheet.rows.append([
        .text(column.name), .data(shown), .text(column.unit), .text(value.basis?.rawValue ?? "-"),
        .text(band),
        .data(source),
      ])
    }
    return sheet.markup
  }
}
