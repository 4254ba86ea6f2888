// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The numbers of one scalable unit of a product, and their scaling to any number of systems.
///
/// Every number but a count of racks is proportional to the systems, so that a unit counted by an optimiser
/// and a design of several units agree.
///
/// A class because it is made once for each product of a sizer and then shared by every sizing: a product
/// holds some forty figures with their sources, and copying those costs more than all the arithmetic.
final class UnitArithmetic: Sendable {
  let sku: HardwareSKU
  let assumptions: SizingAssumptions
  let systemsPerUnit: Int
  let gpusPerSystem: Int
  let systemsMW: Double
  let itMW: Double
  /// What a reader of any design of the product must know.
  let notes: [SizingNote]
  /// The worst basis behind each kind of number.
  let basis: ClusterBasis
  /// Systems that a compute fabric of two tiers carries; nil where the product states no fabric.
  let systemsOnTwoTiers: Int?
  /// Systems that a compute fabric of three tiers carries; nil where the product states no fabric.
  let systemsOnThreeTiers: Int?

  /// `sku` and `assumptions` have passed their checks, so counts are whole and small; their middle prices are
  /// those that count.
  init(sku: HardwareSKU, assumptions: SizingAssumptions) {
    self.sku = sku
    self.assumptions = assumptions
    systemsPerUnit = Int(sku.scalableUnit.systems.value)
    gpusPerSystem = Int(sku.system.gpus.value)
    let provisionedMW = sku.scalableUnit.systems.value * sku.power.provisioningKW.value / 1_000
    let withNetwork = 1 + assumptions.networkAndStorageShareOfSystemPower.value
    switch (sku.scalableUnit.powerMW?.value, sku.scalableUnit.powerCovers) {
    case (let published?, .everything):
      systemsMW = provisionedMW
      // A planner may provision systems above what the published power of the unit allows for.
      itMW = max(published, provisionedMW)
    case (let published?, .systems):
      systemsMW = published
      itMW = published * withNetwork
    case (nil, _):
      systemsMW = provisionedMW
      itMW = provisionedMW * withNetwork
    }
    systemsOnTwoTiers = sku.maximumSystems(tiers: 2)
    systemsOnThreeTiers = sku.maximumSystems(tiers: 3)
    basis = Self.basis(sku: sku, assumptions: assumptions)
    notes = Self.notes(sku: sku, assumptions: assumptions, networkShare: itMW / systemsMW - 1)
  }

  /// Whether network and storage power is an assumption rather than part of a published figure.
  var assumesNetworkPower: Bool { Self.assumesNetworkPower(sku) }

  private static func assumesNetworkPower(_ sku: HardwareSKU) -> Bool {
    sku.scalableUnit.powerMW == nil || sku.scalableUnit.powerCovers == .systems
  }

  /// Racks of a number of systems: whole units as published, the rest filled rack by rack.
  func racks(systems: Int) -> Int {
    let perRack = Int(sku.system.systemsPerRack.value)
    let units = systems / systemsPerUnit
    let rest = systems % systemsPerUnit
    return units * Int(sku.scalableUnit.racks.value) + (rest + perRack - 1) / perRack
  }

  /// The largest number of systems whose IT power is at most `limitMW`. The tolerance lets the power of a
  /// design, given back as a limit, return the same design.
  func systems(withinITMW limitMW: Double) -> Int {
    let systems = (limitMW * Double(systemsPerUnit) / itMW * (1 + 1e-12)).rounded(.down)
    // Clamped so that no limit, however loose, overflows the conversion.
    return Int(min(systems, 1e12))
  }

  /// The largest number of systems that need at most this land, ha.
  func systems(withinLandHa landHa: Double) -> Int {
    systems(withinITMW: landHa * assumptions.landMWPerHa.value / assumptions.referencePUE.value)
  }

  /// Land of a number of systems, ha.
  func landHa(systems: Int) -> Double {
    itMW(systems: systems) * assumptions.referencePUE.value / assumptions.landMWPerHa.value
  }

  /// Network and storage racks of a number of systems, not rounded.
  private func supportRacks(systems: Int) -> Double {
    (itMW - systemsMW) * Double(systems) / Double(systemsPerUnit) * 1_000 / assumptions.supportRackKW.value
  }

  /// White space of a number of systems with aisles and support racks, m2.
  func whiteSpaceM2(systems: Int) -> Double {
    (Double(racks(systems: systems)) + supportRacks(systems: systems)) * assumptions.whiteSpaceM2PerRack.value
  }

  /// Provisioned IT power of a number of systems, MW.
  func itMW(systems: Int) -> Double { itMW * Double(systems) / Double(systemsPerUnit) }

  /// The part of a design that is a number of systems of this product, its building at the price of the site.
  func share(systems: Int, shellCostFactor: Double = 1) -> ClusterShare {
    let partITMW = itMW(systems: systems)
    let partSystemsMW = systemsMW * Double(systems) / Double(systemsPerUnit)
    let rackCount = racks(systems: systems)
    let supportRacks = supportRacks(systems: systems)
    let gpus = systems * gpusPerSystem
    return ClusterShare(
      skuID: sku.id,
      scalableUnits: (systems + systemsPerUnit - 1) / systemsPerUnit,
      systems: systems,
      racks: rackCount,
      gpus: gpus,
      cpus: systems * Int(sku.system.cpus.value),
      systemsMW: partSystemsMW,
      itMW: partITMW,
      averageITMW: partITMW * assumptions.loadFactor.value,
      heatToLiquidKW: partSystemsMW * 1_000 * sku.cooling.liquidShare.value,
      supportRacks: supportRacks,
      whiteSpaceM2: whiteSpaceM2(systems: systems),
      landHa: landHa(systems: systems),
      floorLoadKgPerM2: floorLoadKgPerM2,
      capex: capex(systems: systems, itMW: partITMW, shellCostFactor: shellCostFactor, level: .mid),
      performance: ClusterPerformance(sku: sku, gpus: gpus))
  }

  /// Investment in a number of systems at an end of the bands, or in the middle, where the prices lie that
  /// count.
  func capex(systems: Int, itMW: Double, shellCostFactor: Double, level: PriceLevel) -> ClusterCapex {
    let price = sku.price.figure(at: level).value * assumptions.usdToEUR.value(at: level)
    let systemsEUR = price * Double(systems)
    let networkShare = assumptions.networkAndStorageShareOfSystemPrice.value(at: level)
    return ClusterCapex(
      systemsEUR: systemsEUR, networkAndStorageEUR: systemsEUR * networkShare,
      shellEUR: itMW * assumptions.shellCostEURPerITMW.value(at: level) * shellCostFactor)
  }

  /// One scalable unit as an optimiser counts it.
  func option() -> ClusterOption {
    let unit = share(systems: systemsPerUnit)
    var option = ClusterOption(
      skuID: sku.id, gpus: unit.gpus, systems: unit.systems, racks: unit.racks, systemsMW: unit.systemsMW,
      itMW: unit.itMW, averageITMW: unit.averageITMW, liquidShare: unit.heatToLiquidKW / (unit.itMW * 1_000),
      whiteSpaceM2: unit.whiteSpaceM2, landHa: unit.landHa, systemsCapexEUR: unit.capex.systemsEUR,
      networkAndStorageCapexEUR: unit.capex.networkAndStorageEUR, shellCapexEUR: unit.capex.shellEUR,
      basis: basis)
    option.denseRates = ComputeRate.stated(by: sku.performance)
    option.firstYear = sku.availability.firstYear.map { Int($0.value) }
    option.lastYear = sku.availability.lastYear.map { Int($0.value) }
    return option
  }

  private static func basis(sku: HardwareSKU, assumptions: SizingAssumptions) -> ClusterBasis {
    let unit = sku.scalableUnit
    let capacity = max(sku.system.gpus.basis, unit.systems.basis, unit.racks.basis, unit.gpus.basis)
    var power = unit.powerMW?.basis ?? sku.power.provisioningKW.basis
    if assumesNetworkPower(sku) {
      power = max(power, assumptions.networkAndStorageShareOfSystemPower.basis)
    }
    let space = max(
      power, assumptions.whiteSpaceM2PerRack.basis, assumptions.supportRackKW.basis,
      max(assumptions.landMWPerHa.basis, assumptions.referencePUE.basis))
    let cost = max(
      power, sku.price.mid.basis, assumptions.usdToEUR.basis,
      max(assumptions.networkAndStorageShareOfSystemPrice.basis, assumptions.shellCostEURPerITMW.basis))
    return ClusterBasis(
      capacity: capacity, power: power, energy: max(power, assumptions.loadFactor.basis), space: space,
      cost: cost)
  }

  private static func notes(
    sku: HardwareSKU, assumptions: SizingAssumptions, networkShare: Double
  ) -> [SizingNote] {
    var notes: [SizingNote] = []
    if sku.status == .announced { notes.append(.announced(skuID: sku.id)) }
    if sku.cooling.liquidShare.value == 0 { notes.append(.airCooled(skuID: sku.id)) }
    let lowShare = assumptions.networkAndStorageShareOfSystemPower.value(at: .low)
    if !assumesNetworkPower(sku), networkShare < lowShare {
      notes.append(.littlePowerForNetwork(skuID: sku.id, share: networkShare))
    }
    for key in ClusterPerformance(sku: sku, gpus: 1).missing {
      notes.append(.notPublished(skuID: sku.id, key: key))
    }
    if sku.system.weightKg == nil {
      notes.append(.notPublished(skuID: sku.id, key: "weight_kg"))
    } else if sku.system.kind == .node {
      notes.append(.rackFrameNotCounted(skuID: sku.id))
    }
    return notes
  }
}
