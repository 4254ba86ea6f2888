// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The cooling plant of a site in detail: loops, units, heat rejection, PUE and water by month, heat to give
/// away, duties.
///
/// The design is the law: the PUE of the months, weighted by their days, is that of the design, and their
/// energy adds up to its energy.
package struct CoolingPlant: Sendable, Equatable, Codable {
  /// Temperatures of the site.
  package let climate: SiteClimate
  /// PUE of the year.
  package let pue: Double
  /// Rise of the PUE with the outside temperature that was used, 1/C.
  package let puePerDegC: Double
  /// Coolant supply temperature, C; nil where nothing is cooled by liquid.
  package let supplyTemperatureC: Double?
  /// Coolant flow of water, l/min.
  package let coolantFlowLPerMin: Double
  /// Coolant flow of 25 % propylene glycol, l/min.
  package let glycolFlowLPerMin: Double
  /// Power of the coolant pumps, kW.
  package let pumpKW: Double
  /// Heat to liquid and its units.
  package let liquid: CoolingLoop
  /// Heat to air and its units.
  package let air: CoolingLoop
  /// The months, January first.
  package let months: [CoolingMonth]
  /// Water of a year, m3.
  package let waterM3PerYear: Double
  /// Water of a year, l for each kWh of IT.
  package let wueLPerKWh: Double
  /// Water that fills the loops once, m3.
  package let firstFillM3: Double
  /// Heat to give away.
  package let reuse: HeatReuse
  /// Duties of the site, those that do not apply among them.
  package let duties: [SiteDuty]
  /// What a reader must know.
  package let notes: [CoolingNote]

  /// Share of the heat that goes to liquid.
  package var liquidShare: Double { liquid.heatMW / (liquid.heatMW + air.heatMW) }
  /// Coolant distribution units with spares.
  package var coolantDistributionUnits: Int { liquid.indoorUnits }

  /// The cooling plant of a design.
  ///
  /// - Parameters:
  ///   - design: The cluster.
  ///   - climate: Temperatures of the site.
  ///   - allowsEvaporation: Whether water may be evaporated on the site.
  ///   - puePerDegC: Rise of the PUE with the outside temperature, 0 to 0.2 1/C; nil takes the assumption.
  ///   - assumptions: Figures beside them, without findings.
  /// - Throws: `SizingError` for a slope that is not finite or out of range.
  package init(
    design: ClusterDesign, climate: SiteClimate, allowsEvaporation: Bool = true, puePerDegC: Double? = nil,
    assumptions: borrowing CoolingAssumptions = CoolingAssumptions()
  ) throws {
    try SizingError.checkGridMW("power at the meter in MW", design.gridMW)
    let askedSlope = puePerDegC ?? assumptions.puePerDegC.value
    try SizingError.check("rise of the PUE for each degree", askedSlope, in: 0...0.2)
    var notes: [CoolingNote] = []
    if climate.seasonalHalfRangeIsAssumed {
      notes.append(.seasonAssumed(halfRangeC: climate.seasonalHalfRangeC))
    }
    if climate.designDryBulbIsAssumed {
      notes.append(.designTemperatureAssumed(dryBulbC: climate.designDryBulbC))
    }

    // Loops.
    let liquidMW = design.heatToLiquidKW / 1_000
    let airMW = design.heatToAirKW / 1_000
    let approachK = assumptions.cduApproachK.value
    let liquidWaterC = (design.supplyTemperatureC ?? CoolantFlowRule.supplyRangeC.upperBound) - approachK
    let liquid = CoolingLoop(
      heatMW: liquidMW, indoorUnits: design.coolantDistributionUnits,
      indoorGroup: PlantArithmetic.count(assumptions.cduGroup.value),
      rejection: HeatRejection(
        facilityWaterC: liquidWaterC, climate: climate, allowsEvaporation: allowsEvaporation, assumptions),
      assumptions)
    let air = CoolingLoop(
      heatMW: airMW,
      indoorUnits: PlantArithmetic.units(for: design.heatToAirKW, of: assumptions.airHandlerKW.value),
      indoorGroup: PlantArithmetic.count(assumptions.airHandlerGroup.value),
      rejection: HeatRejection(
        facilityWaterC: assumptions.airLoopSupplyC.value, climate: climate,
        allowsEvaporation: allowsEvaporation, assumptions),
      assumptions)
    if liquidMW > 0 {
      let limit = assumptions.rackFlowLimitLPerMin.value
      for share in design.shares where share.heatToLiquidKW > 0 && share.racks > 0 {
        let flow =
          design.coolantFlowLPerMin * share.heatToLiquidKW / design.heatToLiquidKW / Double(share.racks)
        if flow > limit {
          notes.append(
            .flowAboveRackSpecification(skuID: share.skuID, flowLPerMin: flow, limitLPerMin: limit))
        }
      }
    } else {
      notes.append(.noLiquid)
    }

    // Months. The slope is as steep as asked, unless the coldest month would fall below 1.
    let pue = design.facilityMW / design.itMW
    let coldestC = climate.annualMeanC - climate.meanC(month: 0)
    var slope = askedSlope
    if slope * coldestC > pue - 1 {
      slope = max(0, pue - 1) / coldestC
      notes.append(.slopeReduced(askedPerC: askedSlope, usedPerC: slope))
    }
    let gridPerFacility = design.gridMW / design.facilityMW
    let liquidShare = liquidMW / (liquidMW + airMW)
    var months: [CoolingMonth] = []
    months.reserveCapacity(12)
    var waterM3 = 0.0
    for month in 0..<12 {
      let meanC = climate.meanC(month: month)
      let monthPUE = pue + slope * (meanC - climate.annualMeanC)
      let days = SiteClimate.monthDays[month]
      let itMWh = design.averageITMW * 24 * days
      let wue =
        liquidShare * liquid.waterLPerKWh(month: month, climate: climate, assumptions)
        + (1 - liquidShare) * air.waterLPerKWh(month: month, climate: climate, assumptions)
      // A litre for each kWh is a cubic metre for each MWh.
      let monthWaterM3 = itMWh * wue
      waterM3 += monthWaterM3
      months.append(
        CoolingMonth(
          month: month + 1, days: days, meanC: meanC, pue: monthPUE, wueLPerKWh: wue,
          gridMWh: itMWh * monthPUE * gridPerFacility, waterM3: monthWaterM3))
    }

    self.climate = climate
    self.pue = pue
    self.puePerDegC = slope
    supplyTemperatureC = design.supplyTemperatureC
    coolantFlowLPerMin = design.coolantFlowLPerMin
    glycolFlowLPerMin = design.coolantFlowLPerMin * assumptions.glycolFlowFactor.value
    pumpKW = design.coolantFlowLPerMin * assumptions.pumpKWPerLPerMin.value
    self.liquid = liquid
    self.air = air
    self.months = months
    waterM3PerYear = waterM3
    wueLPerKWh = waterM3 / (design.averageITMW * ClusterDesign.hoursPerYear)
    firstFillM3 = liquidMW * assumptions.firstFillM3PerMW.value
    let averageHeatMW = liquidMW * design.averageITMW / design.itMW
    reuse = HeatReuse(
      temperatureC: liquidMW > 0 ? CoolantFlowRule.returnTemperatureC - approachK : nil, heatMW: liquidMW,
      averageMW: averageHeatMW, share: assumptions.reusableShare.value,
      reusableMWhPerYear: averageHeatMW * assumptions.reusableShare.value * ClusterDesign.hoursPerYear)
    duties = SiteDuty.all(itMW: design.itMW, gridMW: design.gridMW)
    self.notes = notes
  }
}
