// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// One of the two loops that take the heat out: from the coolant, or from the air of the halls.
package struct CoolingLoop: Sendable, Equatable, Codable {
  /// Heat at provisioned power, MW.
  package var heatMW: Double
  /// Indoor units that the heat needs: coolant distribution units or air handlers.
  package var indoorUnitsNeeded: Int
  /// Indoor units with spares.
  package var indoorUnits: Int
  /// How the heat leaves; nil where the loop carries none.
  package var rejection: HeatRejection?
  /// Outdoor units with spares.
  package var outdoorUnits: Int
  /// Rating of one outdoor unit, kW.
  package var outdoorUnitKW: Double

  init(
    heatMW: Double, indoorUnits needed: Int, indoorGroup: Int, rejection: HeatRejection,
    _ assumptions: borrowing CoolingAssumptions
  ) {
    self.heatMW = heatMW
    indoorUnitsNeeded = heatMW > 0 ? needed : 0
    indoorUnits = PlantArithmetic.withSpares(indoorUnitsNeeded, group: indoorGroup)
    self.rejection = heatMW > 0 ? rejection : nil
    outdoorUnitKW = assumptions.rejectionUnitKW.value
    outdoorUnits = PlantArithmetic.withSpares(
      PlantArithmetic.units(for: heatMW * 1_000, of: outdoorUnitKW),
      group: PlantArithmetic.count(assumptions.rejectionGroup.value))
  }

  /// Water for each kWh of heat in a month, l.
  func waterLPerKWh(month: Int, climate: SiteClimate, _ assumptions: borrowing CoolingAssumptions) -> Double {
    guard let rejection else { return 0 }
    switch rejection.plant {
    case .dryCooler, .chiller: return 0
    case .coolingTower: return assumptions.towerWaterLPerKWh.value
    case .adiabaticCooler:
      let share = climate.hotShare(
        month: month, aboveC: rejection.dryLimitC, spreadK: assumptions.weatherSpreadK.value)
      return share * assumptions.adiabaticWaterLPerKWh.value
    }
  }
}
