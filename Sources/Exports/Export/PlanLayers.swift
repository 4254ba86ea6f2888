// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
import PlanningModel
package import Results
import Sites

/// The map layers of a plan, made from the plan and the positions of substations and regions.
package struct PlanLayers: Sendable {
  var contents: [LayerContent]

  /// No layers yet.
  package init() { contents = [] }

  /// Makes layers.
  ///
  /// - Parameters:
  ///   - layers: Which, in this order; `diff` is not among them but added with a second plan.
  ///   - plan: The plan.
  ///   - substations: Positions of the substations.
  ///   - regions: Outlines of the regions; empty where they are not known, and their sites' mean position
  ///     stands for them.
  package init(
    _ layers: [ExportLayer], of plan: Plan, substations: [SubstationPosition], regions: [RegionOutline]
  ) {
    contents = layers.filter { $0 != .diff }.map { layer in
      switch layer {
      case .sites: Self.sites(plan, .chosen, as: .sites)
      case .notChosen: Self.sites(plan, .notChosen, as: .notChosen)
      case .screenedOut: Self.screenedOut(plan)
      case .connections: Self.connections(plan, substations)
      case .substations: Self.substations(plan, substations)
      case .regions: Self.regions(plan, regions)
      case .phases: Self.phases(plan)
      case .diff: LayerContent(.diff)
      }
    }
  }

  /// What the layers leave out, for the planner.
  package var warnings: [String] { contents.flatMap(\.warnings) }

  /// Sites of one verdict, with the values of the map layer of sites.
  private static func sites(
    _ plan: Plan, _ verdict: PlannedSite.Verdict, as layer: ExportLayer
  ) -> LayerContent {
    var content = LayerContent(layer)
    let all = SitesTable.layer(plan)
    let columns = layer.columns.map { column in all.columns.firstIndex { $0.name == column.name } }
    for (site, row) in zip(plan.sites, all.rows) where site.verdict == verdict {
      var cells: [ReportTable.Cell] = []
      for column in columns {
        if let column { cells.append(row[column]) } else { cells.append(.missing) }
      }
      content.add(cells, at: .point(site.position))
    }
    return content
  }

  private static func screenedOut(_ plan: Plan) -> LayerContent {
    var content = LayerContent(.screenedOut)
    for site in plan.sites where site.verdict == .excluded {
      var rules: [String] = []
      for exclusion in site.exclusions where !rules.contains(exclusion.rule) { rules.append(exclusion.rule) }
      let stated = site.exclusions.map { "\($0.rule): \($0.value), limit \($0.limit)" }
      let reasons = site.reasons.isEmpty ? stated : site.reasons
      content.add(
        [
          .text(site.id), .text(site.name), .text(site.region), .text(site.verdict.rawValue),
          .integer(site.exclusions.count), .text(rules.joined(separator: "; ")),
          .text(reasons.joined(separator: "; ")),
        ], at: .point(site.position))
    }
    return content
  }

  private static func connections(_ plan: Plan, _ substations: [SubstationPosition]) -> LayerContent {
    var content = LayerContent(.connections)
    let routes = ConnectionsTable.routes(plan, substations: substations).filter { $0.end != nil }
    let table = ConnectionsTable.layer(routes)
    let columns = content.table.columns.map { column in
      table.columns.firstIndex { $0.name == column.name } ?? 0
    }
    for (route, row) in zip(routes, table.rows) {
      guard let end = route.end else { continue }
      content.add(columns.map { row[$0] }, at: .line(route.site.position, end))
    }
    content.warnings = ConnectionsGeoJSON.text(plan, substations: substations).warnings
    return content
  }

  private static func phases(_ plan: Plan) -> LayerContent {
    var content = LayerContent(.phases)
    for site in plan.chosen {
      var before = 0
      for (index, year) in plan.years.enumerated() {
        let gpus = site.gpusByYear[index]
        let isOpen = year >= site.opensYear ?? Int.max
        let status: String
        if gpus == 0 {
          status = isOpen ? "energised" : "not_yet"
        } else {
          status = gpus > before ? (before == 0 ? "starts" : "grows") : "runs"
        }
        content.add(
          [
            .text("\(site.id)--\(year)"), .text(site.id), .text(site.name), .text(site.region),
            .integer(year), .text(status), .integer(gpus), .integer(gpus - before),
            .number(site.itMWByYear[index]), .number(site.gridMWByYear[index]),
            .integer(isOpen ? site.connection?.voltageKV ?? 0 : 0),
            .text(isOpen ? site.connection?.substation ?? "" : ""),
          ], at: .point(site.position))
        before = gpus
      }
    }
    return content
  }
}
