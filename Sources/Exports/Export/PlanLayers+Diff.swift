// SPDX-License-Identifier: GPL-3.0-or-later

import Results
import Sites

extension PlanLayers {
  /// What `diff` calls a site that neither plan chose and each left aside with another verdict. All other
  /// words are those of `SiteDifference.Kind`.
  static let verdictChanged = "verdict_changed"

  /// Adds the layer `diff`: every site that either plan chose, and every site of both whose verdict changed.
  /// GPUs and power are those at the end of the last year that both plan; where they share none, at the end
  /// of the horizon of each.
  ///
  /// - Parameters:
  ///   - before: The plan that the changes start from.
  ///   - after: The plan that they lead to.
  package mutating func addDiff(from before: DiffedPlan, to after: DiffedPlan) {
    var content = LayerContent(.diff)
    let comparison = PlanComparison(before.compared, after.compared)
    var changes: [String: SiteDifference] = [:]
    for change in comparison.sites { changes[change.id] = change }
    for id in Set(before.sites.keys).union(after.sites.keys).sorted() {
      let (old, new) = (before.sites[id], after.sites[id])
      let change = changes[id]
      if change == nil {
        guard let old, let new, old.verdict != new.verdict else { continue }
      }
      guard let shown = new ?? old else { continue }
      let year = comparison.years.last
      let it = (old?.itMW[year] ?? 0, new?.itMW[year] ?? 0)
      let grid = (old?.gridMW[year] ?? 0, new?.gridMW[year] ?? 0)
      let cost = (old?.discountedEUR ?? 0, new?.discountedEUR ?? 0)
      content.add(
        [
          .text(id), .text(shown.name), .text(shown.region),
          .text(change?.kind.rawValue ?? Self.verdictChanged),
          .text(old?.verdict ?? ""), .text(new?.verdict ?? ""), .optional(year),
          .integer(change?.gpusA ?? 0), .integer(change?.gpusB ?? 0), .integer(change?.gpusChange ?? 0),
          .number(it.0), .number(it.1), .number(Self.difference(it, parts: 1e6)), .number(grid.0),
          .number(grid.1), .number(Self.difference(grid, parts: 1e6)), .integer(old?.opensYear ?? 0),
          .integer(new?.opensYear ?? 0), .integer(old?.connectionKV ?? 0), .integer(new?.connectionKV ?? 0),
          .number(cost.0), .number(cost.1), .number(Self.difference(cost, parts: 100)),
          .text(Self.reason(change, new)),
        ], at: shown.position.map { .point($0) } ?? .unknown)
    }
    if comparison.years.isEmpty {
      content.warnings.append(
        "layer diff: the plans have no year in common; GPUs and power are those at the end of each horizon")
    }
    contents.append(content)
  }

  /// The change from one amount to another, whole in parts of its unit (watts of a MW, cents of an EUR), so
  /// that it shows no rounding of the machine.
  private static func difference(_ amounts: (Double, Double), parts: Double) -> Double {
    let whole = (amounts.1 * parts).rounded() - (amounts.0 * parts).rounded()
    return whole == 0 ? 0 : whole / parts
  }

  /// What moved at a site that both chose; for any other what the plan after says of it.
  private static func reason(_ change: SiteDifference?, _ new: DiffedPlan.Site?) -> String {
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
