// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// How a loop gives its heat to the outside, and why.
package struct HeatRejection: Sendable, Equatable, Codable {
  /// The kinds of plant, from the one that needs least to the one that needs most.
  package enum Plant: String, Sendable, Codable, CaseIterable {
    /// Outside air over dry coils: no water.
    case dryCooler = "dry-cooler"
    /// Dry coils whose air is wetted on hot days.
    case adiabaticCooler = "adiabatic-cooler"
    /// Open or closed evaporation.
    case coolingTower = "cooling-tower"
    /// Mechanical cooling, rejected to outside air without water, with free cooling when it is cold.
    case chiller
  }

  /// The plant.
  package var plant: Plant
  /// Facility water that the loop needs, C.
  package var facilityWaterC: Double
  /// Water that a dry cooler makes at the design temperature, C.
  package var dryCoolerReachesC: Double
  /// Water that an adiabatic cooler makes then, C.
  package var adiabaticReachesC: Double
  /// Water that a cooling tower makes then, C.
  package var towerReachesC: Double
  /// Whether water may be evaporated on the site.
  package var allowsEvaporation: Bool
  /// Outside temperature above which dry coils alone do not suffice, C.
  package var dryLimitC: Double

  /// The simplest plant that makes the water at the design temperature.
  init(
    facilityWaterC: Double, climate: SiteClimate, allowsEvaporation: Bool,
    _ assumptions: borrowing CoolingAssumptions
  ) {
    let dryApproachK = assumptions.dryApproachK.value
    let designC = climate.designDryBulbC
    let dryC = designC + dryApproachK
    let adiabaticC = dryC - assumptions.adiabaticDropK.value
    let towerC = designC - assumptions.wetBulbDepressionK.value + assumptions.towerApproachK.value
    let reach = facilityWaterC + 1e-9
    if dryC <= reach {
      plant = .dryCooler
    } else if allowsEvaporation, adiabaticC <= reach {
      plant = .adiabaticCooler
    } else if allowsEvaporation, towerC <= reach {
      plant = .coolingTower
    } else {
      plant = .chiller
    }
    self.facilityWaterC = facilityWaterC
    dryCoolerReachesC = dryC
    adiabaticReachesC = adiabaticC
    towerReachesC = towerC
    self.allowsEvaporation = allowsEvaporation
    dryLimitC = facilityWaterC - dryApproachK
  }

  /// Why this plant, in plain words.
  package var reason: String {
    let text = PlantArithmetic.text
    let need = "The loop needs water of \(text(facilityWaterC)) C"
    let dry = "a dry cooler makes \(text(dryCoolerReachesC)) C on the hottest design day"
    switch plant {
    case .dryCooler: return "\(need); \(dry), so outside air alone is enough."
    case .adiabaticCooler:
      return
        "\(need); \(dry), with wetted air \(text(adiabaticReachesC)) C, so the air is wetted on hot days."
    case .coolingTower:
      return "\(need); \(dry), with wetted air \(text(adiabaticReachesC)) C, a cooling tower "
        + "\(text(towerReachesC)) C, so the water is cooled by evaporation."
    case .chiller:
      let end = allowsEvaporation ? "and a tower \(text(towerReachesC)) C" : "and no water may be evaporated"
      return "\(need); \(dry) \(end), so chillers help on warm days."
    }
  }
}
