// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// The figures and choices that a design needs beside the catalogue and `SizingAssumptions`, one set a trade.
/// Each may be replaced.
package struct DesignAssumptions: Sendable, Equatable, Codable {
  /// Switches, cables, networks and storage.
  package var network = NetworkAssumptions()
  /// From the rack to the grid.
  package var power = PowerAssumptions()
  /// Heat and water.
  package var cooling = CoolingAssumptions()
  /// Halls and floors.
  package var space = SpaceAssumptions()
  /// How long building takes.
  package var schedule = ScheduleAssumptions()
  /// Money.
  package var ledger = LedgerAssumptions()
  /// Greenhouse gases.
  package var carbon = CarbonAssumptions()
  /// Work that GPUs do.
  package var performance = PerformanceAssumptions()
  /// What stands ready for a supply or transformer that fails.
  package var redundancy = RedundancyScheme.nPlusOne

  /// The defaults, each with its source.
  package init() {}

  /// Every figure as `set.key`, in order.
  package var named: [NamedQuantity] {
    var named = network.named(in: NetworkAssumptions.name)
    named += power.named(in: PowerAssumptions.name)
    named += cooling.named(in: CoolingAssumptions.name)
    named += space.named(in: SpaceAssumptions.name)
    named += schedule.named(in: ScheduleAssumptions.name)
    named += ledger.named(in: LedgerAssumptions.name)
    named += carbon.named(in: CarbonAssumptions.name)
    named += performance.named(in: PerformanceAssumptions.name)
    return named
  }

  /// Every set with its prices at a level.
  package func priced(at level: PriceLevel) -> DesignAssumptions {
    var priced = self
    priced.network = network.priced(at: level)
    priced.power = power.priced(at: level)
    priced.cooling = cooling.priced(at: level)
    priced.space = space.priced(at: level)
    priced.schedule = schedule.priced(at: level)
    priced.ledger = ledger.priced(at: level)
    priced.carbon = carbon.priced(at: level)
    priced.performance = performance.priced(at: level)
    return priced
  }

  /// Every fault of every set.
  package func findings() -> [Finding] {
    var findings = network.findings()
    findings += power.findings()
    findings += cooling.findings()
    findings += space.findings()
    findings += schedule.findings()
    findings += ledger.findings()
    findings += carbon.findings()
    findings += performance.findings()
    return findings
  }
}
