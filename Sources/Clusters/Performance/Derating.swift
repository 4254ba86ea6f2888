// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What a cluster delivers while its site may draw less than it was built for: on a hot day, or when the grid
/// asks.
///
/// Whole systems are switched off; in a mixed cluster every product gives up the same part. The other way,
/// capping the power of every GPU, is given as a range beside it.
package struct Derating: Sendable, Equatable, Codable {
  /// What still runs of one product.
  package struct Part: Sendable, Equatable, Codable {
    /// The product.
    package let skuID: String
    /// Systems that run.
    package let systems: Int
    /// GPUs that run.
    package let gpus: Int
  }

  /// Power that the site may draw, MW at the meter.
  package let availableMW: Double
  /// Power that the whole cluster needs, MW at the meter.
  package let neededMW: Double
  /// Power of what runs, MW at the meter.
  package let usedMW: Double
  /// What runs, in the order of the design's products.
  package let parts: [Part]
  /// Systems that run.
  package let systems: Int
  /// GPUs that run.
  package let gpus: Int
  /// GPUs that run over all GPUs.
  package let shareOfGPUs: Double
  /// Share of the full work that all GPUs do together when each is capped instead; nil where the cut is
  /// deeper than capping is trusted to. An assumption.
  package let cappedShareOfWork: ValueBand?

  /// What runs within a power.
  ///
  /// - Parameters:
  ///   - availableMW: Power that the site may draw, MW at the meter; zero switches everything off.
  ///   - design: The cluster.
  ///   - pue: Power at the meter over IT power at that time, for example of a hot day. It is taken to stay
  ///     the same when part of the cluster is off.
  ///   - meterLossShare: Losses up to the point where `pue` starts counting, as in `SiteConditions`.
  ///   - assumptions: Checked by the caller (`findings()`).
  /// - Throws: `SizingError` for a power that is not finite, negative or huge, and for a PUE or loss out of
  ///   range.
  package static func at(
    availableMW: Double, design: ClusterDesign, pue: Double, meterLossShare: Double = 0,
    assumptions: PerformanceAssumptions = PerformanceAssumptions()
  ) throws -> Derating {
    guard availableMW.isFinite else { throw SizingError.notFinite("available power in MW") }
    guard availableMW >= 0 else { throw SizingError.negative("available power in MW", availableMW) }
    guard availableMW <= SizingError.maximumGridMW else {
      throw SizingError.tooLarge("available power in MW", availableMW, limit: SizingError.maximumGridMW)
    }
    try SizingError.check("pue", pue, in: SiteConditions.pueRange)
    try SizingError.check("loss share up to the meter", meterLossShare, in: SiteConditions.meterLossRange)
    let gridMWPerITMW = pue / (1 - meterLossShare)
    let neededMW = design.itMW * gridMWPerITMW
    try SizingError.checkPositive("power of the cluster in MW", neededMW)
    // The tolerance lets the power of a design run all of it.
    let part = min(1, availableMW / neededMW * (1 + 1e-12))

    var parts: [Part] = []
    parts.reserveCapacity(design.shares.count)
    var systems = 0
    var gpus = 0
    var usedMW = 0.0
    for share in design.shares where share.systems > 0 {
      let running = Int((Double(share.systems) * part).rounded(.down))
      let runningGPUs = running * (share.gpus / share.systems)
      parts.append(Part(skuID: share.skuID, systems: running, gpus: runningGPUs))
      systems += running
      gpus += runningGPUs
      usedMW += share.itMW * Double(running) / Double(share.systems) * gridMWPerITMW
    }
    return Derating(
      availableMW: availableMW, neededMW: neededMW, usedMW: usedMW, parts: parts, systems: systems,
      gpus: gpus,
      shareOfGPUs: Double(gpus) / Double(max(1, design.gpus)),
      cappedShareOfWork: capped(part: part, assumptions: assumptions))
  }

  /// Work at a part of full power, after `1 - loss * (1 - part)`; never above 1 or below 0.
  private static func capped(part: Double, assumptions: PerformanceAssumptions) -> ValueBand? {
    guard part >= assumptions.powerCapFloor.value else { return nil }
    let loss = ValueBand(assumptions.powerCapLossPerCut)
    let cut = 1 - part
    return ValueBand(
      low: max(0, 1 - loss.high * cut), mid: max(0, 1 - loss.mid * cut), high: max(0, 1 - loss.low * cut))
  }
}
