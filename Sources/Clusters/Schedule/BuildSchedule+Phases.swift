// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension BuildSchedule {
  /// The phases of a design from its first operation on.
  ///
  /// - Throws: `CatalogueError.unknownSKU`.
  static func phases(
    design: ClusterDesign, skus: [HardwareSKU], from first: Double,
    _ assumptions: borrowing ScheduleAssumptions
  ) throws -> [BuildPhase] {
    let gridPerIT = design.gridMW / design.itMW
    // The power of a whole unit and the systems in it, product by product.
    var unitSystems: [Int] = []
    unitSystems.reserveCapacity(design.shares.count)
    for share in design.shares {
      let index = try PlantArithmetic.index(of: share.skuID, among: skus)
      unitSystems.append(max(1, PlantArithmetic.count(skus[index].scalableUnit.systems.value)))
    }
    let ramp = max(1, assumptions.rampMWPerYear.value)
    var phases: [BuildPhase] = []
    var available = max(1, assumptions.firstPhaseMW.value)
    var year = 0.0
    // The ramp is at least 1 MW a year and a site at most 5,000 MW, so the phases end.
    while phases.count < 5_000 {
      let phase = Self.phase(
        design: design, unitSystems: unitSystems, gridPerIT: gridPerIT, availableMW: available,
        year: first + year)
      phases.append(phase)
      if phase.gpus >= design.gpus { break }
      available += ramp
      year += 1
    }
    return phases
  }

  /// What runs with a power.
  private static func phase(
    design: ClusterDesign, unitSystems: [Int], gridPerIT: Double, availableMW: Double, year: Double
  ) -> BuildPhase {
    let available = min(availableMW, design.gridMW)
    var left = available * (1 + 1e-9)
    var phase = BuildPhase(
      yearsAfterDecision: year, availableMW: available, usedMW: 0, scalableUnits: 0, gpus: 0)
    for index in design.shares.indices {
      let share = design.shares[index]
      guard share.systems > 0 else { continue }
      let shareMW = share.itMW * gridPerIT
      if shareMW <= left {
        left -= shareMW
        phase.usedMW += shareMW
        phase.scalableUnits += share.scalableUnits
        phase.gpus += share.gpus
        continue
      }
      let systemMW = shareMW / Double(share.systems)
      let unitMW = systemMW * Double(unitSystems[index])
      let units = min(
        PlantArithmetic.count((left / unitMW).rounded(.down)), share.systems / unitSystems[index])
      let systems = units * unitSystems[index]
      phase.usedMW += systemMW * Double(systems)
      phase.scalableUnits += units
      phase.gpus += share.gpus / share.systems * systems
      break
    }
    return phase
  }
}
