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
    contents = layers.compactMap { layer in
      switch layer {
      case .sites: Self.sites(plan, .chosen, as: .sites, Self.chosenColumns)
      case .notChosen: Self.sites(plan, .notChosen, as: .notChosen, SitesTable.undecidedColumns)
      case .screenedOut: Self.sites(plan, .excluded, as: .screenedOut, Self.screenedOutColumns)
      case .connections: Self.connections(plan, substations)
      case .substations: Self.substations(plan, substations)
      case .regions: Self.regions(plan, regions)
      case .phases: Self.phases(plan)
      case .diff: nil
      }
    }
  }

  /// What the layers leave out, for the planner.
  package var warnings: [String] { contents.flatMap(\.warnings) }

  /// Those of the map layer of sites but `selected`, which is true of all.
  static let chosenColumns = SitesTable.layerColumns.filter { $0.name != "selected" }

  static let screenedOutColumns: [Column<PlannedSite>] =
    SitesTable.undecidedColumns.filter { ["id", "name", "region", "status"].contains($0.name) } + [
      .integer("rule_count") { $0.exclusions.count },
      .text("rules") { site in
        var rules: [String] = []
        for exclusion in site.exclusions where !rules.contains(exclusion.rule) {
          rules.append(exclusion.rule)
        }
        return rules.joined(separator: "; ")
      },
      .text("reason") { site in
        let stated = site.exclusions.map { "\($0.rule): \($0.value), limit \($0.limit)" }
        return (site.reasons.isEmpty ? stated : site.reasons).joined(separator: "; ")
      },
    ]

  /// Sites of one status.
  private static func sites(
    _ plan: Plan, _ status: PlannedSite.Status, as layer: ExportLayer, _ columns: [Column<PlannedSite>]
  ) -> LayerContent {
    LayerContent(
      layer, columns, plan.sites.filter { $0.status == status }.map { ($0, .point($0.position)) })
  }

  private static func connections(_ plan: Plan, _ substations: [SubstationPosition]) -> LayerContent {
    let routes = ConnectionsTable.routes(plan, substations: substations)
    var content = LayerContent(
      .connections, ConnectionsTable.columns,
      routes.compactMap { route in route.end.map { (route, .line(route.site.position, $0)) } })
    content.warnings = ConnectionsGeoJSON.text(plan, substations: substations).warnings
    return content
  }

  /// A chosen site in a year.
  struct Phase {
    var site: PlannedSite
    var year: Int
    /// Position of the year among those of the plan.
    var index: Int
    var gpusBefore: Int

    var gpus: Int { site.gpusByYear[index] }
    var isOpen: Bool { year >= site.opensYear ?? Int.max }

    var status: String {
      if gpus == 0 { return isOpen ? "energised" : "not_yet" }
      return gpus > gpusBefore ? (gpusBefore == 0 ? "starts" : "grows") : "runs"
    }
  }

  static let phaseColumns: [Column<Phase>] = [
    .text("id") { "\($0.site.id)--\($0.year)" }, .text("site_id") { $0.site.id },
    .text("site_name") { $0.site.name }, .text("region") { $0.site.region }, .integer("year") { $0.year },
    .text("status") { $0.status }, .integer("gpus") { $0.gpus },
    .integer("new_gpus") { $0.gpus - $0.gpusBefore }, .number("it_mw") { $0.site.itMWByYear[$0.index] },
    .number("grid_mw") { $0.site.gridMWByYear[$0.index] },
    .integer("connection_kv") { $0.isOpen ? $0.site.connection?.voltageKV ?? 0 : 0 },
    .text("substation") { $0.isOpen ? $0.site.connection?.substation ?? "" : "" },
  ]

  private static func phases(_ plan: Plan) -> LayerContent {
    LayerContent(
      .phases, phaseColumns,
      plan.chosen.flatMap { site in
        plan.years.enumerated().map { index, year in
          let before = index > 0 ? site.gpusByYear[index - 1] : 0
          return (
            Phase(site: site, year: year, index: index, gpusBefore: before),
            LayerContent.Place.point(site.position)
          )
        }
      })
  }
}
