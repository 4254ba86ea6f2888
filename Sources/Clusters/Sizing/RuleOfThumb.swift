// SPDX-License-Identifier: GPL-3.0-or-later

/// A quick estimate from the thermal design power of a GPU, as public calculators make it: TDP times a factor
/// for the rest of the node times PUE.
///
/// It knows no fabric and no storage, so it lies below a design; it is a cross-check, nothing is sized by it.
/// The rule and its two constants are those of aiinframap.com (cluster build-out sizer and power calculator).
package struct RuleOfThumb: Sendable, Equatable, Codable {
  /// GPUs, rounded down.
  package let gpus: Int
  /// Design power of the GPUs alone, MW.
  package let gpuMW: Double
  /// With the rest of their nodes, MW.
  package let itMW: Double
  /// At the meter, MW.
  package let facilityMW: Double
  /// At the meter with a reserve of a tenth, MW.
  package let facilityWithReserveMW: Double
  /// Cooling for the IT power, refrigeration tons.
  package let coolingRT: Double
  /// Energy of a year of 8,760 hours at full power, MWh.
  package let energyMWhPerYear: Double

  /// Power of a node over that of its GPUs.
  package static let nodeFactor = 1.3
  /// Facility power with a spare over that without.
  package static let reserveFactor = 1.1
  /// Heat of one refrigeration ton, kW.
  package static let kWPerRT = 3.517
  /// Thermal design powers that are accepted, W.
  package static let tdpRangeW: ClosedRange<Double> = 1...100_000

  private init(gpus: Int, gpuMW: Double, itMW: Double, facilityMW: Double) {
    self.gpus = gpus
    self.gpuMW = gpuMW
    self.itMW = itMW
    self.facilityMW = facilityMW
    facilityWithReserveMW = facilityMW * Self.reserveFactor
    coolingRT = itMW * 1_000 / Self.kWPerRT
    energyMWhPerYear = facilityMW * ClusterDesign.hoursPerYear
  }

  /// What fits behind a power at the meter, MW.
  ///
  /// - Throws: `SizingError` for values that are not finite, zero, negative or huge.
  package static func fitting(gridMW: Double, gpuTDPW: Double, pue: Double) throws -> RuleOfThumb {
    try SizingError.checkGridMW("power in MW", gridMW)
    try check(gpuTDPW: gpuTDPW, pue: pue)
    let itMW = gridMW / pue
    let gpuMW = itMW / nodeFactor
    let gpus = (gpuMW * 1e6 / gpuTDPW * (1 + 1e-12)).rounded(.down)
    guard gpus <= Double(SizingError.maximumGPUs) else {
      throw SizingError.tooLarge("number of GPUs", gpus, limit: Double(SizingError.maximumGPUs))
    }
    return RuleOfThumb(gpus: Int(gpus), gpuMW: gpuMW, itMW: itMW, facilityMW: gridMW)
  }

  /// What a number of GPUs needs.
  ///
  /// - Throws: `SizingError` for values that are not finite, zero, negative or huge.
  package static func needed(gpus: Int, gpuTDPW: Double, pue: Double) throws -> RuleOfThumb {
    try SizingError.checkGPUs(gpus)
    try check(gpuTDPW: gpuTDPW, pue: pue)
    let gpuMW = Double(gpus) * gpuTDPW / 1e6
    let itMW = gpuMW * nodeFactor
    return RuleOfThumb(gpus: gpus, gpuMW: gpuMW, itMW: itMW, facilityMW: itMW * pue)
  }

  private static func check(gpuTDPW: Double, pue: Double) throws {
    try SizingError.check("design power of a GPU in W", gpuTDPW, in: tdpRangeW)
    try SizingError.check("pue", pue, in: SiteConditions.pueRange)
  }
}
