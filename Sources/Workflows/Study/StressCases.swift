// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities
package import Scenarios
package import Sites

/// Says what a stress test changes in a scenario, in the form that `--set` takes.
package struct StressCases: Sendable {
  /// The base scenario.
  package var scenario: Scenario
  /// Its sites, what the scenario says of them in place, missing figures filled.
  package var table: SiteTable

  /// Stress tests of a scenario and its sites.
  package init(scenario: Scenario, table: SiteTable) {
    self.scenario = scenario
    self.table = table
  }

  /// What a stress test changes.
  ///
  /// - Throws: `StressFault` for a site, zone or substation that is not there, with the nearest that is.
  package func changes(of stress: Stress) throws(StressFault) -> [String] {
    switch stress {
    case .loseSubstation(let name): try loseSubstation(name)
    case .delayZone(let name, let years): try delayZone(name, years)
    case .delayAll(let years): delayAll(years)
    case .energyPrice(let factor): ["cost.energy_eur_per_mwh*=\(NumberText.plain(factor))"]
    case .excludeNonEUOwners:
      ["sovereignty.share+=[{ name = \"no non-EU owner\", where = \"eu_control = 'no'\", max = 0 }]"]
    case .loseSite(let id): try loseSite(id)
    }
  }

  private func loseSite(_ id: String) throws(StressFault) -> [String] {
    guard table.row(of: id) != nil else { throw unknown("site", id, among: table.ids) }
    let quoted = Self.quoted(id)
    // A site that is forced in cannot be lost.
    let release = scenario.parameters.forceIn.contains(id) ? ["sites.force_in-=[\(quoted)]"] : []
    return release + ["sites.force_out+=[\(quoted)]"]
  }

  /// The connections of the sites that have it as their nearest substation of a voltage. A site's next
  /// substation is not known, so a site without another voltage within reach is lost.
  private func loseSubstation(_ name: String) throws(StressFault) -> [String] {
    let links: [(name: SiteAttribute, km: SiteAttribute)] = [
      (.substation225Name, .substation225Km), (.substation400Name, .substation400Km),
    ]
    var changes: [String] = []
    var names: Set<String> = []
    for row in 0..<table.count {
      for link in links {
        guard let stated = table.text(link.name, row: row) else { continue }
        names.insert(stated)
        guard stated == name, table.number(link.km, row: row) != nil else { continue }
        changes.append("\(path(row, link.km))=null")
      }
    }
    if changes.isEmpty {
      throw unknown("substation nearest to a site", name, among: names.sorted())
    }
    return changes
  }

  private func delayZone(_ name: String, _ years: Int) throws(StressFault) -> [String] {
    let named = (0..<table.count).filter { table.text(.demandZoneName, row: $0) == name }
    if named.isEmpty {
      let names = Set((0..<table.count).compactMap { table.text(.demandZoneName, row: $0) })
      throw unknown("demand zone", name, among: names.sorted())
    }
    let radius = scenario.parameters.grid.zoneRadiusKm.value
    let rows = named.filter { (table.number(.demandZoneKm, row: $0) ?? .infinity) <= radius }
    if rows.isEmpty {
      throw StressFault(
        "no site draws on the demand zone '\(name)'",
        hint:
          "the nearest lies farther from its centre than grid.zone_radius_km, \(NumberText.plain(radius)) km"
      )
    }
    var changes: [String] = []
    for row in rows {
      let key = SiteAttribute.connectionYear.rawValue
      let value = table.value(key, row: row)
      if let year = value.number {
        // An estimated year is made anew in each case, so the later one is stated.
        changes.append(
          value.isFilled
            ? "\(path(row, .connectionYear))=\(NumberText.plain(year + Double(years)))"
            : "\(path(row, .connectionYear))+=\(years)")
      }
      changes += laterSteps(row, years)
    }
    return changes + laterHeadroom(name, years)
  }

  private func delayAll(_ years: Int) -> [String] {
    var changes = ["grid.connection_*.lead_time_years+=\(years)", "estimates.fast_track_year+=\(years)"]
    for row in 0..<table.count {
      let value = table.value(SiteAttribute.connectionYear.rawValue, row: row)
      if value.number != nil, !value.isFilled { changes.append("\(path(row, .connectionYear))+=\(years)") }
      changes += laterSteps(row, years)
    }
    for zone in scenario.parameters.grid.zoneHeadroomMW.keys.sorted() {
      changes += laterHeadroom(zone, years)
    }
    return changes
  }

  /// Published steps of power, as many years later.
  private func laterSteps(_ row: Int, _ years: Int) -> [String] {
    guard let text = table.text(.powerSteps, row: row) else { return [] }
    var later: [String] = []
    for step in text.split(separator: ";") {
      let pair = step.split(separator: ":", omittingEmptySubsequences: false)
      // What is no list of steps is reported when the sites are read.
      guard pair.count == 2, let year = Int(pair[0]) else { return [] }
      later.append("\(year + years):\(pair[1])")
    }
    return ["\(path(row, .powerSteps))=\(Self.quoted(later.joined(separator: ";")))"]
  }

  /// What a zone is said to have free, as many years later; what it has first it has at once.
  private func laterHeadroom(_ zone: String, _ years: Int) -> [String] {
    let stated = (scenario.parameters.grid.zoneHeadroomMW[zone] ?? [:]).sorted { $0.key < $1.key }
    guard stated.count > 1, let first = stated.first else { return [] }
    let later = [first] + stated.dropFirst().map { (key: $0.key + years, value: $0.value) }
    let parts = later.map { "\($0.key) = \(NumberText.plain($0.value))" }.joined(separator: ", ")
    return ["grid.zone_headroom_mw.\(Self.quoted(zone))={ \(parts) }"]
  }

  private func path(_ row: Int, _ attribute: SiteAttribute) -> String {
    "sites.\(Self.quoted(table.ids[row])).\(attribute.rawValue)"
  }

  private func unknown(_ what: String, _ name: String, among names: [String]) -> StressFault {
    let near = nearestName(to: name, among: names).map { "did you mean '\($0)'?" }
    return StressFault(
      "there is no \(what) '\(name)'",
      hint: near
        ?? (names.isEmpty ? "no site names one" : "for example \(names.prefix(3).joined(separator: ", "))"))
  }

  /// A text in double quotes as TOML wants it.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
