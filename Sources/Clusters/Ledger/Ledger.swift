// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// What a cluster costs to build and to run, line by line, at three price levels.
///
/// The budgets of the design are split, never changed: systems is the systems' price; network and storage add
/// up to the budget of both; building, electrical and cooling to that of the shell, exactly. The split leaves
/// whole euros on storage, electrical and cooling and the rest on network and building.
package struct Ledger: Sendable, Equatable, Codable {
  /// EUR for capital lines, EUR a year for the others.
  package let amounts: ByLedgerLine<ValueBand>
  /// The worst basis behind each line.
  package let bases: ByLedgerLine<Basis>
  /// Discount rate, share a year.
  package let discountRate: ValueBand
  /// What an hour of one GPU costs.
  package let gpuHour: GPUHourCost
  /// What a reader must know.
  package let notes: [LedgerNote]

  /// The ledger of a cluster.
  ///
  /// - Parameters:
  ///   - design: The cluster: power, energy, land and GPUs.
  ///   - capex: Its investment at the low, middle and high price level; the middle one is usually the
  ///     design's own.
  ///   - conditions: Prices of the site or the plan.
  ///   - assumptions: Splits, lives and the prices that `conditions` leaves open; checked by the caller
  ///     (`findings()`).
  /// - Throws: `SizingError` for a price, budget, rate or utilisation that is not finite, negative, or
  ///   crossed (a low end above the middle), and for splits of the shell above its whole.
  package init(
    design: ClusterDesign, capex: (low: ClusterCapex, mid: ClusterCapex, high: ClusterCapex),
    conditions: LedgerConditions = LedgerConditions(),
    assumptions: borrowing LedgerAssumptions = LedgerAssumptions()
  ) throws {
    try conditions.check()
    try SizingError.checkGPUs(design.gpus)
    let systems = ValueBand(
      low: capex.low.systemsEUR, mid: capex.mid.systemsEUR, high: capex.high.systemsEUR)
    let outside = ValueBand(
      low: capex.low.networkAndStorageEUR, mid: capex.mid.networkAndStorageEUR,
      high: capex.high.networkAndStorageEUR)
    let shell = ValueBand(low: capex.low.shellEUR, mid: capex.mid.shellEUR, high: capex.high.shellEUR)
    try systems.check("price of the systems in EUR")
    try outside.check("price of network and storage in EUR")
    try shell.check("price of the building in EUR")

    let storageShare = assumptions.storageShareOfNetworkAndStorage.value
    let electricalShare = assumptions.electricalShareOfShell.value
    let coolingShare = assumptions.coolingShareOfShell.value
    try SizingError.check("share of storage", storageShare, in: 0...1)
    try SizingError.check("share of the electrical plant", electricalShare, in: 0...1)
    try SizingError.check("share of the cooling plant", coolingShare, in: 0...(1 - electricalShare))

    var amounts = ByLedgerLine(all: ValueBand.zero)
    amounts.systems = systems
    amounts.storage = Self.wholeEuros(outside * storageShare)
    amounts.network = Self.rest(of: outside, after: amounts.storage)
    amounts.electrical = Self.wholeEuros(shell * electricalShare)
    amounts.cooling = Self.wholeEuros(shell * coolingShare)
    amounts.building = Self.rest(of: Self.rest(of: shell, after: amounts.electrical), after: amounts.cooling)

    var notes: [LedgerNote] = [.linesSplitABudget]
    if let stated = conditions.connectionEUR {
      amounts.connection = stated
    } else {
      amounts.connection = Self.connection(gridMW: design.gridMW, assumptions: assumptions)
      notes.append(.connectionWithoutLine)
      if design.gridMW < assumptions.connectionFullCostFromMW.value {
        notes.append(.smallConnection(fullCostFromMW: assumptions.connectionFullCostFromMW.value))
      }
    }
    let landPrice = conditions.landEURPerHa ?? ValueBand(assumptions.landEURPerHa)
    amounts.land = landPrice * (conditions.landHa ?? design.landHa)

    let energyPrice = conditions.energyEURPerMWh ?? ValueBand(assumptions.energyEURPerMWh)
    let excise = conditions.exciseEURPerMWh ?? ValueBand(assumptions.exciseEURPerMWh)
    amounts.energy = (energyPrice + excise) * design.energyMWhPerYear
    if conditions.energyEURPerMWh == nil { notes.append(.energyWithoutGridTariff) }
    let fixedOM = conditions.fixedOMEURPerITMWYear ?? ValueBand(assumptions.fixedOMEURPerITMWYear)
    amounts.fixedOM = fixedOM * design.itMW

    let rate = conditions.discountRate ?? ValueBand(assumptions.discountRate)
    let it = systems + outside
    try Annuity.check(life: assumptions.itLifeYears)
    amounts.refresh = it * Self.deposits(life: assumptions.itLifeYears, rate: rate.mid)
    notes.append(.refreshNotInGPUHour)
    for line in LedgerLine.allCases { try amounts[line].check("ledger line \(line.rawValue)") }

    self.amounts = amounts
    bases = Self.bases(design: design, conditions: conditions, assumptions: assumptions)
    discountRate = rate
    gpuHour = try GPUHourCost(
      amounts: amounts, discountRate: rate, gpus: design.gpus,
      utilisation: conditions.utilisation ?? assumptions.utilisation.value, assumptions: assumptions)
    self.notes = notes
  }

  /// Money spent once, EUR: the sum of the capital lines in their order.
  package var capitalEUR: ValueBand {
    var sum = ValueBand.zero
    for line in LedgerLine.allCases where line.isCapital { sum = sum + amounts[line] }
    return sum
  }

  /// Money paid every year, EUR a year: energy and fixed O&M. What is set aside for renewal is not spent, not
  /// in it.
  package var operationEURPerYear: ValueBand { amounts.energy + amounts.fixedOM }

  /// Money needed every year, EUR a year, with what is set aside for renewal.
  package var yearlyEUR: ValueBand { amounts.energy + amounts.fixedOM + amounts.refresh }
}
