// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import PlanningModel
import Quantities
import Sites

/// Turns one row of the site table into a candidate, or into the reasons why it cannot be one.
struct CandidateBuilder {
  /// Every reason that excludes a site.
  struct Reasons: Error {
    var exclusions: [SiteExclusion]
  }

  var table: SiteTable
  var row: Int
  var parameters: SitingParameters
  var zones: [String]
  var regions: [String]
  var blocks: [ClusterOption]
  /// Rules of the screening that excluded the site.
  var screenedOut: [SiteExclusion]

  private var id: String { table.ids[row] }

  func candidate() -> Result<CandidateSite, Reasons> {
    var reasons: [SiteExclusion] = []
    func exclude(_ rule: String, value: Phrase, limit: Phrase) {
      reasons.append(SiteExclusion(siteID: id, rule: rule, value: value, limit: limit))
    }
    if parameters.forceOut.contains(id) {
      exclude("sites.force_out", value: "named", limit: "left out by the planner")
    }
    let pue = table.number(.pue, row: row) ?? parameters.estimates.pueReference.value
    let maxMW = gridPowerMW(.powerMaxMW, pue: pue)
    let firstYear = table.number(.connectionYear, row: row).flatMap(Self.year)
    if maxMW == nil { exclude("power_mw_max", value: "missing", limit: "needed") }
    if let text = table.text(.powerSteps, row: row), SiteValueForm.steps(in: text) == nil {
      exclude("power_steps", value: Phrase(verbatim: text), limit: "YEAR:MW;YEAR:MW")
    }
    if firstYear == nil {
      let stated: Phrase =
        table.number(.connectionYear, row: row).map { Phrase(verbatim: "\($0)") } ?? "missing"
      exclude("connection_year", value: stated, limit: "a calendar year is needed")
    }
    if let kilovolts = table.number(.gridKV, row: row), kilovolts != 225, kilovolts != 400 {
      exclude("grid_kv", value: "\(Phrase(numeral: "\(kilovolts)")) kV", limit: "225 or 400 kV")
    }
    let options = connectionOptions(maxMW: maxMW ?? 0, firstYear: firstYear ?? .max)
    if options.isEmpty, reasons.isEmpty, let kilovolts = table.number(.gridKV, row: row) {
      // A published voltage rules out the others, however near they are, and no distance is too far for it.
      let isOffered = parameters.grid.connections.contains { Double($0.voltageKV) == kilovolts }
      let voltage: Phrase = "\(Phrase(numeral: "\(Int(kilovolts))")) kV"
      exclude(
        "grid_kv", value: voltage,
        limit: isOffered
          ? "no substation of its voltage is known" : "the scenario has no connection of this voltage")
    } else if options.isEmpty, reasons.isEmpty {
      var found: [Phrase] = []
      for (voltageKV, attribute) in [(225, SiteAttribute.substation225Km), (400, .substation400Km)] {
        guard let km = table.number(attribute, row: row) else { continue }
        let limit = parameters.grid.connections.first { $0.voltageKV == voltageKV }?.maxKm.value
        found.append("\(voltageKV) kV at \(Phrase(numeral: "\(DistanceText.rounded(km, beyond: limit))")) km")
      }
      var reach: Phrase?
      for connection in parameters.grid.connections {
        let km = Phrase(numeral: "\(connection.maxKm.value)")
        let one: Phrase = "\(connection.voltageKV) kV within \(km) km"
        if let others = reach { reach = "\(others) or \(one)" } else { reach = one }
      }
      exclude(
        "grid.connection distance",
        value: found.isEmpty ? "no substation known" : .joined(found, separator: ", "), limit: reach ?? .empty
      )
    }
    let lastYear = parameters.horizon.years.last ?? 0
    if firstYear != nil, let earliest = options.map(\.firstYear).min(), earliest > lastYear {
      let stated = earliest == .max ? "> 2200" : "\(earliest)"
      exclude("connection_year", value: Phrase(verbatim: stated), limit: "horizon ends in \(lastYear)")
    }
    reasons += screenedOut
    guard reasons.isEmpty else { return .failure(Reasons(exclusions: reasons)) }
    let countries = Jurisdiction.countries(in: table.text(.ownerCountry, row: row) ?? "")
    let zoneName = table.text(.demandZoneName, row: row)
    let zoneKm = table.number(.demandZoneKm, row: row) ?? .infinity
    return .success(
      CandidateSite(
        id: id,
        region: table.text(.regionName, row: row).flatMap { regions.firstIndex(of: $0) },
        zone: zoneKm <= parameters.grid.zoneRadiusKm.value
          ? zoneName.flatMap { zones.firstIndex(of: $0) } : nil,
        landHa: landHa(maxMW: maxMW ?? 0, pue: pue),
        powerMW: powerByYear(maxMW: maxMW ?? 0, firstYear: firstYear ?? .max, pue: pue),
        pue: pue,
        shellCostFactor: table.number(.hazardCostFactor, row: row) ?? 1,
        isEUControlled: Jurisdiction.isEUControlled(countries),
        connections: options,
        decision: parameters.forceIn.contains(id) ? .forcedIn : .open,
        basis: weakestBasis()))
  }

  /// Grid power in MW; figures published as IT power are raised by the site's power usage effectiveness.
  private func gridPowerMW(_ attribute: SiteAttribute, pue: Double) -> Double? {
    guard let value = table.number(attribute, row: row) else { return nil }
    let isStated = !table.value(attribute.rawValue, row: row).isFilled
    return isStated && table.text(.powerKind, row: row) == "it" ? value * pue : value
  }

  /// Land in ha. The area of a building is no limit on the plot, and a published power shows that the site
  /// can carry it at its own density, so neither may make the published power unreachable.
  private func landHa(maxMW: Double, pue: Double) -> Double {
    let areaHa = table.number(.areaHa, row: row) ?? 0
    let needHa = maxMW * (blocks.map { $0.landHa / ($0.itMW * pue) }.max() ?? 0)
    let powerIsKnown = !table.value(SiteAttribute.powerMaxMW.rawValue, row: row).isFilled
    if table.text(.areaKind, row: row) == "building" || powerIsKnown { return max(areaHa, needHa) }
    return areaHa
  }

  /// Grid power by planning year. Published steps come first; then a published first power until the end of
  /// the ramp; where nothing is said of stages, power grows in equal steps from the first year to the end of
  /// the ramp.
  private func powerByYear(maxMW: Double, firstYear: Int, pue: Double) -> [Double] {
    let steps = SiteValueForm.steps(in: table.text(.powerSteps, row: row) ?? "") ?? []
    let initialMW = gridPowerMW(.powerInitialMW, pue: pue)
    let rampYears = max(0, parameters.grid.rampYears.value)
    let gridPerStated = table.text(.powerKind, row: row) == "it" ? pue : 1
    return parameters.horizon.years.map { year in
      if year < firstYear { return 0 }
      if !steps.isEmpty { return (steps.last { $0.year <= year }?.powerMW ?? 0) * gridPerStated }
      let elapsed = Double(year - firstYear)
      if elapsed >= rampYears { return maxMW }
      if let initialMW { return min(initialMW, maxMW) }
      return maxMW * (elapsed + 1) / (rampYears + 1)
    }
  }

  /// Ways to connect the site. A published voltage rules out the others and lifts the general limit of its
  /// class, since the published power then comes with it.
  private func connectionOptions(maxMW: Double, firstYear: Int) -> [ConnectionOption] {
    let declaredKV = table.number(.gridKV, row: row).flatMap { Int(exactly: $0.rounded()) }
    let yearIsKnown = !table.value(SiteAttribute.connectionYear.rawValue, row: row).isFilled
    let isFastTrack = table.text(.status, row: row) == "fast-track"
    return parameters.grid.connections.compactMap { option in
      guard case .within(let km) = option.reach(row: row, in: table) else { return nil }
      let is400 = option.voltageKV == 400
      let capacityMW = declaredKV == nil ? min(maxMW, option.maxMW.value) : maxMW
      let lead = (Double(parameters.grid.baseYear) + option.leadTimeYears.value).rounded(.up)
      let cost = option.costEUR(
        distanceKm: km, routeFactor: parameters.grid.routeFactor.value, powerMW: capacityMW)
      return ConnectionOption(
        voltageKV: option.voltageKV,
        substation: table.text(is400 ? .substation400Name : .substation225Name, row: row) ?? "",
        distanceKm: km,
        capacityMW: capacityMW,
        firstYear: yearIsKnown || isFastTrack ? firstYear : max(firstYear, Self.year(lead) ?? .max),
        costEUR: cost)
    }
  }

  /// The weakest basis among the figures that decide what the site can carry.
  private func weakestBasis() -> Basis {
    let attributes: [SiteAttribute] = [.powerMaxMW, .areaHa, .connectionYear, .ownerCountry]
    return attributes.compactMap { table.value($0.rawValue, row: row).basis }.max() ?? .estimated
  }

  /// A calendar year, a fraction counting as the next one; nil for what is no year of this age.
  static func year(_ value: Double) -> Int? {
    (1_900...2_200).contains(value) ? Int(value.rounded(.up)) : nil
  }
}
