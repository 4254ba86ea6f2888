// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension HardwareSKU {
  /// The largest number of systems that a compute fabric of at most `tiers` tiers carries; nil where the
  /// product has no fabric. Zero where not even one unit fits.
  package func maximumSystems(tiers: Int) -> Int? {
    guard let arithmetic = FabricArithmetic(self) else { return nil }
    return arithmetic.maximumUnits(tiers: min(tiers, 3)) * arithmetic.systemsPerUnit
  }

  /// Switches of the compute fabric of a number of whole units, published rows as printed; nil where the
  /// product has no fabric, where there is no unit, or where three tiers do not carry the units.
  package func switchesNeeded(units: Int) -> Int? {
    guard units > 0, units <= SizingError.maximumGPUs, let arithmetic = FabricArithmetic(self) else {
      return nil
    }
    let systems = units * arithmetic.systemsPerUnit
    if let row = arithmetic.row(systems: systems) { return row.switches }
    return arithmetic.switches(units: units, systems: systems)?.total
  }
}
