// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Prices that a site or a plan sets. What is nil is taken from `LedgerAssumptions`.
package struct LedgerConditions: Sendable, Equatable, Codable {
  /// The site's share of the grid connection, EUR.
  package var connectionEUR: ValueBand?
  /// Price of land, EUR/ha.
  package var landEURPerHa: ValueBand?
  /// Land that is bought, ha; nil for what the design needs.
  package var landHa: Double?
  /// Price of electricity at the meter, EUR/MWh, without the excise.
  package var energyEURPerMWh: ValueBand?
  /// Excise on electricity, EUR/MWh.
  package var exciseEURPerMWh: ValueBand?
  /// Fixed O&M, EUR per MW of IT power and year.
  package var fixedOMEURPerITMWYear: ValueBand?
  /// Discount rate, share a year; at most 0.5.
  package var discountRate: ValueBand?
  /// Share of all GPU-hours that is used, above 0 and at most 1.
  package var utilisation: Double?

  /// Discount rates that are accepted.
  package static let discountRateRange: ClosedRange<Double> = 0...0.5

  /// Prices that a site or a plan sets.
  package init(
    connectionEUR: ValueBand? = nil, landEURPerHa: ValueBand? = nil, landHa: Double? = nil,
    energyEURPerMWh: ValueBand? = nil, exciseEURPerMWh: ValueBand? = nil,
    fixedOMEURPerITMWYear: ValueBand? = nil, discountRate: ValueBand? = nil, utilisation: Double? = nil
  ) {
    self.connectionEUR = connectionEUR
    self.landEURPerHa = landEURPerHa
    self.landHa = landHa
    self.energyEURPerMWh = energyEURPerMWh
    self.exciseEURPerMWh = exciseEURPerMWh
    self.fixedOMEURPerITMWYear = fixedOMEURPerITMWYear
    self.discountRate = discountRate
    self.utilisation = utilisation
  }

  /// Refuses values no ledger can use.
  func check() throws {
    try connectionEUR?.check("price of the grid connection in EUR")
    try landEURPerHa?.check("price of land in EUR/ha")
    try energyEURPerMWh?.check("price of electricity in EUR/MWh")
    try exciseEURPerMWh?.check("excise in EUR/MWh")
    try fixedOMEURPerITMWYear?.check("fixed O&M in EUR per MW and year")
    if let landHa {
      guard landHa.isFinite else { throw SizingError.notFinite("land in ha") }
      guard landHa >= 0 else { throw SizingError.negative("land in ha", landHa) }
    }
    if let discountRate {
      try discountRate.check("discount rate")
      try SizingError.check("discount rate", discountRate.high, in: Self.discountRateRange)
    }
    if let utilisation {
      try SizingError.checkPositive("utilisation", utilisation)
      try SizingError.check("utilisation", utilisation, in: 0...1)
    }
  }
}
