// SPDX-License-Identifier: GPL-3.0-or-later

/// The supply of one rack of a product: breaker, capacity, number of feeds.
package struct RackFeed: Sendable, Equatable, Codable {
  /// The product.
  package var skuID: String
  /// Racks of it.
  package var racks: Int
  /// Provisioned power of one rack, kW.
  package var rackKW: Double
  /// Short peak of one rack, kW.
  package var rackPeakKW: Double
  /// Whether the peak is an assumed factor on the provisioned power rather than a published value.
  package var peakIsAssumed: Bool
  /// Rated current of the breaker of one feed, A.
  package var breakerA: Int
  /// What one feed carries all day, kW.
  package var feedKW: Double
  /// Feeds side by side on one path, where no single breaker is large enough.
  package var parallelFeeds: Int
  /// Independent paths, each able to bear the rack alone.
  package var paths: Int

  /// Feeds of one rack.
  package var feedsPerRack: Int { parallelFeeds * paths }

  /// Rated currents to choose from, A: the R10 series of preferred ratings (IEC 60059, known figures, not
  /// read again).
  package static let breakersA = [
    16, 20, 25, 32, 40, 50, 63, 80, 100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1_000, 1_250,
  ]

  /// Power that a feed carries, kW: `sqrt(3) * V * A * derate * power factor` for three phases (V between
  /// phases), `V * A * derate * power factor` for one.
  ///
  /// - Throws: `SizingError` for a value that is not finite, zero, negative or out of range (volts to 1,500,
  ///   amps to 10,000, derate and power factor to 1, phases 1 or 3).
  package static func capacityKW(
    volts: Double, amps: Double, derate: Double = 0.8, powerFactor: Double = 0.98, phases: Int = 3
  ) throws -> Double {
    try SizingError.checkPositive("voltage in V", volts)
    try SizingError.check("voltage in V", volts, in: 1...1_500)
    try SizingError.checkPositive("current in A", amps)
    try SizingError.check("current in A", amps, in: 0...10_000)
    try SizingError.checkPositive("derating", derate)
    try SizingError.check("derating", derate, in: 0...1)
    try SizingError.checkPositive("power factor", powerFactor)
    try SizingError.check("power factor", powerFactor, in: SiteConditions.powerFactorRange)
    guard phases == 1 || phases == 3 else {
      throw SizingError.outOfRange("number of phases, 1 or 3", Double(phases), allowed: 1...3)
    }
    let line = volts * amps * derate * powerFactor / 1_000
    return phases == 3 ? line * 3.0.squareRoot() : line
  }

  /// The smallest standard breaker whose derated capacity bears the provisioned power all day and whose full
  /// capacity bears the short peak; several feeds side by side where the largest is too small.
  ///
  /// - Throws: `SizingError` for a power that is zero, negative or not finite, or above 10 MW, and as
  ///   `capacityKW`.
  static func choose(
    rackKW: Double, peakKW: Double, volts: Double, derate: Double, powerFactor: Double
  ) throws -> (breakerA: Int, feedKW: Double, parallel: Int) {
    try SizingError.checkPositive("power of a rack in kW", rackKW)
    try SizingError.check("power of a rack in kW", rackKW, in: 0...10_000)
    try SizingError.checkPositive("peak of a rack in kW", peakKW)
    try SizingError.check("peak of a rack in kW", peakKW, in: 0...20_000)
    // Capacity is proportional to the current, so one call serves the whole list.
    let kWPerA = try capacityKW(volts: volts, amps: 1, derate: derate, powerFactor: powerFactor)
    let largestA = breakersA[breakersA.count - 1]
    let bearable = Double(largestA) * kWPerA
    let parallel = max(
      PlantArithmetic.units(for: rackKW, of: bearable),
      PlantArithmetic.units(for: peakKW, of: bearable / derate))
    for amps in breakersA {
      let feedKW = Double(amps) * kWPerA
      if feedKW * Double(parallel) >= rackKW * (1 - 1e-9),
        feedKW / derate * Double(parallel) >= peakKW * (1 - 1e-9)
      {
        return (amps, feedKW, parallel)
      }
    }
    return (largestA, bearable, parallel)
  }
}
