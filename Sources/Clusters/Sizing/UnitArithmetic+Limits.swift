// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension UnitArithmetic {
  /// What every limit of a site allows, in systems, in the order of `SizingLimit`. Limits that are not stated
  /// are left out.
  func allowances(under conditions: SiteConditions) -> [ClusterSizing.Allowance] {
    var allowances: [ClusterSizing.Allowance] = []
    func add(_ limit: SizingLimit, _ systems: Int) {
      allowances.append(ClusterSizing.Allowance(limit: limit, systems: systems))
    }
    if let connectionMW = conditions.connectionMW {
      add(.connection, systems(withinITMW: connectionMW / conditions.gridMWPerITMW))
    }
    let liquidShare = sku.cooling.liquidShare.value
    if let liquidMW = conditions.liquidCoolingMW, liquidShare > 0 {
      let perSystemMW = systemsMW / Double(systemsPerUnit) * liquidShare
      add(.liquidCooling, whole(liquidMW / perSystemMW))
    }
    if let landHa = conditions.landHa { add(.land, systems(withinLandHa: landHa)) }
    if let areaM2 = conditions.whiteSpaceM2 { add(.whiteSpace, systems(withinWhiteSpaceM2: areaM2)) }
    if let bearsKgPerM2 = conditions.floorLoadKgPerM2, let loadKgPerM2 = floorLoadKgPerM2,
      loadKgPerM2 > bearsKgPerM2
    {
      // The floor bears a rack or it does not; how many stand on it does not matter.
      add(.floorLoad, 0)
    }
    if let tiers = conditions.networkTiers,
      let most = tiers < 3 ? systemsOnTwoTiers : systemsOnThreeTiers
    {
      add(.networkTier, most)
    }
    return allowances
  }

  /// Load of one rack on its footprint, kg/m2; nil where no weight is published.
  var floorLoadKgPerM2: Double? {
    guard let weight = sku.system.weightKg else { return nil }
    return weight.value * sku.system.systemsPerRack.value / assumptions.rackFootprintM2.value
  }

  /// The largest number of systems that need at most this white space, m2. Racks fill one by one, so it is
  /// found by bisection.
  private func systems(withinWhiteSpaceM2 areaM2: Double) -> Int {
    func fits(_ systems: Int) -> Bool { whiteSpaceM2(systems: systems) <= areaM2 * (1 + 1e-12) }
    var low = 0
    var high = SizingError.maximumGPUs + 1
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if fits(middle) { low = middle } else { high = middle }
    }
    return low
  }

  private func whole(_ systems: Double) -> Int { Int(min((systems * (1 + 1e-12)).rounded(.down), 1e12)) }
}
