// SPDX-License-Identifier: GPL-3.0-or-later

/// The figures and choices that a design needs beside the catalogue and `SizingAssumptions`, one set a trade.
/// Each may be replaced.
public struct DesignAssumptions: Sendable, Equatable, Codable {
  /// Switches, cables, networks and storage.
  public var network = NetworkAssumptions()
  /// From the rack to the grid.
  public var power = PowerAssumptions()
  /// Heat and water.
  public var cooling = CoolingAssumptions()
  /// Halls and floors.
  public var space = SpaceAssumptions()
  /// How long building takes.
  public var schedule = ScheduleAssumptions()
  /// Money.
  public var ledger = LedgerAssumptions()
  /// Greenhouse gases.
  public var carbon = CarbonAssumptions()
  /// Work that GPUs do.
  public var performance = PerformanceAssumptions()
  /// What stands ready for a supply or transformer that fails.
  public var redundancy = RedundancyScheme.nPlusOne

  /// The defaults, each with its source.
  public init() {}

  /// Every figure as `set.key`, in order.
  public var named: [NamedFigure] {
    var named = network.named
    named += power.named
    named += cooling.named
    named += space.named
    named += schedule.named
    named += ledger.named
    named += carbon.named
    named += performance.named
    return named
  }

  /// Every set with its prices at a level.
  public func priced(at level: PriceLevel) -> DesignAssumptions {
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
  public func findings() -> [HardwareFinding] {
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
