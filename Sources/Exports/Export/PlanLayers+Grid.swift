// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Results
import Sites

extension PlanLayers {
  /// Every substation whose position is known, and those that the plan uses without.
  static func substations(_ plan: Plan, _ positions: [SubstationPosition]) -> LayerContent {
    var features: [(SubstationUse, LayerContent.Place)] = []
    let users = plan.chosen.filter { $0.connection != nil }
    var placed = Set<String>()
    var repeats: [String: Int] = [:]
    for substation in positions {
      let own = users.filter { site in
        guard let connection = site.connection, connection.substation == substation.name else { return false }
        return SubstationPosition.position(of: connection, from: site.position, among: positions)
          == substation.position && substation.voltagesKV.contains(connection.voltageKV)
      }.filter { !placed.contains($0.id) }
      for site in own { placed.insert(site.id) }
      // Names repeat in the grid; the order of the layer tells them apart.
      let number = (repeats[substation.name] ?? 0) + 1
      repeats[substation.name] = number
      let use = SubstationUse(
        id: number == 1 ? substation.name : "\(substation.name)--\(number)", substation: substation,
        sites: own, limit: headroom(of: substation.name, in: plan))
      features.append((use, .point(substation.position)))
    }
    var content = LayerContent(.substations, substationColumns, features)
    var reported = Set<String>()
    for site in users where !placed.contains(site.id) {
      let name = site.connection?.substation ?? ""
      guard reported.insert(name).inserted else { continue }
      content.warnings.append(
        name.isEmpty
          ? "site '\(site.id)': it is not known to which substation it is connected"
          : "substation '\(name)' is not in the layer substations: its position is not known")
    }
    return content
  }

  /// A substation with what the plan puts on it.
  struct SubstationUse {
    var id: String
    var substation: SubstationPosition
    var sites: [PlannedSite]
    /// The rule that limits it in the last year; nil where there is none.
    var limit: RuleActivity?

    var status: String {
      if sites.isEmpty { return "unused" }
      return limit?.isBinding == true ? "full" : "used"
    }
  }

  static let substationColumns: [Column<SubstationUse>] = [
    .text("id") { $0.id }, .text("name") { $0.substation.name },
    .text("voltages_kv") { $0.substation.voltagesKV.map { "\($0)" }.joined(separator: ";") },
    .text("status") { $0.status }, .integer("site_count") { $0.sites.count },
    .text("site_ids") { $0.sites.map(\.id).joined(separator: ";") },
    .integer("gpus") { $0.sites.reduce(0) { $0 + $1.gpus } },
    .number("grid_mw") { $0.sites.reduce(0) { $0 + $1.gridMW } },
    .number("connected_mw") { $0.sites.reduce(0) { $0 + ($1.connection?.capacityMW ?? 0) } },
    .number("headroom_mw") { $0.limit?.atMost },
    .number("headroom_used") { use in
      guard let limit = use.limit, let most = limit.atMost, most > 0 else { return nil }
      return limit.activity / most
    },
  ]

  private static func headroom(of name: String, in plan: Plan) -> RuleActivity? {
    plan.activities.last {
      // The scope of a linear rule begins with its name.
      $0.rule.kind.gridPlace == .substation && $0.rule.year == plan.years.last
        && ($0.rule.scope == name || $0.rule.scope.hasSuffix(": \(name)"))
    }
  }

  /// Every region that has an outline or a site.
  static func regions(_ plan: Plan, _ outlines: [RegionOutline]) -> LayerContent {
    var features: [(RegionTotals, LayerContent.Place)] = []
    var warnings: [String] = []
    var names: [String] = []
    for name in outlines.map(\.name) + plan.sites.map(\.region) where !name.isEmpty && !names.contains(name) {
      names.append(name)
    }
    let total = plan.chosen.reduce(0) { $0 + $1.gpus }
    for name in names.sorted() {
      let sites = plan.sites.filter { $0.region == name }
      let outline = outlines.first { $0.name == name }
      if outline == nil, !outlines.isEmpty {
        warnings.append("region '\(name)' is not in the layer regions: it has no outline")
        continue
      }
      let place: LayerContent.Place
      if let outline { place = .outline(outline.wkb) } else { place = .point(middle(of: sites)) }
      features.append((RegionTotals(name: name, sites: sites, allGPUs: total), place))
    }
    var content = LayerContent(.regions, regionColumns, outlines: !outlines.isEmpty, features)
    content.warnings = warnings
    return content
  }

  /// A region with its sites.
  struct RegionTotals {
    var name: String
    var sites: [PlannedSite]
    /// GPUs of the whole plan.
    var allGPUs: Int

    var chosen: [PlannedSite] { sites.filter { $0.status == .chosen } }
    var gpus: Int { chosen.reduce(0) { $0 + $1.gpus } }
    var share: Double { allGPUs > 0 ? Double(gpus) / Double(allGPUs) : 0 }

    var status: String {
      if gpus == 0 { return "none" }
      if share < 0.1 { return "under_10" }
      return share < 0.25 ? "under_25" : "over_25"
    }
  }

  static let regionColumns: [Column<RegionTotals>] = [
    .text("id") { $0.name }, .text("name") { $0.name }, .text("status") { $0.status },
    .integer("candidates") { $0.sites.count }, .integer("chosen") { $0.chosen.count },
    .integer("gpus") { $0.gpus }, .number("gpu_share") { $0.share },
    .number("it_mw") { $0.chosen.reduce(0) { $0 + $1.itMW } },
    .number("grid_mw") { $0.chosen.reduce(0) { $0 + $1.gridMW } },
    .number("capex_eur") { $0.chosen.reduce(0) { $0 + $1.costs.capexEUR } },
    .number("discounted_cost_eur") { $0.chosen.reduce(0) { $0 + $1.costs.discountedEUR } },
  ]

  private static func middle(of sites: [PlannedSite]) -> SiteTable.Position {
    let count = Double(max(1, sites.count))
    return SiteTable.Position(
      longitude: sites.reduce(0) { $0 + $1.position.longitude } / count,
      latitude: sites.reduce(0) { $0 + $1.position.latitude } / count)
  }
}
