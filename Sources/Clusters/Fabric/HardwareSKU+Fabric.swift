// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension HardwareSKU {
  /// The largest number of systems that a compute fabric of at most `tiers` tiers carries; nil where the
  /// product has no fabric. Zero where not even one unit fits.
  package func maximumSystems(tiers: Int) -> Int? {
    guard let arithmetic = FabricArithmetic(self) else { return nil }
    return arithmetic.maximumUnits(tiers: min(tiers, 3)) * arithmetic.systemsPerUnit
  }
}
