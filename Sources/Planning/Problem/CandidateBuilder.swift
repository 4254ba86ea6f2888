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
  /// How long the steps from the decision to the first operation take.
  var schedule: ScheduleAssumptions

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
    if maxMW == nil { exclude("power_mw_max", value: "missing", limit: "needed") }
    if let text = table.text(.powerSteps, row: row), SiteValueForm.steps(in: text) == nil {
      exclude("power_steps", value: Phrase(verbatim: text), limit: "YEAR:MW;YEAR:MW")
    }
    let siteCalendar = SiteCalendar(table: table, row: row, parameters: parameters, schedule: schedule)
    if let year = table.number(.connectionYear, row: row), SiteCalendar.year(year) == nil {
      exclude("connection_year", value: Phrase(verbatim: "\(year)"), limit: "a calendar year is needed")
    }
    if let kilovolts = table.number(.gridKV, row: row), kilovolts != 225, kilovolts != 400 {
      exclude("grid_kv", value: "\(Phrase(numeral: "\(kilovolts)")) kV", limit: "225 or 400 kV")
    }
    let options = connectionOptions(maxMW: maxMW ?? 0, siteCalendar)
    if let maxMW, committedMW > 0, maxMW <= committedMW {
      exclude(
        "committed_mw", value: "\(Phrase(numeral: "\(committedMW)")) MW are in use or sold to others",
        limit: "\(Phrase(numeral: "\(maxMW)")) MW in all")
    }
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
    if let earliest = options.min(by: { $0.firstYear < $1.firstYear }), earliest.firstYear > lastYear {
      let path = Phrase.joined(
        earliest.calendar.criticalPath.map { Phrase(word: $0.phrase) }, separator: ", ")
      let stated: Phrase = earliest.firstYear > 2_200 ? "> 2200" : "\(earliest.firstYear)"
      exclude(
        "first_operation", value: "\(stated) at the earliest (\(path))", limit: "horizon ends in \(lastYear)")
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
        powerMW: powerByYear(
          maxMW: maxMW ?? 0, firstYear: options.map(\.firstYear).min() ?? .max, pue: pue),
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

  /// Grid power of the site by planning year. Published steps come first; then a published first power until
  /// the end of the ramp; else all of it: how a connection grows is for the connection to say.
  private func powerByYear(maxMW: Double, firstYear: Int, pue: Double) -> [Double] {
    let initialMW = gridPowerMW(.powerInitialMW, pue: pue)
    let rampYears = max(0, parameters.grid.rampYears.value)
    let gridPerStated = table.text(.powerKind, row: row) == "it" ? pue : 1
    return parameters.horizon.years.map { year in
      if year < firstYear { return 0 }
      var powerMW = maxMW
      if !steps.isEmpty {
        powerMW = (steps.last { $0.year <= year }?.powerMW ?? 0) * gridPerStated
      } else if let initialMW, Double(year - firstYear) < rampYears {
        powerMW = min(initialMW, maxMW)
      }
      return max(0, powerMW - committedMW)
    }
  }

  /// Power that is in use or sold to others and that no plan can take, in MW.
  ///
  /// What a scenario says of fleets on the site and what the site's data say of commitments are two views of
  /// the same MW: the larger one counts.
  private var committedMW: Double {
    let fleets = parameters.existing.reduce(0) { $0 + ($1.siteID == id ? $1.gridMW : 0) }
    return max(fleets, table.number(.committedMW, row: row) ?? 0)
  }

  private var steps: [(year: Int, powerMW: Double)] {
    SiteValueForm.steps(in: table.text(.powerSteps, row: row) ?? "") ?? []
  }

  /// Ways to connect the site: the connection that is there, and new ones. A published voltage rules out the
  /// others and lifts the general limit of its class, since the published power then comes with it.
  private func connectionOptions(maxMW: Double, _ calendar: SiteCalendar) -> [ConnectionOption] {
    let declaredKV = table.number(.gridKV, row: row).flatMap { Int(exactly: $0.rounded()) }
    var options: [ConnectionOption] = []
    if let existingMW = table.number(.existingConnectionMW, row: row), existingMW > committedMW {
      let found = calendar.existing
      options.append(
        ConnectionOption(
          kind: .existing, voltageKV: Int(table.number(.existingConnectionKV, row: row) ?? 225),
          substation: "", distanceKm: 0, capacityMW: min(existingMW, maxMW) - committedMW,
          firstYear: calendar.year(found),
          fixedEUR: 0, calendar: found))
    }
    for option in parameters.grid.connections {
      guard case .within(let km) = option.reach(row: row, in: table) else { continue }
      let is400 = option.voltageKV == 400
      let (kind, found) = calendar.new(option)
      let length = km * parameters.grid.routeFactor.value
      options.append(
        ConnectionOption(
          kind: kind, voltageKV: option.voltageKV,
          substation: table.text(is400 ? .substation400Name : .substation225Name, row: row) ?? "",
          distanceKm: km,
          capacityMW: max(0, (declaredKV == nil ? min(maxMW, option.maxMW.value) : maxMW) - committedMW),
          // Published steps say themselves how the power grows.
          ramp: steps.isEmpty
            ? ConnectionOption.Ramp(
              firstMW: schedule.firstPhaseMW.value, mwPerYear: schedule.rampMWPerYear.value) : nil,
          firstYear: calendar.year(found),
          fixedEUR: option.fixedEUR.value + length * option.eurPerKm.value,
          eurPerMW: option.eurPerMW.value, calendar: found))
    }
    return options
  }

  /// The weakest basis among the figures that decide what the site can carry.
  private func weakestBasis() -> Basis {
    let attributes: [SiteAttribute] = [.powerMaxMW, .areaHa, .connectionYear, .ownerCountry]
    return attributes.compactMap { table.value($0.rawValue, row: row).basis }.max() ?? .estimated
  }
}
