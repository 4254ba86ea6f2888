// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Results
import Sites

extension PlanLayers {
  /// Every substation whose position is known, and those that the plan uses without.
  static func substations(_ plan: Plan, _ positions: [SubstationPosition]) -> LayerContent {
    var content = LayerContent(.substations)
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
      content.add(
        cells(
          plan, name: substation.name,
          id: number == 1 ? substation.name : "\(substation.name)--\(number)",
          voltages: substation.voltagesKV, sites: own),
        at: .point(substation.position))
    }
    var told = Set<String>()
    for site in users where !placed.contains(site.id) {
      let name = site.connection?.substation ?? ""
      guard told.insert(name).inserted else { continue }
      content.warnings.append(
        name.isEmpty
          ? "site '\(site.id)': it is not known to which substation it is connected"
          : "substation '\(name)' is not in the layer substations: its position is not known")
    }
    return content
  }

  private static func cells(
    _ plan: Plan, name: String, id: String, voltages: [Int], sites: [PlannedSite]
  ) -> [ReportTable.Cell] {
    let drawn = sites.reduce(0) { $0 + $1.gridMW }
    let limit = plan.activities.last {
      // The scope of a linear rule begins with its name.
      $0.rule.identifier == "substation_headroom" && $0.rule.year == plan.years.last
        && ($0.rule.scope == name || $0.rule.scope.hasSuffix(": \(name)"))
    }
    var status = sites.isEmpty ? "unused" : "used"
    if let limit, limit.isBinding, !sites.isEmpty { status = "full" }
    var share: Double?
    if let limit, let most = limit.atMost, most > 0 { share = limit.activity / most }
    return [
      .text(id), .text(name), .text(voltages.map { "\($0)" }.joined(separator: ";")), .text(status),
      .integer(sites.count), .text(sites.map(\.id).joined(separator: ";")),
      .integer(sites.reduce(0) { $0 + $1.gpus }), .number(drawn),
      .number(sites.reduce(0) { $0 + ($1.connection?.capacityMW ?? 0) }), .optional(limit?.atMost),
      .optional(share),
    ]
  }

  /// Every region that has an outline or a site.
  static func regions(_ plan: Plan, _ outlines: [RegionOutline]) -> LayerContent {
    var content = LayerContent(.regions, outlines: !outlines.isEmpty)
    var names: [String] = []
    for name in outlines.map(\.name) + plan.sites.map(\.region) where !name.isEmpty && !names.contains(name) {
      names.append(name)
    }
    let total = plan.chosen.reduce(0) { $0 + $1.gpus }
    for name in names.sorted() {
      let sites = plan.sites.filter { $0.region == name }
      let outline = outlines.first { $0.name == name }
      if outline == nil, !outlines.isEmpty {
        content.warnings.append("region '\(name)' is not in the layer regions: it has no outline")
        continue
      }
      let place: LayerContent.Place
      if let outline { place = .outline(outline.wkb) } else { place = .point(middle(of: sites)) }
      content.add(cells(name, sites, total: total), at: place)
    }
    return content
  }

  private static func cells(_ name: String, _ sites: [PlannedSite], total: Int) -> [ReportTable.Cell] {
    let chosen = sites.filter { $0.verdict == .chosen }
    let gpus = chosen.reduce(0) { $0 + $1.gpus }
    let share = total > 0 ? Double(gpus) / Double(total) : 0
    let status: String
    if gpus == 0 {
      status = "none"
    } else if share < 0.1 {
      status = "under_10"
    } else {
      status = share < 0.25 ? "under_25" : "over_25"
    }
    return [
      .text(name), .text(name), .text(status), .integer(sites.count), .integer(chosen.count),
      .integer(gpus), .number(share), .number(chosen.reduce(0) { $0 + $1.itMW }),
      .number(chosen.reduce(0) { $0 + $1.gridMW }), .number(chosen.reduce(0) { $0 + $1.costs.capexEUR }),
      .number(chosen.reduce(0) { $0 + $1.costs.discountedEUR }),
    ]
  }

  private static func middle(of sites: [PlannedSite]) -> SiteTable.Position {
    let count = Double(max(1, sites.count))
    return SiteTable.Position(
      longitude: sites.reduce(0) { $0 + $1.position.longitude } / count,
      latitude: sites.reduce(0) { $0 + $1.position.latitude } / count)
  }
}
