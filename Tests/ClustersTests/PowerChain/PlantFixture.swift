// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters

/// Designs that the tests of the plant share.
enum Plant {
  static func design(
    _ skuID: String, units: Int, conditions: SiteConditions = Fixture.mild
  ) throws -> ClusterDesign {
    try Fixture.sizer().design(
      blocks: [ClusterBlock(skuID: skuID, scalableUnits: units)], conditions: conditions)
  }

  static func gb300(units: Int, pue: Double = 1.15, supplyC: Double = 40) throws -> ClusterDesign {
    try design(
      "gb300-nvl72", units: units, conditions: SiteConditions(pue: pue, supplyTemperatureC: supplyC))
  }

  static func chain(
    _ design: ClusterDesign, connectionMW: Double? = nil, redundancy: RedundancyScheme = .nPlusOne,
    assumptions: PowerAssumptions = PowerAssumptions()
  ) throws -> PowerChain {
    try PowerChain(
      design: design, skus: Fixture.all, connectionMW: connectionMW, redundancy: redundancy,
      assumptions: assumptions)
  }
}
