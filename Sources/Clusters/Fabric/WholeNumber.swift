// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A count as a whole number: what is no number is zero, what is huge stops at 1e15, so that no conversion
/// can trap.
func wholeNumber(_ value: Double) -> Int {
  value.isNaN ? 0 : Int(min(max(value, -1e15), 1e15))
}

extension HardwareSKU {
  /// Refuses counts that no findings-free product has, before they are turned into whole numbers.
  func checkCounts() throws {
    // The names are put together only for a fault: this runs for every cluster that is sized.
    if hasCounts { return }
    try SizingError.check("number of GPUs in one \(id)", system.gpus.value, in: 1...10_000)
    try SizingError.check("number of \(id) in one rack", system.systemsPerRack.value, in: 1...100)
    try SizingError.check("number of \(id) in one unit", scalableUnit.systems.value, in: 1...10_000)
    try SizingError.check("number of racks in one unit of \(id)", scalableUnit.racks.value, in: 1...10_000)
  }

  /// False for NaN as well.
  private var hasCounts: Bool {
    system.gpus.value >= 1 && system.gpus.value <= 10_000 && system.systemsPerRack.value >= 1
      && system.systemsPerRack.value <= 100 && scalableUnit.systems.value >= 1
      && scalableUnit.systems.value <= 10_000 && scalableUnit.racks.value >= 1
      && scalableUnit.racks.value <= 10_000
  }

  /// Refuses what is no number of systems of one cluster.
  func checkSystems(_ systems: Int) throws {
    guard systems > 0 else { throw SizingError.notPositive("number of systems", Double(systems)) }
    guard systems <= SizingError.maximumGPUs else {
      throw SizingError.tooLarge(
        "number of systems", Double(systems), limit: Double(SizingError.maximumGPUs))
    }
    try checkCounts()
    try SizingError.checkGPUs(systems * Int(system.gpus.value))
  }
}
