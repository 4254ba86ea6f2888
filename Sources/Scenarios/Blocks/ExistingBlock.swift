// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel
import Quantities

/// `[[existing]]`: GPUs that are in service, or will be, whatever a plan decides.
struct ExistingBlock {
  /// The fleets, each with the place of its site.
  var fleets: [(fleet: ExistingFleet, site: LocatedText)]

  init(_ tables: [ConfigTable]) {
    fleets = tables.compactMap { table in
      let before = table.log.reports
      let siteNode = table.node("site", .required, example: "\"bruyeres-le-chatel-eclairion\"")
      let site = siteNode.flatMap { table.text("site", $0) }
      let sku = table.text("sku")
      let gpus = table.integer("gpus", .from(1, to: 100_000_000), .required)
      let itMW = table.number("it_mw", .upTo(20_000))
      let gridMW = table.number("grid_mw", .upTo(20_000), .required)
      let year = table.integer("year", .year, .required)
      let serves = table.boolean("serves_demand") ?? true
      let owner = table.text("owner") ?? ""
      let source = table.text("source") ?? ""
      if let itMW, let gridMW, itMW > gridMW, let node = table.node("it_mw") {
        table.finding("it_mw", node, "is more than the \(NumberText.plain(gridMW)) MW at the meter")
      }
      guard table.log.reports == before, let site, let siteNode, let gpus, let gridMW, let year else {
        return nil
      }
      return (
        ExistingFleet(
          siteID: site, skuID: sku, gpus: gpus, itMW: itMW, gridMW: gridMW, year: year, serves: serves,
          owner: owner, source: source),
        LocatedText(text: site, node: siteNode)
      )
    }
  }
}
