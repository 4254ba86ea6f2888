// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Fills the largest power of a site in MW.
///
/// Rule: a published first power is taken as the floor. With the area of the plot or zone known, power is
/// area times MW per hectare, held between the floor and the largest power of the nearest voltage class.
/// Without an area, power is the middle of what the nearest voltage class usually serves (10-50 MW below 225
/// kV, 50-200 MW at 225 kV, more at 400 kV).
struct PowerEstimate: EstimateRule {
  var parameters: EstimateParameters
  var grid: GridParameters

  var output: DerivedAttribute { DerivedAttribute(.powerMaxMW) }

  func estimate(row: Int, in table: SiteTable) -> SiteValue? {
    let (classMW, classLimitMW, className) = voltageClass(row: row, in: table)
    // A first power published for IT is raised to the meter, where the largest power is estimated.
    let perStated = table.text(.powerKind, row: row) == "it" ? table.number(.pue, row: row) ?? 1 : 1
    let floorMW = (table.number(.powerInitialMW, row: row) ?? 0) * perStated
    if let areaHa = table.number(.areaHa, row: row), areaHa > 0,
      table.text(.areaKind, row: row) != "building"
    {
      let density = parameters.powerMWPerHa
      let power = max(floorMW, min(areaHa * density.value, classLimitMW))
      return SiteValue(
        .number(power), basis: .estimated,
        source: "area x \(density.value) MW/ha, at most \(classLimitMW) MW (\(className))",
        low: max(floorMW, min(areaHa * (density.low ?? density.value), classLimitMW)),
        high: max(floorMW, min(areaHa * (density.high ?? density.value), classLimitMW)))
    }
    return SiteValue(
      .number(max(floorMW, classMW.value)), basis: .estimated,
      source: "no area known: usual power of its voltage class (\(className))",
      low: max(floorMW, classMW.low ?? classMW.value),
      high: max(floorMW, classMW.high ?? classMW.value))
  }

  /// Usual power, largest power and name of the highest voltage beside the site.
  private func voltageClass(row: Int, in table: SiteTable) -> (Quantity, Double, String) {
    let limits = Dictionary(
      grid.connections.map { ($0.voltageKV, $0.maxMW.value) }, uniquingKeysWith: max)
    let beside = parameters.besideKm.value
    let declared = table.number(.gridKV, row: row)
    if declared == 400 || (table.number(.substation400Km, row: row) ?? .infinity) <= beside {
      return (parameters.power400MW, limits[400] ?? parameters.power400MW.value, "400 kV beside the site")
    }
    if declared == 225 || (table.number(.substation225Km, row: row) ?? .infinity) <= beside {
      return (parameters.power225MW, limits[225] ?? parameters.power225MW.value, "225 kV beside the site")
    }
    let far = parameters.powerDistributionMW
    let isKnown = [SiteAttribute.substation225Km, .substation400Km].allSatisfy {
      !table.value($0.rawValue, row: row).isUpperBound
    }
    let words = isKnown ? "no 225 or 400 kV substation" : "no 225 or 400 kV substation known"
    return (far, far.high ?? far.value, "\(words) within \(beside) km")
  }
}
