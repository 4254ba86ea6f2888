// SPDX-License-Identifier: GPL-3.0-or-later

extension ClusterSizer {
  /// The cluster that holds at least this many GPUs of a product, in whole systems.
  ///
  /// A site too small for it is no error: the design is returned with `fits` false, and the binding limit is
  /// the one that is broken.
  ///
  /// - Throws: `SizingError` for a count that is zero, negative or huge, or conditions out of range;
  ///   `CatalogueError.unknownSKU`.
  public func sizing(
    forGPUs gpus: Int, skuID: String, conditions: SiteConditions
  ) throws -> ClusterSizing {
    try conditions.check()
    try SizingError.checkGPUs(gpus)
    let unit = try arithmetic(skuID)
    let systems = (gpus + unit.gpusPerSystem - 1) / unit.gpusPerSystem
    return try sizing(
      request: .gpus(gpus), unit: unit, systems: systems, asked: .requestedGPUs, conditions: conditions)
  }

  /// The largest cluster of a product that needs at most this power at the meter, in whole systems. The
  /// connection and the land of the conditions are kept as well.
  ///
  /// - Throws: `SizingError` for a power that is zero, negative, not finite or huge, for conditions out of
  ///   range, and where not even one system fits; `CatalogueError.unknownSKU`.
  public func sizing(
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
    let siteLimits = siteAllowances(unit: unit, conditions: conditions)
    let allowances = ([ClusterSizing.Allowance(limit: asked, systems: systems)] + siteLimits)
      .enumerated()
      .sorted { ($0.element.systems, $0.offset) < ($1.element.systems, $1.offset) }
      .map(\.element)
    let tightest = allowances[0]
    // Asked for power, the cluster shrinks to the tightest limit; asked for GPUs, it is what was asked for.
    let built = asked == .requestedPower ? tightest.systems : systems
    guard built > 0 else { throw nothingFits(unit: unit, limit: tightest.limit, conditions: conditions) }
    return ClusterSizing(
      request: request,
      design: try design(of: [(unit, built)], conditions: conditions),
      completeScalableUnits: built / unit.systemsPerUnit,
      allowances: allowances,
      bindingLimit: tightest.limit,
      fits: built <= tightest.systems)
  }

  private func siteAllowances(unit: UnitArithmetic, conditions: SiteConditions) -> [ClusterSizing.Allowance] {
    var allowances: [ClusterSizing.Allowance] = []
    if let connectionMW = conditions.connectionMW {
      let systems = unit.systems(withinITMW: connectionMW / conditions.gridMWPerITMW)
      allowances.append(ClusterSizing.Allowance(limit: .connection, systems: systems))
    }
    if let landHa = conditions.landHa {
      allowances.append(
        ClusterSizing.Allowance(limit: .land, systems: unit.systems(withinLandHa: landHa)))
    }
    return allowances
  }

  private func nothingFits(unit: UnitArithmetic, limit: SizingLimit, conditions: SiteConditions)
    -> SizingError
  {
    switch limit {
    case .land:
      .nothingFits(
        skuID: unit.sku.id, limit: limit, needed: unit.landHa(systems: 1), available: conditions.landHa ?? 0)
    case .connection, .requestedPower, .requestedGPUs:
      .nothingFits(
        skuID: unit.sku.id, limit: limit, needed: unit.itMW(systems: 1) * conditions.gridMWPerITMW,
        available: conditions.connectionMW ?? 0)
    }
  }
}
