// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// When a site gets power and its systems run, in years after the decision to build.
package struct BuildSchedule: Sendable, Equatable, Codable {
  /// Whether the connection is by the fast track at 400 kV.
  package let usesFastTrack: Bool
  /// The connection is there.
  package let connectionYears: Double
  /// The high-voltage transformers are there.
  package let transformerYears: Double
  /// The first building is finished.
  package let buildingYears: Double
  /// Connection and transformers are there: the site has power.
  package let firstPowerYears: Double
  /// The first systems run.
  package let firstOperationYears: Double
  /// The connection and the ramp give the power of the whole design and all systems run.
  package let fullOperationYears: Double
  /// What the first operation waits for longest.
  package let criticalStep: BuildStep
  /// Phases, a year apart, the last with every system. Units run whole; the phases of a mixed design fill
  /// product after product.
  package let phases: [BuildPhase]

  /// The critical path in plain words.
  package var sentence: String {
    "First systems run \(PlantArithmetic.text(firstOperationYears)) years after the decision, all after "
      + "\(PlantArithmetic.text(fullOperationYears)); \(criticalStep.phrase) takes longest."
  }

  /// GPUs that run a number of years after the decision.
  package func gpus(yearsAfterDecision years: Double) -> Int {
    var gpus = 0
    for phase in phases where phase.yearsAfterDecision <= years { gpus = phase.gpus }
    return gpus
  }

  /// The schedule of a design.
  ///
  /// - Parameters:
  ///   - design: The cluster.
  ///   - skus: The products of the design, in any order; others are passed over.
  ///   - usesFastTrack: Whether the site is connected by the fast track at 400 kV.
  ///   - connectionYears: Years to the connection where they are known, 0 to 20; goes before the assumptions.
  ///   - assumptions: Figures beside them, without findings.
  /// - Throws: `SizingError` for years that are not finite or out of range; `CatalogueError.unknownSKU` for a
  ///   product that `skus` lacks.
  package init(
    design: ClusterDesign, skus: [HardwareSKU], usesFastTrack: Bool = false, connectionYears: Double? = nil,
    assumptions: borrowing ScheduleAssumptions = ScheduleAssumptions()
  ) throws {
    try SizingError.checkGridMW("power at the meter in MW", design.gridMW)
    var connection = usesFastTrack ? assumptions.fastTrackYears.value : assumptions.connectionYears.value
    if let connectionYears { connection = connectionYears }
    try SizingError.check("years to the grid connection", connection, in: 0...20)
    let transformers = assumptions.orderMonths.value / 12 + assumptions.transformerWeeks.value * 7 / 365.25
    let building = (assumptions.permitMonths.value + assumptions.constructionMonths.value) / 12
    let power = max(connection, transformers)
    let first = max(power, building) + assumptions.commissioningMonths.value / 12

    self.usesFastTrack = usesFastTrack
    self.connectionYears = connection
    transformerYears = transformers
    buildingYears = building
    firstPowerYears = power
    firstOperationYears = first
    if connection >= transformers && connection >= building {
      criticalStep = .connection
    } else {
      criticalStep = transformers >= building ? .transformers : .building
    }
    phases = try Self.phases(design: design, skus: skus, from: first, assumptions)
    fullOperationYears = phases.last?.yearsAfterDecision ?? first
  }
}
