// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters

/// Names of the site attributes that the planning model reads. Any site source that offers them can be
/// planned; geodata/README.md says where those of the data pack come from.
package enum SiteAttribute: String, CaseIterable, Sendable, Codable {
  case areaHa = "area_ha"
  case areaKind = "area_kind"
  case powerInitialMW = "power_mw_initial"
  case powerMaxMW = "power_mw_max"
  case powerKind = "power_kind"
  case powerSteps = "power_steps"
  case gridKV = "grid_kv"
  case connectionYear = "connection_year"
  case connectionMonth = "connection_month"
  case existingConnectionMW = "existing_connection_mw"
  case existingConnectionKV = "existing_connection_kv"
  case committedMW = "committed_mw"
  case transformersOnSite = "transformers_on_site"
  case projectStage = "project_stage"
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

  /// What it is, as a sentence.
  package var meaning: String {
    switch self {
    case .areaHa: "Area of the site; estimated from the power where it is missing."
    case .areaKind: "What the area is of; that of a building carries no estimate of the power."
    case .powerInitialMW: "Power at the start."
    case .powerMaxMW: "Largest power; estimated from the area, else from the voltage beside the site."
    case .powerKind:
      "What the power is: of the connection, of the IT, or not stated, which counts as the first."
    case .powerSteps:
      "Power by the end of years; without steps the first power holds for grid.ramp_years, or the connection grows."
    case .gridKV: "Voltage of the connection; without it what is beside the site decides."
    case .connectionYear: "Year of the connection; without it the decision plus the lead time."
    case .connectionMonth:
      "Month of that year by whose end the connection is there; its middle where none is known."
    case .existingConnectionMW: "Power of a connection that is there."
    case .existingConnectionKV: "Voltage of that connection; 225 kV where it is not known."
    case .committedMW: "Power in use or sold to others, which no plan can take."
    case .transformersOnSite: "Whether high-voltage transformers stand on the site."
    case .projectStage: "How far the project has come; an idea where nothing is known."
    case .status: "How far the site is; fast-track counts for estimates of the year."
    case .ownerCountry: "Countries of owner and operator; without them the site counts as outside EU control."
    case .operatorNamed: "Whether an operator is named."
    case .substation225Km: "Distance to the nearest substation of 225 kV where a consumer can connect."
    case .substation225Name: "Name of that substation."
    case .substation400Km: "Distance to the nearest substation of 400 kV where a consumer can connect."
    case .substation400Name: "Name of that substation."
    case .departementCode: "The département in which the site lies."
    case .regionName: "The region in which the site lies."
    case .meanTemperatureC: "Annual mean of the daily mean temperature."
    case .maxTemperatureC: "Annual mean of the daily maximum temperature."
    case .demandZoneName: "Nearest shared demand zone of RTE."
    case .demandZoneKm: "Distance to the centre of that zone."
    case .pue: "Power usage effectiveness; estimated from the temperature where it is missing."
    case .freeCoolingClass: "Class of free cooling, from A (coolest) to D (warmest)."
    case .hazardCostFactor: "By how much natural hazards raise the price of a building."
    case .waterStressLevel: "Level of water stress, from 1 (low) to 5 (high)."
    }
  }

  /// Unit of its numbers; empty for texts and ratios.
  package var unit: String {
    switch self {
    case .areaHa: "ha"
    case .powerInitialMW, .powerMaxMW, .existingConnectionMW, .committedMW: "MW"
    case .gridKV, .existingConnectionKV: "kV"
    case .connectionYear: "year"
    case .connectionMonth: "month"
    case .substation225Km, .substation400Km, .demandZoneKm: "km"
    case .meanTemperatureC, .maxTemperatureC: "degC"
    case .waterStressLevel: "class 1-5"
    case .areaKind, .powerKind, .powerSteps, .transformersOnSite, .projectStage, .status, .ownerCountry,
      .operatorNamed,
      .substation225Name, .substation400Name, .departementCode, .regionName, .demandZoneName, .pue,
      .freeCoolingClass, .hazardCostFactor:
      ""
    }
  }

  /// What its values may be; what lies beyond is a slip of the pen, whatever the site.
  package var form: SiteValueForm {
    switch self {
    case .areaHa: .number(0...100_000, excludesLowest: true)
    case .powerInitialMW, .powerMaxMW, .existingConnectionMW, .committedMW: .number(0...20_000)
    case .gridKV, .existingConnectionKV: .number(0...400, oneOf: [63, 90, 150, 225, 400])
    case .connectionYear: .number(1_900...2_200, isWhole: true)
    case .connectionMonth: .number(1...12, isWhole: true)
    case .substation225Km, .substation400Km, .demandZoneKm: .number(0...2_000)
    case .meanTemperatureC, .maxTemperatureC: .number(-30...40)
    case .pue, .hazardCostFactor: .number(1...3)
    case .waterStressLevel: .number(1...5)
    case .areaKind: .word(["building", "plot", "zone"])
    case .powerKind: .word(["grid", "it", "unstated"])
    case .operatorNamed, .transformersOnSite: .word(["no", "yes"])
    case .projectStage: .word(ProjectStage.allCases.map(\.rawValue))
    case .freeCoolingClass: .word(["A", "B", "C", "D"])
    case .status:
      .wordOrOther([
        "announced-project", "candidate", "edf-site", "fast-track", "government-list", "secured",
      ])
    case .ownerCountry: .countries
    case .powerSteps: .powerSteps
    case .departementCode: .departement
    case .substation225Name, .substation400Name, .regionName, .demandZoneName: .text
    }
  }

  /// Whether its values are numbers rather than texts.
  package var isNumber: Bool { form.isNumber }
}

extension SiteTable {
  /// Number of an attribute of a site; nil when missing or a text.
  package func number(_ attribute: SiteAttribute, row: Int) -> Double? {
    number(attribute.rawValue, row: row)
  }

  /// Text of an attribute of a site; nil when missing or a number.
  package func text(_ attribute: SiteAttribute, row: Int) -> String? {
    text(attribute.rawValue, row: row)
  }
}
