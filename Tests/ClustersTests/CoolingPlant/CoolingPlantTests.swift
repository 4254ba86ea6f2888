// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct CoolingPlantTests {
  static func paris(designC: Double? = nil) throws -> SiteClimate {
    try SiteClimate(
      annualMeanC: 13.3, meanDailyMaximumC: 17.3, meanDailyMinimumC: 9.2, designDryBulbC: designC)
  }

  static func plant(
    _ design: ClusterDesign, climate: SiteClimate? = nil, allowsEvaporation: Bool = true,
    slope: Double? = nil,
    assumptions: CoolingAssumptions = CoolingAssumptions()
  ) throws -> CoolingPlant {
    try CoolingPlant(
      design: design, climate: climate ?? paris(), allowsEvaporation: allowsEvaporation, puePerDegC: slope,
      assumptions: assumptions)
  }

  /// The design is the law: PUE and energy come out as they went in, month by month.
  @Test(arguments: [1, 1.01, 1.1, 1.15, 1.54], [0, 0.002, 0.01, 0.2])
  func monthsAverageToTheDesign(pue: Double, slope: Double) throws {
    let design = try Plant.design(
      "gb300-nvl72", units: 21,
      conditions: SiteConditions(pue: pue, supplyTemperatureC: 40, meterLossShare: 0.02))
    let plant = try Self.plant(design, slope: slope)
    #expect(plant.months.map(\.month) == Array(1...12))
    #expect(close(plant.months.map(\.gridMWh).reduce(0, +), design.energyMWhPerYear))
    #expect(close(plant.months.map { $0.pue * $0.days }.reduce(0, +) / 365, pue))
    #expect(plant.months.map(\.days).reduce(0, +) == 365)
    #expect(close(plant.months.map(\.waterM3).reduce(0, +), plant.waterM3PerYear))
    #expect(plant.months.allSatisfy { $0.pue >= 1 - 1e-12 })
    #expect(plant.months[6].pue >= plant.months[0].pue)
    let reduced = plant.notes.contains { if case .slopeReduced = $0 { true } else { false } }
    #expect(reduced == (slope * 8.1 > (pue - 1) * 1.02))
  }

  @Test func heatIsPartedAsInTheDesign() throws {
    let design = try Plant.gb300(units: 10)
    let plant = try Self.plant(design)
    #expect(close(plant.liquid.heatMW, 0.142 * 0.9 * 80))
    #expect(close(plant.liquid.heatMW + plant.air.heatMW, design.itMW))
    #expect(plant.coolantFlowLPerMin == design.coolantFlowLPerMin)
    #expect(close(plant.glycolFlowLPerMin, design.coolantFlowLPerMin * 1.05))
    // XDU1350: 13.7 kW for 1,200 l/min, 20.5 for 1,800.
    #expect(abs(CoolingAssumptions().pumpKWPerLPerMin.value * 1_800 - 20.5) < 0.06)
  }

  /// 80 racks at 127.8 kW to liquid are 10,224 kW: eight units of 1,300, two spares for two groups of six.
  @Test func everyGroupOfUnitsHasASpare() throws {
    let plant = try Self.plant(Plant.gb300(units: 10))
    #expect(plant.liquid.indoorUnitsNeeded == 8)
    #expect(plant.coolantDistributionUnits == 10)
    // 1,776 kW to air: five units of 400 and one spare.
    #expect(plant.air.indoorUnitsNeeded == 5)
    #expect(plant.air.indoorUnits == 6)
    // 10,224 kW: eleven outdoor units of 1,000, two spares.
    #expect(plant.liquid.outdoorUnits == 13)
  }

  /// Worked by hand at a design temperature of 35 C: dry 41 C, with wetted air 33 C, a tower 25 C, 3.5 K
  /// below the supply.
  @Test(arguments: [
    (45.0, HeatRejection.Plant.dryCooler), (44.5, .dryCooler), (44.4, .adiabaticCooler),
    (40, .adiabaticCooler),
    (36.5, .adiabaticCooler), (36.4, .coolingTower), (30, .coolingTower), (28.5, .coolingTower),
    (28.4, .chiller),
    (25, .chiller),
  ])
  func plantFollowsFromSupplyAndClimate(supplyC: Double, expected: HeatRejection.Plant) throws {
    let design = try Plant.gb300(units: 2, supplyC: supplyC)
    let plant = try Self.plant(design, climate: Self.paris(designC: 35))
    #expect(plant.liquid.rejection?.plant == expected)
    #expect(plant.air.rejection?.plant == .chiller)
    #expect(try #require(plant.liquid.rejection).reason.hasSuffix("."))
    let dry = try Self.plant(design, climate: Self.paris(designC: 35), allowsEvaporation: false)
    #expect(dry.liquid.rejection?.plant == (expected == .dryCooler ? .dryCooler : .chiller))
    #expect(dry.waterM3PerYear == 0)
  }

  @Test func aHotterDesignDayNeverNeedsASimplerPlant() throws {
    let order = HeatRejection.Plant.allCases
    for supply in stride(from: 25.0, through: 45, by: 2.5) {
      let design = try Plant.gb300(units: 1, supplyC: supply)
      var last = 0
      for hot in stride(from: 18.0, through: 50, by: 1) {
        let kind = try #require(try Self.plant(design, climate: Self.paris(designC: hot)).liquid.rejection)
        let rank = try #require(order.firstIndex(of: kind.plant))
        #expect(rank >= last)
        last = rank
      }
    }
  }

  @Test func waterIsThatOfThePlant() throws {
    let dry = try Self.plant(Plant.gb300(units: 10, supplyC: 45), climate: Self.paris(designC: 35))
    #expect(dry.waterM3PerYear == 0)
    #expect(dry.firstFillM3 > 0)
    // 85.2 % of the heat in a tower of 1.8 l/kWh; far above the 0.43 l/kWh of all French sites in 2023.
    let design = try Plant.gb300(units: 10, supplyC: 30)
    let wet = try Self.plant(design, climate: Self.paris(designC: 35))
    #expect(close(wet.wueLPerKWh, 1.8 * 10.224 / 12))
    #expect(close(wet.waterM3PerYear, wet.wueLPerKWh * 9.36 * 8_760))
    let mixed = try Self.plant(Plant.gb300(units: 10, supplyC: 40), climate: Self.paris(designC: 35))
    #expect(mixed.months[0].wueLPerKWh == 0)
    #expect(mixed.months[6].wueLPerKWh > 0)
    #expect(mixed.wueLPerKWh < 0.43)
  }

  @Test func heatToGiveAway() throws {
    let plant = try Self.plant(Plant.gb300(units: 10))
    #expect(close(try #require(plant.reuse.temperatureC), 51.2))
    #expect(close(plant.reuse.averageMW, 10.224 * 0.78))
    #expect(close(plant.reuse.reusableMWhPerYear, 10.224 * 0.78 * 0.5 * 8_760))
    let air = try Self.plant(Plant.design("dgx-b200", units: 2))
    #expect(air.reuse.temperatureC == nil)
    #expect(air.reuse.reusableMWhPerYear == 0)
    #expect(air.coolantDistributionUnits == 0)
    #expect(air.liquid.rejection == nil)
    #expect(air.notes.contains(.noLiquid))
  }

  /// One system of 0.15 MW, four of 0.6 MW, one unit of 1.2 MW.
  @Test func dutiesBeginAtTheirThresholds() throws {
    func duties(_ gpus: Int) throws -> [Bool] {
      let sizing = try Fixture.sizer().sizing(
        forGPUs: gpus, skuID: "gb300-nvl72", conditions: Fixture.mild)
      let plant = try Self.plant(sizing.design)
      #expect(plant.duties.map(\.law) == SiteDuty.Law.allCases)
      #expect(plant.duties.allSatisfy { $0.sentence.hasSuffix(".") })
      return plant.duties.map(\.applies)
    }
    #expect(try duties(72) == [false, false])
    #expect(try duties(72 * 4) == [false, true])
    #expect(try duties(72 * 8) == [true, true])
  }

  /// GB200 takes 132 * 0.85 kW to liquid: 109 l/min at 40 C, 166 at 45 C, against 130 of the open
  /// specification.
  @Test func flowAboveTheRackSpecificationIsNoted() throws {
    func flow(_ supplyC: Double) throws -> Double? {
      let design = try Plant.design(
        "gb200-nvl72", units: 2, conditions: SiteConditions(pue: 1.15, supplyTemperatureC: supplyC))
      for case .flowAboveRackSpecification(_, let flow, let limit) in try Self.plant(design).notes {
        #expect(limit == 130)
        return flow
      }
      return nil
    }
    #expect(try flow(40) == nil)
    #expect(abs(try #require(try flow(45)) - 166.0) < 0.2)
  }

  @Test func moreLoadNeverNeedsFewerUnits() throws {
    var last = [0, 0, 0, 0]
    for units in 1...300 {
      let plant = try Self.plant(Plant.gb300(units: units))
      let counts = [
        plant.coolantDistributionUnits, plant.air.indoorUnits, plant.liquid.outdoorUnits,
        plant.air.outdoorUnits,
      ]
      #expect(zip(counts, last).allSatisfy { $0 >= $1 })
      last = counts
    }
  }

  @Test(arguments: [-0.001, 0.21, .nan, .infinity]) func slopeOutOfRangeIsRefused(slope: Double) throws {
    let design = try Plant.gb300(units: 1)
    #expect(throws: SizingError.self) { try Self.plant(design, slope: slope) }
  }

  @Test func itemsAndNotesAndDefaults() throws {
    #expect(CoolingAssumptions().findings().isEmpty)
    #expect(Set(CoolingAssumptions.fields.map(\.name)).count == CoolingAssumptions.fields.count)
    let plant = try Self.plant(Plant.gb300(units: 10))
    let items = plant.items()
    #expect(items.allSatisfy { $0.line == .cooling && $0.quantity > 0 && !$0.source.isEmpty })
    #expect(
      items.first { $0.item == "coolant distribution unit" }?.quantity
        == Double(plant.coolantDistributionUnits))
    #expect(items.count == 4)
    #expect(plant.notes.allSatisfy { $0.sentence.hasSuffix(".") })
  }
}
