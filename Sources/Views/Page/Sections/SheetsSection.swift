// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities
import Sites
import Wording

/// A sheet of every site with basis and source of its figures; of thousands of candidates, those of the
/// chosen ones and of the first others.
struct SheetsSection {
  var plan: Plan
  var table: SiteTable

  /// Sheets beyond which the page points to plan.json instead; of tens of thousands of candidates few are
  /// worth the room.
  private var sheetsShown: Int { plan.sites.count > MarkThinning.manySites ? 20 : 120 }

  var content: [Markup] {
    var content: [Markup] = [
      .paragraph(
        "Published figures stand in a source outside Arpent. Derived ones are computed from published figures or from a map "
          + "layer by a stated rule. Estimated ones are filled by a written rule or by the planner where no source was found."
      )
    ]
    let (shown, numbers) = (shownSites, numbers)
    for index in shown {
      content.append(
        SiteSheet(
          plan: plan, table: table, site: plan.sites[index], index: index, number: numbers[index]
        ).markup)
    }
    let hidden = plan.sites.count - shown.count
    if hidden > 0 {
      content.append(.paragraph("The figures of \(.grouped(hidden)) more sites are in plan.json."))
    }
    return content
  }

  /// Places of the sites that have a sheet: chosen ones first, then the others, each in the order of the
  /// plan.
  var shownSites: [Int] {
    let chosen = plan.sites.indices.filter { plan.sites[$0].status == .chosen }
    let others = plan.sites.indices.filter { plan.sites[$0].status == .notChosen }
    let excluded = plan.sites.indices.filter { plan.sites[$0].status == .excluded }
    let room = max(0, sheetsShown - chosen.count)
    return chosen + (others + excluded).prefix(room)
  }

  /// Numbers on the map by place of the site.
  private var numbers: [Int: Int] {
    let chosen = plan.sites.indices.filter { plan.sites[$0].status == .chosen }
    return Dictionary(chosen.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }
}
