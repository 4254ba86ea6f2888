// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The uninterruptible supplies of a site.
package struct UPSPlant: Sendable, Equatable, Codable {
  /// How many stand for those that the load needs.
  package var redundancy: RedundancyScheme
  /// Power that they give, MW.
  package var loadMW: Double
  /// Rating of one module, MW.
  package var moduleMW: Double
  /// Modules that the load needs.
  package var modulesNeeded: Int
  /// Modules installed.
  package var modules: Int

  /// Installed power, MW.
  package var installedMW: Double { Double(modules) * moduleMW }
  /// Installed power that stands idle for redundancy and rounding, MW.
  package var idleMW: Double { max(0, installedMW - loadMW) }

  /// The supplies of a load.
  init(loadMW: Double, redundancy: RedundancyScheme, _ assumptions: borrowing PowerAssumptions) {
    self.redundancy = redundancy
    self.loadMW = loadMW
    moduleMW = assumptions.upsModuleMW.value
    modulesNeeded = PlantArithmetic.units(for: loadMW, of: moduleMW)
    modules = redundancy.installed(
      needed: modulesNeeded, group: PlantArithmetic.count(assumptions.spareGroup.value))
  }
}
