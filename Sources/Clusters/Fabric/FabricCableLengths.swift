// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Cables of a compute fabric by the length they must reach; they add up to all cables.
package struct FabricCableLengths: Sendable, Equatable, Codable {
  /// Up to 3 m, within a rack or to the next: copper.
  package var upTo3m: Int
  /// Up to 50 m: multimode fibre, single mode where the rate has no multimode modules.
  package var upTo50m: Int
  /// Up to 500 m: single-mode fibre.
  package var upTo500m: Int

  /// Cables that need modules at both ends.
  package var optical: Int { upTo50m + upTo500m }

  /// The share of the leaf-to-spine and spine-to-core cables that stay within 50 m falls with the size of the
  /// halls: it is that of the racks within such a cable run of the spines.
  init(cables: FabricCables, racks: Int, assumptions: borrowing NetworkAssumptions) {
    upTo3m = wholeNumber((Double(cables.nodeLeaf) * assumptions.nodeLeafCopperShare.value).rounded())
    let switchToSwitch = cables.leafSpine + cables.spineCore
    let share = min(1, assumptions.racksWithin50m.value / Double(max(racks, 1)))
    let near = wholeNumber((Double(switchToSwitch) * share).rounded())
    upTo50m = cables.nodeLeaf - upTo3m + near
    upTo500m = switchToSwitch - near
  }
}
