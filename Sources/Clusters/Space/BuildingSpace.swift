// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The building and plot of a design: racks, rows, halls, floor, land, floor load.
package struct BuildingSpace: Sendable, Equatable, Codable {
  /// Racks of systems.
  package let racks: Int
  /// Network and storage racks.
  package let supportRacks: Int
  /// Rows of racks of systems.
  package let rows: Int
  /// Rows of network and storage racks.
  package let supportRows: Int
  /// Provisioned power of the strongest row of systems, kW.
  package let rowKW: Double
  /// White space with aisles, m2.
  package let whiteSpaceM2: Double
  /// Halls.
  package let halls: Int
  /// Gross floor, m2.
  package let grossFloorM2: Double
  /// Land, ha.
  package let landHa: Double
  /// Power at the meter over land, MW/ha.
  package let siteMWPerHa: Double
  /// Power at the meter over gross floor, kW/m2.
  package let siteKWPerM2: Double
  /// IT power over white space, kW/m2.
  package let itKWPerM2: Double
  /// Load of the heaviest rack on its footprint, kg/m2; nil where a product publishes no weight.
  package let pointLoadKgPerM2: Double?
  /// Load of all racks over the white space, kg/m2; nil where a product publishes no weight.
  package let distributedLoadKgPerM2: Double?
  /// Load that the floor bears, kg/m2; an assumption unless the site states it.
  package let floorLimitKgPerM2: Double
  /// What a reader must know.
  package let notes: [SpaceNote]

  /// The building of a design.
  ///
  /// - Parameters:
  ///   - design: The cluster.
  ///   - skus: The products of the design, in any order; others are passed over.
  ///   - floorLimitKgPerM2: Load that the floor of the site bears, 100 to 20,000 kg/m2; nil takes the
  ///     assumption.
  ///   - assumptions: Figures beside them, without findings.
  /// - Throws: `SizingError` for a limit that is not finite or out of range; `CatalogueError.unknownSKU` for
  ///   a product that `skus` lacks.
  package init(
    design: ClusterDesign, skus: [HardwareSKU], floorLimitKgPerM2: Double? = nil,
    assumptions: borrowing SpaceAssumptions = SpaceAssumptions()
  ) throws {
    try SizingError.checkGridMW("power at the meter in MW", design.gridMW)
    let limit = floorLimitKgPerM2 ?? assumptions.floorLimitKgPerM2.value
    try SizingError.check("load that the floor bears in kg/m2", limit, in: 100...20_000)
    var notes: [SpaceNote] = []

    let perRow = max(1, PlantArithmetic.count(assumptions.racksPerRow.value))
    var rows = 0
    var strongestKW = 0.0
    var weightKg = Double(design.supportRacks) * assumptions.supportRackKg.value
    var everyWeight = true
    for share in design.shares where share.racks > 0 {
      let index = try PlantArithmetic.index(of: share.skuID, among: skus)
      // Products do not share a row.
      rows += (share.racks - 1) / perRow + 1
      let rackKW = skus[index].power.provisioningKW.value * skus[index].system.systemsPerRack.value
      strongestKW = max(strongestKW, rackKW * Double(min(perRow, share.racks)))
      if let weight = skus[index].system.weightKg?.value {
        weightKg += weight * Double(share.systems)
      } else {
        everyWeight = false
        notes.append(.weightNotPublished(skuID: share.skuID))
      }
    }

    let byPowerM2 = design.gridMW * 1_000 / assumptions.grossKWPerM2.value
    let byWhiteM2 = design.whiteSpaceM2 * assumptions.grossOverWhite.value
    let grossM2 = max(byPowerM2, byWhiteM2)
    if byWhiteM2 > byPowerM2 { notes.append(.whiteSpaceSetsGrossFloor) }
    if grossM2 > design.landHa * 10_000 {
      notes.append(.floorAboveLand(grossFloorHa: grossM2 / 10_000, landHa: design.landHa))
    }
    if let load = design.floorLoadKgPerM2, load > limit {
      notes.append(.floorLoadAboveLimit(loadKgPerM2: load, limitKgPerM2: limit))
    }

    racks = design.racks
    supportRacks = design.supportRacks
    self.rows = rows
    supportRows = design.supportRacks > 0 ? (design.supportRacks - 1) / perRow + 1 : 0
    rowKW = strongestKW
    whiteSpaceM2 = design.whiteSpaceM2
    halls = PlantArithmetic.units(for: design.gridMW, of: assumptions.hallMW.value)
    grossFloorM2 = grossM2
    landHa = design.landHa
    siteMWPerHa = design.gridMW / design.landHa
    siteKWPerM2 = design.gridMW * 1_000 / grossM2
    itKWPerM2 = design.itMW * 1_000 / design.whiteSpaceM2
    pointLoadKgPerM2 = design.floorLoadKgPerM2
    distributedLoadKgPerM2 = everyWeight ? weightKg / design.whiteSpaceM2 : nil
    self.floorLimitKgPerM2 = limit
    self.notes = notes
  }

  /// What the building line buys; the assumptions are those that it was made with.
  package func items(_ assumptions: SpaceAssumptions = SpaceAssumptions()) -> [BillItem] {
    var items: [BillItem] = []
    func add(_ item: String, _ quantity: Double, _ unit: String, _ figure: Quantity, _ priceEUR: Double?) {
      guard quantity > 0 else { return }
      items.append(
        BillItem(
          line: .building, item: item, quantity: quantity, unit: unit, basis: .estimated,
          source: figure.source,
          unitPriceEUR: priceEUR))
    }
    add("gross floor", grossFloorM2, "m2", assumptions.grossKWPerM2, assumptions.grossFloorEURPerM2.value)
    add(
      "white space, fitted out", whiteSpaceM2, "m2", assumptions.grossOverWhite,
      assumptions.whiteSpaceEURPerM2.value)
    add("hall", Double(halls), "hall", assumptions.hallMW, nil)
    add("row of racks", Double(rows + supportRows), "row", assumptions.racksPerRow, nil)
    return items
  }
}
