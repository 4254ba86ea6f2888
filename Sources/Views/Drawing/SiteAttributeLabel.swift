// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

extension SiteAttribute {
  /// Whether its texts are words of a short list rather than names.
  var isEnumeration: Bool {
    switch self {
    case .areaKind, .powerKind, .status, .operatorNamed, .transformersOnSite, .projectStage: true
    default: false
    }
  }
}

/// Attributes of sites in words for people.
enum SiteAttributeLabel {
  /// An attribute in a few words.
  static func words(_ attribute: SiteAttribute) -> Phrase {
    switch attribute {
    case .areaHa: "Area"
    case .areaKind: "What the area is"
    case .powerInitialMW: "Power at first"
    case .powerMaxMW: "Power at full build"
    case .powerKind: "What the power is"
    case .powerSteps: "Power by year"
    case .gridKV: "Voltage of the connection"
    case .connectionYear: "Year of the connection"
    case .connectionMonth: "Month of the connection"
    case .existingConnectionMW: "Connection that is there"
    case .existingConnectionKV: "Voltage of the connection that is there"
    case .committedMW: "Power in use or sold to others"
    case .transformersOnSite: "High-voltage transformers on the site"
    case .projectStage: "Stage of the project"
    case .status: "State of the project"
    case .ownerCountry: "Country of the owner"
    case .operatorNamed: "Operator"
    case .substation225Km: "Distance to a 225 kV substation"
    case .substation225Name: "225 kV substation"
    case .substation400Km: "Distance to a 400 kV substation"
    case .substation400Name: "400 kV substation"
    case .departementCode: "Departement"
    case .regionName: "Region"
    case .meanTemperatureC: "Mean temperature"
    case .maxTemperatureC: "Mean of the daily maxima"
    case .demandZoneName: "Demand zone of the grid"
    case .demandZoneKm: "Distance to the demand zone"
    case .pue: "Power usage effectiveness (PUE)"
    case .freeCoolingClass: "Class of free cooling"
    case .hazardCostFactor: "Cost factor of hazards"
    case .waterStressLevel: "Level of water stress"
    }
  }
}
