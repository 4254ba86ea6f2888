// SPDX-License-Identifier: GPL-3.0-or-later

import Figures

/// The uninterruptible supplies of a site.
public struct UPSPlant: Sendable, Equatable, Codable {
  /// How many stand for those that the load needs.
  public var redundancy: RedundancyScheme
  /// Power that they give, MW.
  public var loadMW: Double
  /// Rating of one module, MW.
  public var moduleMW: Double
  /// Modules that the load needs.
  public var modulesNeeded: Int
  /// Modules installed.
  public var modules: Int

  /// Installed power, MW.
  public var installedMW: Double { Double(modules) * moduleMW }
  /// Installed power that stands idle for redundancy and rounding, MW.
  public var idleMW: Double { max(0, installedMW - loadMW) }

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
