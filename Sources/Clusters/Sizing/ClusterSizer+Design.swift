// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension ClusterSizer {
  /// The design of parts in order of their products; every part has at least one system.
  func design(
    of parts: [(unit: UnitArithmetic, systems: Int)], conditions: SiteConditions
  ) throws -> ClusterDesign {
    try conditions.check()
    guard let first = parts.first else { throw SizingError.noBlocks }
    try SizingError.checkGPUs(parts.reduce(0) { $0 + $1.systems * $1.unit.gpusPerSystem })

    let shares = parts.map {
      $0.unit.share(systems: $0.systems, shellCostFactor: conditions.shellCostFactor)
    }
    func sum(_ value: (ClusterShare) -> Double) -> Double { shares.reduce(0) { $0 + value($1) } }
    func count(_ value: (ClusterShare) -> Int) -> Int { shares.reduce(0) { $0 + value($1) } }

    let itMW = sum(\.itMW)
    let gridMW = itMW * conditions.gridMWPerITMW
    let landHa = sum(\.landHa)
    let gpus = count(\.gpus)
    let liquidKW = sum(\.heatToLiquidKW)
    let coolant = try coolant(liquidKW: liquidKW, units: parts.map(\.unit), conditions: conditions)
    let weights = shares.map(\.floorLoadKgPerM2)
    let performance = shares.dropFirst().reduce(shares[0].performance) { $0 + $1.performance }

    var notes = parts.flatMap(\.unit.notes)
    if liquidKW > 0 { notes.append(.noSpareCoolantUnit) }
    let kWPerGPU = gridMW * 1_000 / Double(gpus)
    if kWPerGPU > ClusterDesign.highKWPerGPU {
      notes.append(.highPowerPerGPU(kWPerGPU: kWPerGPU, threshold: ClusterDesign.highKWPerGPU))
    }
    if let connectionMW = conditions.connectionMW, gridMW > connectionMW * (1 + 1e-9) {
      notes.append(.connectionExceeded(gridMW: gridMW, connectionMW: connectionMW))
    }
    if let availableHa = conditions.landHa, landHa > availableHa * (1 + 1e-9) {
      notes.append(.landExceeded(neededHa: landHa, availableHa: availableHa))
    }

    return ClusterDesign(
      shares: shares,
      scalableUnits: count(\.scalableUnits),
      systems: count(\.systems),
      racks: count(\.racks),
      supportRacks: Int(sum(\.supportRacks).rounded(.up)),
      gpus: gpus,
      cpus: count(\.cpus),
      itMW: itMW,
      averageITMW: sum(\.averageITMW),
      facilityMW: itMW * conditions.pue,
      gridMW: gridMW,
      gridMVA: conditions.powerFactor.map { gridMW / $0 },
      remainingMW: conditions.connectionMW.map { $0 - gridMW },
      energyMWhPerYear: sum(\.averageITMW) * conditions.gridMWPerITMW * ClusterDesign.hoursPerYear,
      supplyTemperatureC: coolant.supplyTemperatureC,
      heatToLiquidKW: liquidKW,
      heatToAirKW: sum(\.heatToAirKW),
      coolantFlowLPerMin: coolant.flowLPerMin,
      coolantDistributionUnits: Int((liquidKW / assumptions.cduCapacityKW.value).rounded(.up)),
      whiteSpaceM2: sum(\.whiteSpaceM2),
      landHa: landHa,
      floorLoadKgPerM2: weights.contains(nil) ? nil : weights.compactMap { $0 }.max(),
      capex: shares.dropFirst().reduce(shares[0].capex) { $0 + $1.capex },
      performance: performance,
      priceLevel: priceLevel,
      assumptions: usedAssumptions(
        assumesNetworkPower: parts.contains { $0.unit.assumesNetworkPower }, cooledByLiquid: liquidKW > 0,
        statedTemperature: conditions.supplyTemperatureC != nil),
      notes: notes,
      basis: parts.dropFirst().reduce(first.unit.basis) { $0.combined(with: $1.unit.basis) })
  }

  /// Supply temperature and flow, after checking the temperature against the rule and every product.
  private func coolant(
    liquidKW: Double, units: [UnitArithmetic], conditions: SiteConditions
  ) throws -> (supplyTemperatureC: Double?, flowLPerMin: Double) {
    guard liquidKW > 0 else { return (nil, 0) }
    let supplyC = conditions.supplyTemperatureC ?? assumptions.supplyTemperatureC.value
    let range = CoolantFlowRule.supplyRangeC
    for unit in units where unit.sku.cooling.liquidShare.value > 0 {
      let low = max(range.lowerBound, unit.sku.cooling.supplyMinimumC?.value ?? range.lowerBound)
      let high = min(range.upperBound, unit.sku.cooling.supplyMaximumC?.value ?? range.upperBound)
      guard low <= high, supplyC >= low, supplyC <= high else {
        throw SizingError.supplyTemperatureOutOfRange(
          supplyC, allowed: low...max(low, high),
          reason: "what \(unit.sku.id) and the published flow points allow"
        )
      }
    }
    let flow = try CoolantFlowRule.constantReturn.flowLPerMin(
      liquidKW: liquidKW, supplyTemperatureC: supplyC)
    return (supplyC, flow)
  }

  private func usedAssumptions(
    assumesNetworkPower: Bool, cooledByLiquid: Bool, statedTemperature: Bool
  ) -> [NamedQuantity] {
    if assumesNetworkPower, cooledByLiquid, !statedTemperature { return named }
    return named.filter { assumption in
      switch assumption.name {
      case "network_and_storage_share_of_system_power": assumesNetworkPower
      case "cdu_capacity_kw": cooledByLiquid
      case "supply_temperature_c": cooledByLiquid && !statedTemperature
      default: true
      }
    }
  }
}
