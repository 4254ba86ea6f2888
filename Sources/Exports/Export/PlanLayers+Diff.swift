// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
package import Results
import Sites

extension PlanLayers {
  /// What `diff` calls a site that neither plan chose and each left aside with another status. All other
  /// words are those of `SiteDifference.Kind`.
  static let statusChanged = "status_changed"

  /// Adds the layer `diff`: every site that either plan chose, and every site of both whose status changed.
  /// GPUs and power are those at the end of the last year that both plan; where they share none, at the end
  /// of the horizon of each.
  ///
  /// - Parameters:
  ///   - before: The plan that the changes start from.
  ///   - after: The plan that they lead to.
  package mutating func addDiff(from before: ComparedPlan, to after: ComparedPlan) {
    let comparison = PlanComparison(before, after)
    let (first, second) = (before.record.plan.sitesByID, after.record.plan.sitesByID)
    var changes: [String: SiteDifference] = [:]
    for change in comparison.sites { changes[change.id] = change }
    var features: [(DiffedSite, LayerContent.Place)] = []
    for id in Set(first.keys).union(second.keys).sorted() {
      let (old, new) = (first[id], second[id])
      let change = changes[id]
      if change == nil {
        guard let old, let new, old.status != new.status else { continue }
      }
      guard let shown = new ?? old else { continue }
      let site = DiffedSite(
        id: id, shown: shown, old: old, new: new, change: change, year: comparison.years.last)
      features.append((site, .point(shown.position)))
    }
    var content = LayerContent(.diff, Self.diffColumns, features)
    if comparison.years.isEmpty {
      content.warnings.append(
        "layer diff: the plans have no year in common; GPUs and power are those at the end of each horizon")
    }
    contents.append(content)
  }

  /// A site in both plans.
  struct DiffedSite {
    var id: String
    /// The site as the plan after has it, or else the plan before.
    var shown: PlanFile.Site
    var old: PlanFile.Site?
    var new: PlanFile.Site?
    var change: SiteDifference?
    /// The last year that both plan.
    var year: Int?

    /// An amount before and after; zero where a plan does not have the site.
    func amounts(_ amount: (PlanFile.Site) -> Double?) -> (Double, Double) {
      (old.flatMap(amount) ?? 0, new.flatMap(amount) ?? 0)
    }

    var itMW: (Double, Double) { amounts { $0.itMWByYear[year] } }
    var gridMW: (Double, Double) { amounts { $0.gridMWByYear[year] } }
    var costEUR: (Double, Double) { amounts { $0.costs?.discountedEUR } }
  }

  static let diffColumns: [Column<DiffedSite>] = [
    .text("id") { $0.id }, .text("name") { $0.shown.name }, .text("region") { $0.shown.region },
    .text("status") { $0.change?.kind.rawValue ?? statusChanged },
    .text("status_before") { $0.old?.status.rawValue ?? "" },
    .text("status_after") { $0.new?.status.rawValue ?? "" },
    .integer("year") { $0.year }, .integer("gpus_before") { $0.change?.gpusA ?? 0 },
    .integer("gpus_after") { $0.change?.gpusB ?? 0 }, .integer("gpus_change") { $0.change?.gpusChange ?? 0 },
    .number("it_mw_before") { $0.itMW.0 }, .number("it_mw_after") { $0.itMW.1 },
    .number("it_mw_change") { difference($0.itMW, parts: 1e6) }, .number("grid_mw_before") { $0.gridMW.0 },
    .number("grid_mw_after") { $0.gridMW.1 }, .number("grid_mw_change") { difference($0.gridMW, parts: 1e6) },
    .integer("opens_year_before") { $0.old?.opensYear ?? 0 },
    .integer("opens_year_after") { $0.new?.opensYear ?? 0 },
    .integer("connection_kv_before") { $0.old?.connection?.voltageKV ?? 0 },
    .integer("connection_kv_after") { $0.new?.connection?.voltageKV ?? 0 },
    .number("discounted_cost_eur_before") { $0.costEUR.0 },
    .number("discounted_cost_eur_after") { $0.costEUR.1 },
    .number("discounted_cost_eur_change") { difference($0.costEUR, parts: 100) },
    .text("reason") { reason($0.change, $0.new) },
  ]

  /// The change from one amount to another, whole in parts of its unit (watts of a MW, cents of an EUR), so
  /// that it shows no rounding of the machine.
  private static func difference(_ amounts: (Double, Double), parts: Double) -> Double {
    let whole = (amounts.1 * parts).rounded() - (amounts.0 * parts).rounded()
    return whole == 0 ? 0 : whole / parts
  }

  /// What moved at a site that both chose; for any other what the plan after says of it.
  private static func reason(_ change: SiteDifference?, _ new: PlanFile.Site?) -> String {
    if let change, change.kind == .changed {
      return change.moves.map { move in
        let year = move.year.map { " \($0)" } ?? ""
        return "\(move.what)\(year): \(move.a) before, \(move.b) after"
      }.joined(separator: "; ")
    }
    guard let new else { return "not among the sites of the plan after" }
    return new.reasons.joined(separator: "; ")
  }
}
