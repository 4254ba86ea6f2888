// SPDX-License-Identifier: GPL-3.0-or-later

extension ClusterSizer {
  /// The cluster that holds at least this many GPUs of a product, in whole systems, or in whole scalable
  /// units where the conditions say so.
  ///
  /// A site too small for it is no error: the design is returned with `fits` false, and the binding limit is
  /// the one that is broken.
  ///
  /// - Throws: `SizingError` for a count that is zero, negative or huge, or conditions out of range;
  ///   `CatalogueError.unknownSKU`.
  package func sizing(
    forGPUs gpus: Int, skuID: String, conditions: SiteConditions
  ) throws -> ClusterSizing {
    try conditions.check()
    try SizingError.checkGPUs(gpus)
    let unit = try arithmetic(skuID)
    var systems = (gpus + unit.gpusPerSystem - 1) / unit.gpusPerSystem
    if conditions.wholeUnits {
      systems = (systems + unit.systemsPerUnit - 1) / unit.systemsPerUnit * unit.systemsPerUnit
    }
    return try sizing(
      request: .gpus(gpus), unit: unit, systems: systems, asked: .requestedGPUs, conditions: conditions)
  }

  /// The largest cluster of a product that needs at most this power at the meter, in whole systems. All
  /// limits of the conditions are kept as well.
  ///
  /// - Throws: `SizingError` for a power that is zero, negative, not finite or huge, for conditions out of
  ///   range, and where not even one system fits; `CatalogueError.unknownSKU`.
  package func sizing(
    forGridMW gridMW: Double, skuID: String, conditions: SiteConditions
  ) throws -> ClusterSizing {
    try conditions.check()
    try SizingError.checkGridMW("power in MW", gridMW)
    let unit = try arithmetic(skuID)
    let asked = unit.systems(withinITMW: gridMW / conditions.gridMWPerITMW)
    guard asked > 0 else {
      throw SizingError.nothingFits(
        skuID: skuID, limit: .requestedPower, needed: unit.itMW(systems: 1) * conditions.gridMWPerITMW,
        available: gridMW)
    }
    return try sizing(
      request: .gridMW(gridMW), unit: unit, systems: asked, asked: .requestedPower, conditions: conditions)
  }

  private func sizing(
    request: ClusterSizing.Request, unit: UnitArithmetic, systems: Int, asked: SizingLimit,
    conditions: SiteConditions
  ) throws -> ClusterSizing {
    var allowances = [ClusterSizing.Allowance(limit: asked, systems: systems)]
    allowances += unit.allowances(under: conditions)
    var tightest = tightestAllowance(allowances)
    if conditions.wholeUnits, tightest.systems % unit.systemsPerUnit > 0 {
      let whole = tightest.systems / unit.systemsPerUnit * unit.systemsPerUnit
      tightest = ClusterSizing.Allowance(limit: .scalableUnit, systems: whole)
      allowances.append(tightest)
    }
    sortByTightness(&allowances)
    // Asked for power, the cluster shrinks to the tightest limit; asked for GPUs, it is what was asked for.
    let built = asked == .requestedPower ? tightest.systems : systems
    guard built > 0 else {
      throw nothingFits(unit: unit, limit: tightest.limit, request: request, conditions: conditions)
    }
    return ClusterSizing(
      request: request,
      design: try design(of: [(unit, built)], conditions: conditions),
      completeScalableUnits: built / unit.systemsPerUnit,
      allowances: allowances,
      bindingLimit: tightest.limit,
      fits: built <= tightest.systems)
  }

  /// The first of the allowances with the fewest systems.
  private func tightestAllowance(_ allowances: [ClusterSizing.Allowance]) -> ClusterSizing.Allowance {
    var tightest = allowances[0]
    for allowance in allowances.dropFirst() where allowance.systems < tightest.systems {
      tightest = allowance
    }
    return tightest
  }

  /// The tightest first; equals keep their order.
  private func sortByTightness(_ allowances: inout [ClusterSizing.Allowance]) {
    for end in allowances.indices.dropFirst() {
      var place = end
      while place > 0, allowances[place].systems < allowances[place - 1].systems {
        allowances.swapAt(place, place - 1)
        place -= 1
      }
    }
  }

  private func nothingFits(
    unit: UnitArithmetic, limit: SizingLimit, request: ClusterSizing.Request, conditions: SiteConditions
  ) -> SizingError {
    var powerMW = conditions.connectionMW ?? 0
    if limit == .requestedPower || limit == .scalableUnit, case .gridMW(let asked) = request {
      powerMW = asked
    }
    let smallest = conditions.wholeUnits ? unit.systemsPerUnit : 1
    let one = unit.share(systems: smallest)
    let needed: Double
    let available: Double
    switch limit {
    case .requestedGPUs, .requestedPower, .connection, .scalableUnit:
      (needed, available) = (one.itMW * conditions.gridMWPerITMW, powerMW)
    case .land: (needed, available) = (one.landHa, conditions.landHa ?? 0)
    case .whiteSpace: (needed, available) = (one.whiteSpaceM2, conditions.whiteSpaceM2 ?? 0)
    case .liquidCooling: (needed, available) = (one.heatToLiquidKW / 1_000, conditions.liquidCoolingMW ?? 0)
    case .floorLoad: (needed, available) = (one.floorLoadKgPerM2 ?? 0, conditions.floorLoadKgPerM2 ?? 0)
    case .networkTier: (needed, available) = (Double(smallest), 0)
    }
    let stated: SizingLimit = limit == .scalableUnit ? .requestedPower : limit
    return .nothingFits(skuID: unit.sku.id, limit: stated, needed: needed, available: available)
  }
}
