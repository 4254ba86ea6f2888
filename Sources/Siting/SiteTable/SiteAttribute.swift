// SPDX-License-Identifier: GPL-3.0-or-later

/// Names of the site attributes that the planning model reads. Any site source that offers them can be planned; geodata/README.md
/// gives their meaning and unit.
public enum SiteAttribute: String, CaseIterable, Sendable, Codable {
  case areaHa = "area_ha"
  case areaKind = "area_kind"
  case powerInitialMW = "power_mw_initial"
  case powerMaxMW = "power_mw_max"
  case powerKind = "power_kind"
  case powerSteps = "power_steps"
  case gridKV = "grid_kv"
  case connectionYear = "connection_year"
  case status = "status"
  case ownerCountry = "owner_country"
  case operatorNamed = "operator_named"
  case substation225Km = "substation_225_km"
  case substation225Name = "substation_225_name"
  case substation400Km = "substation_400_km"
  case substation400Name = "substation_400_name"
  case departementCode = "departement_code"
  case regionName = "region_name"
  case meanTemperatureC = "climate_tmean_c"
  case maxTemperatureC = "climate_tmax_c"
  case demandZoneName = "demand_zone_name"
  case demandZoneKm = "demand_zone_km"
  case pue = "pue"
  case freeCoolingClass = "free_cooling_class"
  case hazardCostFactor = "hazard_cost_factor"
  case waterStressLevel = "water_stress_level"

  /// Unit of its numbers; empty for texts and ratios.
  public var unit: String {
    switch self {
    case .areaHa: "ha"
    case .powerInitialMW, .powerMaxMW: "MW"
    case .gridKV: "kV"
    case .connectionYear: "year"
    case .substation225Km, .substation400Km, .demandZoneKm: "km"
    case .meanTemperatureC, .maxTemperatureC: "degC"
    case .waterStressLevel: "class 1-5"
    case .areaKind, .powerKind, .powerSteps, .status, .ownerCountry, .operatorNamed,
      .substation225Name, .substation400Name, .departementCode, .regionName, .demandZoneName, .pue,
      .freeCoolingClass, .hazardCostFactor:
      ""
    }
  }

  /// Values beyond these are slips of the pen, whatever the site; nil for texts.
  public var validRange: ClosedRange<Double>? {
    switch self {
    case .areaHa: 0...100_000
    case .powerInitialMW, .powerMaxMW: 0...20_000
    case .gridKV: 0...400
    case .connectionYear: 1_900...2_200
    case .substation225Km, .substation400Km, .demandZoneKm: 0...2_000
    case .meanTemperatureC, .maxTemperatureC: -30...40
    case .pue: 1...3
    case .hazardCostFactor: 1...3
    case .waterStressLevel: 1...5
    case .areaKind, .powerKind, .powerSteps, .status, .ownerCountry, .operatorNamed, .substation225Name,
      .substation400Name, .departementCode, .regionName, .demandZoneName, .freeCoolingClass:
      nil
    }
  }

  /// Whether its values are numbers rather than texts.
  public var isNumber: Bool {
    switch self {
    case .areaHa, .powerInitialMW, .powerMaxMW, .gridKV, .connectionYear, .substation225Km,
      .substation400Km, .meanTemperatureC, .maxTemperatureC, .demandZoneKm, .pue, .hazardCostFactor,
      .waterStressLevel:
      true
    case .areaKind, .powerKind, .powerSteps, .status, .ownerCountry, .operatorNamed,
      .substation225Name, .substation400Name, .departementCode, .regionName, .demandZoneName,
      .freeCoolingClass:
      false
    }
  }
}

extension SiteTable {
  /// Number of an attribute of a site; nil when missing or a text.
  public func number(_ attribute: SiteAttribute, row: Int) -> Double? {
    number(attribute.rawValue, row: row)
  }

  /// Text of an attribute of a site; nil when missing or a number.
  public func text(_ attribute: SiteAttribute, row: Int) -> String? {
    text(attribute.rawValue, row: row)
  }
}

extension SiteTable {
  /// Every value that planning would read and that no site can have, in words: site, attribute, value, range.
  public func rangeFaults() -> [String] {
    SiteAttribute.allCases.flatMap { attribute -> [String] in
      guard let range = attribute.validRange, let column = column(attribute.rawValue) else { return [] }
      return column.values.enumerated().compactMap { row, value in
        let place = "site '\(ids[row])': \(attribute.rawValue)"
        if let text = value.text { return "\(place) = '\(text)' is not a number" }
        guard let number = value.number, !range.contains(number) else { return nil }
        return "\(place) = \(number); wanted \(range.lowerBound) to \(range.upperBound) \(attribute.unit)"
      }
    }
  }
}
