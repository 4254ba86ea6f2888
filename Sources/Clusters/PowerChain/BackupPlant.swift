// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Backup generation of a site.
package struct BackupPlant: Sendable, Equatable, Codable {
  /// Share of the power at the meter that it replaces.
  package var share: Double
  /// Power that it replaces, MW.
  package var coveredMW: Double
  /// Generators, spares among them as in the site that the figure comes from.
  package var generators: Int
  /// Site power that one stands for, MW.
  package var generatorMW: Double
  /// Hours that the fuel on site lasts at full load.
  package var fuelHours: Double
  /// Fuel on site, m3.
  package var fuelM3: Double

  /// The generators of a site.
  init(gridMW: Double, _ assumptions: borrowing PowerAssumptions) {
    share = assumptions.backupShare.value
    coveredMW = gridMW * share
    generatorMW = assumptions.generatorMW.value
    generators = PlantArithmetic.units(for: coveredMW, of: generatorMW)
    fuelHours = assumptions.fuelHours.value
    fuelM3 = coveredMW * fuelHours * assumptions.fuelLPerMWh.value / 1_000
  }
}
