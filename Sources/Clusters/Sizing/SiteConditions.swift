// SPDX-License-Identifier: GPL-3.0-or-later

/// What a site imposes on a cluster.
package struct SiteConditions: Sendable, Equatable, Codable {
  /// Power usage effectiveness: power at the meter over IT power. 1 to 3.
  package var pue: Double
  /// Coolant supply temperature, C; nil takes the assumption.
  package var supplyTemperatureC: Double?
  /// Power of the grid connection that the cluster may use, MW at the meter; nil for no limit.
  package var connectionMW: Double?
  /// Land that the cluster may use, ha; nil for no limit.
  package var landHa: Double?
  /// White space that the cluster may use, m2; nil for no limit.
  package var whiteSpaceM2: Double?
  /// Heat that the site's liquid cooling can take, MW; nil for no limit. Air-cooled systems do not count
  /// against it.
  package var liquidCoolingMW: Double?
  /// Load that the floor bears under one rack, kg/m2; nil for no limit. A product without a published weight
  /// cannot be held against it.
  package var floorLoadKgPerM2: Double?
  /// Whether only whole scalable units are built.
  package var wholeUnits = false
  /// Most tiers of switches, 2 or 3, of the one compute fabric that must connect all GPUs; nil where a site
  /// may hold several fabrics side by side, so that no fabric limits it.
  package var networkTiers: Int?
  /// Losses between the meter and the point where `pue` starts counting, as a share of the power at the
  /// meter. Zero where the meter is the reference of the PUE, which is the usual definition.
  package var meterLossShare: Double
  /// Power factor at the meter, MW over MVA; nil where it is not stated and no MVA is wanted.
  package var powerFactor: Double?
  /// Price of a building on the site over the general price, at least 0.
  package var shellCostFactor: Double

  /// PUE values that are accepted; the world average is about 1.5.
  package static let pueRange: ClosedRange<Double> = 1...3
  /// Loss shares that are accepted.
  package static let meterLossRange: ClosedRange<Double> = 0...0.5
  /// Power factors that are accepted.
  package static let powerFactorRange: ClosedRange<Double> = 0.5...1
  /// Factors on the price of a building that are accepted.
  package static let shellCostFactorRange: ClosedRange<Double> = 0...10

  /// Numbers of tiers that a compute fabric can have.
  package static let networkTierRange: ClosedRange<Double> = 2...3

  /// What a site imposes on a cluster.
  package init(
    pue: Double, supplyTemperatureC: Double? = nil, connectionMW: Double? = nil, landHa: Double? = nil,
    meterLossShare: Double = 0, powerFactor: Double? = nil, shellCostFactor: Double = 1
  ) {
    self.pue = pue
    self.supplyTemperatureC = supplyTemperatureC
    self.connectionMW = connectionMW
    self.landHa = landHa
    self.meterLossShare = meterLossShare
    self.powerFactor = powerFactor
    self.shellCostFactor = shellCostFactor
  }

  /// MW at the meter for one MW of IT power.
  var gridMWPerITMW: Double { pue / (1 - meterLossShare) }

  /// Refuses values no sizing can use.
  ///
  /// - Throws: `SizingError.outOfRange`, `.notFinite`, `.notPositive` or `.tooLarge`. The coolant temperature
  ///   is checked where the coolant flow is computed, since an air-cooled cluster has none.
  func check() throws {
    try SizingError.check("pue", pue, in: Self.pueRange)
    try SizingError.check("loss share up to the meter", meterLossShare, in: Self.meterLossRange)
    try SizingError.check(
      "factor on the price of the building", shellCostFactor, in: Self.shellCostFactorRange)
    if let powerFactor { try SizingError.check("power factor", powerFactor, in: Self.powerFactorRange) }
    if let connectionMW { try SizingError.checkGridMW("grid connection in MW", connectionMW) }
    if let landHa { try SizingError.checkPositive("land in ha", landHa) }
    if let whiteSpaceM2 { try SizingError.checkPositive("white space in m2", whiteSpaceM2) }
    if let liquidCoolingMW { try SizingError.checkGridMW("liquid cooling in MW", liquidCoolingMW) }
    if let floorLoadKgPerM2 { try SizingError.checkPositive("floor load in kg/m2", floorLoadKgPerM2) }
    if let networkTiers {
      try SizingError.check("number of network tiers", Double(networkTiers), in: Self.networkTierRange)
    }
    if let supplyTemperatureC, !supplyTemperatureC.isFinite {
      throw SizingError.notFinite("coolant supply temperature in C")
    }
  }
}
