// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel
import Quantities

/// `[demand]`: GPUs in service at the end of each year, and a campus for training.
struct DemandBlock {
  var gpus: [YearValue]
  var trainingCampus: TrainingCampusDemand?

  /// Demands other than GPUs, one of which is enough to plan for.
  private static let others = ["exaflops", "it_mw", "inference", "training_campus"]

  /// - Parameter seeksMost: Whether the objective itself asks for as much as possible, so that no demand is
  ///   needed.
  init(_ table: ConfigTable, purpose: ScenarioPurpose, seeksMost: Bool) {
    let isNeeded = purpose == .plan && !seeksMost && !Self.others.contains { table.entry($0) != nil }
    gpus = table.byYear("gpus", .upTo(100_000_000), isNeeded ? .required : .optional, whole: true)
    trainingCampus = Self.campus(table)
    for (earlier, later) in zip(gpus, gpus.dropFirst()) where later.value < earlier.value {
      table.log.add(
        .warning, at: later.node.origin, path: table.path + ["gpus", String(later.year)],
        "asks for fewer GPUs than \(earlier.year): \(NumberText.plain(later.value)) after "
          + NumberText.plain(earlier.value),
        hint: "targets count all GPUs in service, and what is built stays in service")
    }
    if let last = gpus.last, gpus.allSatisfy({ $0.value == 0 }) {
      table.finding("gpus", last.node, "asks for no GPU at all")
    }
  }

  /// `training_campus = { gpus = 8_000, by = 2027, penalty_eur = 1e8 }`.
  private static func campus(_ table: ConfigTable) -> TrainingCampusDemand? {
    guard let node = table.node("training_campus") else { return nil }
    guard node.entries != nil else {
      table.finding(
        "training_campus", node, "must be a table, found \(node.kind)",
        hint: "write training_campus = { gpus = 8_000, by = 2027 }")
      return nil
    }
    let campus = table.subtable("training_campus", node)
    guard let gpus = campus.integer("gpus", .from(1, to: 100_000_000), .required),
      let by = campus.integer("by", .year, .required)
    else { return nil }
    return TrainingCampusDemand(gpus: gpus, by: by, penaltyEUR: campus.number("penalty_eur", .upTo(1e13)))
  }
}
