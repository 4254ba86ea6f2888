// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import Quantities
import Wording

/// What gets built on each chosen site: fabric, power, cooling, building, money and carbon, with the bill of
/// materials.
struct DesignsSection {
  var plan: Plan

  var content: [Markup] {
    [
      .paragraph(
        "The cluster of each chosen site at the end of the horizon, designed in detail; GPUs, power and land are those of "
          + "the plan. What has no published source is called an assumption. designs.json holds every number."
      )
    ]
      + plan.chosen.enumerated().flatMap { index, site -> [Markup] in
        guard let specification = site.specification else { return [] }
        let sheet = DesignSheet(
          name: site.name, specification: specification, opensYear: site.opensYear)
        return [
          .element("h3", ["id": "design-\(index + 1)"], [.verbatim("\(index + 1). "), .data(site.name)])
        ] + sheet.content
      }
  }
}
