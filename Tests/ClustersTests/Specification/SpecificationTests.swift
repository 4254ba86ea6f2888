// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

/// A specification says in detail what a design says in sum, and never something else.
@Suite struct SpecificationTests {
  static let products = ["dgx-b200", "dgx-b300", "gb200-nvl72", "gb300-nvl72"]
  static let sizes = [1, 2, 3, 7, 16, 17, 64, 65, 200, 700]

  private func specified(_ skuID: String, units: Int, pue: Double = 1.15) throws -> ClusterSpecification {
    let sizer = try Fixture.sizer()
    let design = try sizer.design(
      blocks: [ClusterBlock(skuID: skuID, scalableUnits: units)],
      conditions: SiteConditions(pue: pue, supplyTemperatureC: 40))
    return try sizer.specification(of: design)
  }

  @Test(arguments: products, sizes)
  func theDesignComesOutAsItWentIn(skuID: String, units: Int) throws {
    let specification = try specified(skuID, units: units)
    let design = specification.design
    #expect(specification.power.itMW == design.itMW)
    #expect(specification.power.gridMW == design.gridMW)
    #expect(
      close(try #require(specification.power.stages.last).provisionedMW, design.gridMW, relative: 1e-12))
    let energy = specification.cooling.months.reduce(0) { $0 + $1.gridMWh }
    #expect(close(energy, design.energyMWhPerYear, relative: 1e-9))
    #expect(specification.space.landHa == design.landHa)
    #expect(specification.space.whiteSpaceM2 == design.whiteSpaceM2)
    let ledger = specification.ledger.amounts
    #expect(ledger.systems.mid == design.capex.systemsEUR)
    #expect(ledger.network.mid + ledger.storage.mid == design.capex.networkAndStorageEUR)
    #expect(
      close(
        ledger.building.mid + ledger.electrical.mid + ledger.cooling.mid, design.capex.shellEUR,
        relative: 1e-12))
    #expect(specification.pods.reduce(0) { $0 + $1.count * $1.systems } == design.systems)
  }

  @Test(arguments: products, sizes)
  func theBillAddsUpToTheLedger(skuID: String, units: Int) throws {
    let specification = try specified(skuID, units: units)
    let bill = specification.bill
    for line in LedgerLine.allCases where line.isCapital {
      #expect(bill.totalEUR(of: line) == specification.ledger.amounts[line])
    }
    #expect(bill.totalEUR == specification.ledger.capitalEUR)
    // Quantities are those of the parts.
    func quantity(_ item: String) -> Double {
      bill.rows.filter { $0.item.item == item }.reduce(0) { $0 + $1.item.quantity }
    }
    #expect(quantity("GPU system") == Double(specification.design.systems))
    #expect(quantity("GPU, part of the systems") == Double(specification.design.gpus))
  }

  @Test(arguments: products)
  func twiceTheUnitsNeverNeedFewerSwitchesRacksOrTransformers(skuID: String) throws {
    for units in [1, 2, 3, 5, 8, 9, 16, 18, 33, 64, 100, 250] {
      let small = try specified(skuID, units: units)
      let large = try specified(skuID, units: 2 * units)
      #expect(try #require(large.fabricSwitches) >= (try #require(small.fabricSwitches)))
      #expect(large.supportKW >= small.supportKW)
      #expect(large.power.transformers.transformers >= small.power.transformers.transformers)
      #expect(large.cooling.coolantDistributionUnits >= small.cooling.coolantDistributionUnits)
      #expect(large.ledger.capitalEUR.mid > small.ledger.capitalEUR.mid)
    }
  }

  /// GB200 in three tiers of QM9700 ends at 64 units of 576: 150 units take three fabrics of 50.
  @Test func aSiteBeyondOneFabricHoldsSeveralEqualOnes() throws {
    let specification = try specified("gb200-nvl72", units: 150)
    #expect(specification.pods.count == 1)
    #expect(specification.pods[0].count == 3)
    #expect(specification.pods[0].systems == 400)
    let one = try specified("gb200-nvl72", units: 50)
    #expect(specification.fabricSwitches == one.fabricSwitches.map { 3 * $0 })
  }

  /// 131 units: three pods of 44, 44 and 43.
  @Test func podsDifferByOneUnitAtMost() throws {
    let specification = try specified("gb200-nvl72", units: 131)
    #expect(specification.pods.map(\.count) == [2, 1])
    #expect(specification.pods.map(\.systems) == [352, 344])
  }

  @Test func anIncompleteUnitIsInTheLastPod() throws {
    let sizer = try Fixture.sizer()
    let design = try sizer.sizing(
      forGPUs: 1_045 * 72, skuID: "gb200-nvl72", conditions: SiteConditions(pue: 1.15)
    ).design
    let specification = try sizer.specification(of: design)
    #expect(specification.pods.reduce(0) { $0 + $1.count * $1.systems } == 1_045)
    #expect(specification.pods.last?.count == 1)
    #expect(specification.pods.last.map { $0.systems % 8 } == 5)
  }

  @Test func aMixedDesignIsTheSumOfItsParts() throws {
    let sizer = try Fixture.sizer()
    let design = try sizer.design(
      blocks: [
        ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 10),
        ClusterBlock(skuID: "dgx-b200", scalableUnits: 4),
      ], conditions: SiteConditions(pue: 1.2))
    let specification = try sizer.specification(of: design)
    let bill = specification.bill
    #expect(bill.totalEUR == specification.ledger.capitalEUR)
    #expect(specification.pods.count == 2)
    #expect(specification.power.feeds.count == 2)
    #expect(specification.pods.map { $0.fabric?.skuID } == design.shares.map(\.skuID))
  }

  @Test(arguments: PriceLevel.allCases)
  func theLedgerAtTheLevelOfTheDesignIsItsInvestment(level: PriceLevel) throws {
    let sizer = try ClusterSizer(catalogue: HardwareCatalogue(Fixture.all), priceLevel: level)
    let design = try sizer.design(
      blocks: [ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 12)],
      conditions: SiteConditions(pue: 1.15, shellCostFactor: 1.03))
    var conditions = SpecificationConditions()
    conditions.shellCostFactor = 1.03
    let ledger = try sizer.specification(of: design, conditions: conditions).ledger.amounts
    #expect(ledger.systems[level] == design.capex.systemsEUR)
    #expect(
      close(
        ledger.building[level] + ledger.electrical[level] + ledger.cooling[level], design.capex.shellEUR,
        relative: 1e-12))
  }

  /// Whatever is estimated must carry its label into the bill.
  @Test func whatIsAssumedIsLabelledInTheBill() throws {
    let bill = try specified("gb300-nvl72", units: 4).bill
    for row in bill.rows where row.item.basis == .estimated { #expect(row.quantityLabel == "assumption") }
    for row in bill.rows { #expect(!row.item.source.isEmpty) }
    #expect(bill.rows.contains { $0.quantityLabel == "published" })
  }

  @Test(arguments: [Double.nan, -1, 0, 100])
  func conditionsOutOfRangeAreRefused(value: Double) throws {
    let sizer = try Fixture.sizer()
    let design = try sizer.design(
      blocks: [ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 1)], conditions: SiteConditions(pue: 1.15))
    var voltage = SpecificationConditions()
    voltage.connectionKV = value
    #expect(throws: SizingError.self) { try sizer.specification(of: design, conditions: voltage) }
    var years = SpecificationConditions()
    years.readiness.connection = .requested(years: value == 0 ? -0.5 : value)
    #expect(throws: SizingError.self) { try sizer.specification(of: design, conditions: years) }
  }

  @Test func whatNoBillCanHoldIsRefusedAndNeverAnEmptyBill() throws {
    let sizer = try Fixture.sizer()
    let design = try sizer.design(
      blocks: [ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 1)], conditions: SiteConditions(pue: 1.15))
    var conditions = SpecificationConditions()
    conditions.ledger.connectionEUR = ValueBand(1e15)
    #expect(try !sizer.specification(of: design, conditions: conditions).bill.rows.isEmpty)
    conditions.ledger.connectionEUR = ValueBand(2e15)
    #expect(
      throws: SizingError.outOfRange("price of 'grid connection' in EUR", 2e15, allowed: 0...1e15)
    ) { try sizer.specification(of: design, conditions: conditions) }
  }

  @Test func everyAssumptionIsSoundAndNamedOnce() {
    let assumptions = DesignAssumptions()
    #expect(assumptions.findings().isEmpty)
    let names = assumptions.named.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count > 100)
    for named in assumptions.named { #expect(!named.figure.source.isEmpty, "\(named.name)") }
  }
}
