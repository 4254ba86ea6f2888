// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What one used hour of one GPU costs its owner, EUR, line by line.
///
/// Each capital line is an annuity over its own life at the discount rate; land, which does not wear, costs
/// its interest. Energy and fixed O&M are added. The money set aside to renew the systems is not: the annuity
/// already pays for the systems that are there, and paying for their successors as well would count every
/// system twice.
package struct GPUHourCost: Sendable, Equatable, Codable {
  /// Share of all GPU-hours that is used.
  package let utilisation: Double
  /// Used GPU-hours a year.
  package let gpuHoursPerYear: Double
  /// EUR per used GPU-hour by line; zero on `refresh`.
  package let lines: ByLedgerLine<ValueBand>
  /// EUR per used GPU-hour: the sum of the lines in their order.
  package let totalEUR: ValueBand

  /// The low level has the lowest budgets and rate and the longest lives, the high level the reverse; the
  /// utilisation is the same.
  ///
  /// - Throws: `SizingError` for a utilisation outside 0 to 1, and for no GPU.
  init(
    amounts: ByLedgerLine<ValueBand>, discountRate: ValueBand, gpus: Int, utilisation: Double,
    assumptions: borrowing LedgerAssumptions
  ) throws {
    try SizingError.checkPositive("utilisation", utilisation)
    try SizingError.check("utilisation", utilisation, in: 0...1)
    try SizingError.checkGPUs(gpus)
    let hours = Double(gpus) * ClusterDesign.hoursPerYear * utilisation
    let it = try Self.annuity(life: assumptions.itLifeYears, rate: discountRate)
    var lines = ByLedgerLine(all: ValueBand.zero)
    lines.systems = amounts.systems * it * (1 / hours)
    lines.network = amounts.network * it * (1 / hours)
    lines.storage = amounts.storage * it * (1 / hours)
    lines.building =
      try amounts.building * Self.annuity(life: assumptions.buildingLifeYears, rate: discountRate)
      * (1 / hours)
    lines.electrical =
      try amounts.electrical * Self.annuity(life: assumptions.electricalLifeYears, rate: discountRate)
      * (1 / hours)
    lines.cooling =
      try amounts.cooling * Self.annuity(life: assumptions.coolingLifeYears, rate: discountRate) * (1 / hours)
    lines.connection =
      try amounts.connection * Self.annuity(life: assumptions.connectionLifeYears, rate: discountRate)
      * (1 / hours)
    lines.land = amounts.land * discountRate * (1 / hours)
    lines.energy = amounts.energy * (1 / hours)
    lines.fixedOM = amounts.fixedOM * (1 / hours)
    var total = ValueBand.zero
    for line in LedgerLine.allCases { total = total + lines[line] }
    try total.check("cost of a GPU-hour in EUR")
    self.utilisation = utilisation
    gpuHoursPerYear = hours
    self.lines = lines
    totalEUR = total
  }

  private static func annuity(life: Quantity, rate: ValueBand) throws -> ValueBand {
    try Annuity.check(life: life)
    return ValueBand(
      low: Annuity.factor(rate: rate.low, years: life.value(at: .high)),
      mid: Annuity.factor(rate: rate.mid, years: life.value),
      high: Annuity.factor(rate: rate.high, years: life.value(at: .low)))
  }
}
