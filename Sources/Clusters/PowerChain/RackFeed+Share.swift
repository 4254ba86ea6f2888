// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension RackFeed {
  /// The feeds of the racks of one product.
  ///
  /// - Parameters:
  ///   - skuID: The product.
  ///   - racks: Racks of it.
  ///   - perRack: Systems of one rack.
  ///   - systemKW: Provisioned power of one system, kW.
  ///   - systemPeakKW: Its published peak, kW; nil takes the assumed factor.
  ///   - redundancy: Scheme that sets the number of paths.
  ///   - assumptions: Voltage, derating, power factor and peak factor.
  /// - Throws: `SizingError` where no breaker can be chosen.
  init(
    skuID: String, racks: Int, racksOf perRack: Double, systemKW: Double, systemPeakKW: Double?,
    redundancy: RedundancyScheme, _ assumptions: borrowing PowerAssumptions
  ) throws {
    let rackKW = systemKW * perRack
    var peakKW = rackKW * assumptions.peakFactor.value
    var assumed = true
    if let systemPeakKW {
      peakKW = max(rackKW, systemPeakKW * perRack)
      assumed = false
    }
    let chosen = try Self.choose(
      rackKW: rackKW, peakKW: peakKW, volts: assumptions.rackVoltageV.value,
      derate: assumptions.feedDerate.value, powerFactor: assumptions.rackPowerFactor.value)
    self.init(
      skuID: skuID, racks: racks, rackKW: rackKW, rackPeakKW: peakKW, peakIsAssumed: assumed,
      breakerA: chosen.breakerA, feedKW: chosen.feedKW, parallelFeeds: chosen.parallel,
      paths: redundancy.pathsPerRack)
  }
}
