// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

extension ClusterSizer {
  /// The investment of a design at a price level, its building at the price of the site.
  ///
  /// - Throws: `CatalogueError.unknownSKU`.
  package func capex(
    of design: ClusterDesign, at level: PriceLevel, shellCostFactor: Double = 1
  ) throws -> ClusterCapex {
    var sum = ClusterCapex(systemsEUR: 0, networkAndStorageEUR: 0, shellEUR: 0)
    for share in design.shares {
      let unit = try arithmetic(share.skuID)
      sum =
        sum
        + unit.capex(
          systems: share.systems, itMW: share.itMW, shellCostFactor: shellCostFactor, level: level)
    }
    return sum
  }

  /// Everything that gets built for a design of this sizer.
  ///
  /// - Throws: As the other one.
  package func specification(
    of design: ClusterDesign, conditions: SpecificationConditions = SpecificationConditions(),
    assumptions: DesignAssumptions
  ) throws -> ClusterSpecification {
    try specification(of: design, conditions: conditions, basis: DesignBasis(assumptions))
  }

  /// Everything that gets built for a design of this sizer.
  ///
  /// - Parameters:
  ///   - design: The design; nothing in it is changed.
  ///   - conditions: What the site states beside the size.
  ///   - basis: Figures and choices, without findings.
  /// - Throws: `SizingError` for conditions out of range, for more power than one meter gives and for items
  ///   that no bill of materials can hold; `CatalogueError.unknownSKU`.
  package func specification(
    of design: ClusterDesign, conditions: SpecificationConditions = SpecificationConditions(),
    basis: DesignBasis = DesignBasis()
  ) throws -> ClusterSpecification {
    var pods: [ClusterPod] = []
    var prices: [Double] = []
    for share in design.shares {
      let unit = try arithmetic(share.skuID)
      pods += try ClusterPod.pods(
        of: unit, systems: share.systems, supportKW: (share.itMW - share.systemsMW) * 1_000, basis: basis)
      prices.append(unit.sku.price.mid.value * assumptions.usdToEUR.value)
    }
    let factor = conditions.shellCostFactor
    let space = try BuildingSpace(
      design: design, skus: catalogue.skus, floorLimitKgPerM2: conditions.floorLimitKgPerM2,
      assumptions: basis.assumptions.space)
    let power = try PowerChain(
      design: design, skus: catalogue.skus, connectionMW: conditions.connectionMW,
      connectionKV: conditions.connectionKV, redundancy: basis.assumptions.redundancy,
      assumptions: basis.assumptions.power)
    let cooling = try CoolingPlant(
      design: design, climate: conditions.climate ?? .paris(basis.assumptions.cooling),
      allowsEvaporation: conditions.allowsEvaporation, puePerDegC: conditions.puePerDegC,
      assumptions: basis.assumptions.cooling)
    let ledger = try Ledger(
      design: design,
      capex: (
        low: capex(of: design, at: .low, shellCostFactor: factor),
        mid: capex(of: design, at: .mid, shellCostFactor: factor),
        high: capex(of: design, at: .high, shellCostFactor: factor)
      ),
      conditions: conditions.ledger, assumptions: basis.assumptions.ledger)
    var items = BillItem.systems(of: design, pricesEUR: prices)
    for pod in pods { items += pod.items }
    items += power.items(basis.assumptions.power)
    items += cooling.items(basis.assumptions.cooling)
    items += space.items(basis.assumptions.space)
    items += BillItem.plot(
      of: design, ledger: ledger, connectionKV: power.transformers.connectionKV)
    return ClusterSpecification(
      design: design, pods: pods, power: power, cooling: cooling,
      climateIsStated: conditions.climate != nil,
      space: space,
      schedule: try conditions.planned.map { BuildSchedule($0) }
        ?? BuildSchedule(
          design: design, skus: catalogue.skus, readiness: conditions.readiness,
          assumptions: basis.assumptions.schedule),
      ledger: ledger,
      carbon: try CarbonAccount(
        design: design, buildingM2: space.grossFloorM2, utilisation: conditions.ledger.utilisation,
        assumptions: basis.assumptions.carbon, ledger: basis.assumptions.ledger),
      bandwidth: try ClusterBandwidth(design: design, catalogue: catalogue),
      basis: basis,
      bill: try BillOfMaterials(items: items, ledger: ledger))
  }
}
