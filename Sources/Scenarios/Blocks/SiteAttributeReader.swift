// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Siting

/// Reads one attribute of a site that a planner replaces, with the checks that its meaning asks for.
struct SiteAttributeReader {
  var table: ConfigTable

  /// The new value; nil where the attribute is not replaced or the value is wrong.
  func content(of attribute: SiteAttribute) -> SiteValue.Content? {
    let key = attribute.rawValue
    guard let node = table.node(key) else { return nil }
    if attribute.isNumber {
      guard let value = table.figure(key, node, unit: attribute.unit, Self.range(of: attribute))?.value
      else { return nil }
      switch attribute {
      case .connectionYear:
        guard table.whole(key, node, value) != nil else { return nil }
      case .gridKV where !Self.voltages.contains(value):
        let list = Self.voltages.map(NumberRange.text).joined(separator: ", ")
        table.finding(key, node, "is no voltage of the French grid", hint: "valid: \(list)")
        return nil
      default: break
      }
      return .number(value)
    }
    guard let text = table.text(key, node), check(text, attribute, node) else { return nil }
    return .text(text)
  }

  private static let voltages: [Double] = [63, 90, 150, 225, 400]

  /// Values beyond these are slips of the pen, whatever the site.
  private static func range(of attribute: SiteAttribute) -> NumberRange {
    switch attribute {
    case .areaHa: .positive(upTo: 100_000)
    case .powerInitialMW, .powerMaxMW: .upTo(20_000)
    case .gridKV: .upTo(400)
    case .connectionYear: .year
    case .substation225Km, .substation400Km, .demandZoneKm: .upTo(2_000)
    case .meanTemperatureC, .maxTemperatureC: .from(-30, to: 40)
    case .pue, .hazardCostFactor: .from(1, to: 3)
    case .waterStressLevel: .from(1, to: 5)
    case .areaKind, .powerKind, .powerSteps, .status, .ownerCountry, .operatorNamed, .substation225Name,
      .substation400Name, .departementCode, .regionName, .demandZoneName, .freeCoolingClass:
      .upTo(0)
    }
  }

  /// Checks a text whose form has a meaning.
  private func check(_ text: String, _ attribute: SiteAttribute, _ node: ConfigNode) -> Bool {
    let key = attribute.rawValue
    switch attribute {
    case .areaKind: return isOne(of: ["building", "plot", "zone"], text, key, node)
    case .powerKind: return isOne(of: ["grid", "it", "unstated"], text, key, node)
    case .operatorNamed: return isOne(of: ["no", "yes"], text, key, node)
    case .freeCoolingClass: return isOne(of: ["A", "B", "C", "D"], text, key, node)
    case .status:
      let names = [
        "announced-project", "candidate", "edf-site", "fast-track", "government-list", "secured",
      ]
      if !names.contains(text) {
        table.finding(
          key, node, "is '\(text)', which no rule knows",
          hint: ConfigTable.choiceHint(text, names), severity: .warning)
      }
      return true
    case .ownerCountry:
      let isValid = text.split(separator: "|", omittingEmptySubsequences: false).allSatisfy { code in
        code == "unknown" || (code.count == 2 && code.allSatisfy { ("A"..."Z").contains($0) })
      }
      if !isValid {
        table.finding(
          key, node, "is '\(text)'", hint: "write ISO country codes, for example \"FR\" or \"AE|FR\"")
      }
      return isValid
    case .powerSteps:
      let isValid = text.split(separator: ";", omittingEmptySubsequences: false).allSatisfy { step in
        let pair = step.split(separator: ":", omittingEmptySubsequences: false)
        guard pair.count == 2, let year = Int(pair[0]), let power = Double(pair[1]) else { return false }
        return NumberRange.year.contains(Double(year)) && NumberRange.upTo(20_000).contains(power)
      }
      if !isValid {
        table.finding(
          key, node, "is '\(text)'", hint: "write years and MW, for example \"2027:240;2029:700\"")
      }
      return isValid
    case .areaHa, .powerInitialMW, .powerMaxMW, .gridKV, .connectionYear, .substation225Km,
      .substation225Name, .substation400Km, .substation400Name, .departementCode, .regionName,
      .meanTemperatureC, .maxTemperatureC, .demandZoneName, .demandZoneKm, .pue, .hazardCostFactor,
      .waterStressLevel:
      return true
    }
  }

  private func isOne(of names: [String], _ text: String, _ key: String, _ node: ConfigNode) -> Bool {
    if names.contains(text) { return true }
    table.finding(key, node, "is '\(text)'", hint: ConfigTable.choiceHint(text, names))
    return false
  }
}
