// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension Ledger {
  /// Rounded down to whole euros, so that budget less part, and their sum, are exact (below 2^53 EUR).
  static func wholeEuros(_ band: ValueBand) -> ValueBand {
    ValueBand(low: band.low.rounded(.down), mid: band.mid.rounded(.down), high: band.high.rounded(.down))
  }

  /// What a budget has left; never below zero.
  static func rest(of budget: ValueBand, after part: ValueBand) -> ValueBand {
    ValueBand(
      low: max(0, budget.low - part.low), mid: max(0, budget.mid - part.mid),
      high: max(0, budget.high - part.high))
  }

  /// Fixed part of the voltage and quota per MW, EUR.
  static func connection(gridMW: Double, assumptions: borrowing LedgerAssumptions) -> ValueBand {
    let fixed =
      gridMW <= assumptions.connection225kVLimitMW.value
      ? assumptions.connection225kVFixedEUR : assumptions.connection400kVFixedEUR
    let share = min(1, gridMW / max(assumptions.connectionFullCostFromMW.value, 1e-9))
    return ValueBand(fixed) * share + ValueBand(assumptions.connectionQuotaEURPerMW) * gridMW
  }

  /// Yearly deposit per EUR of what has to be bought again, over the longest life at the low level and the
  /// shortest at the high one. The deposits earn the middle discount rate at every level, so that a high
  /// level never looks cheaper.
  static func deposits(life: Quantity, rate: Double) -> ValueBand {
    ValueBand(
      low: Annuity.depositFactor(rate: rate, years: life.value(at: .high)),
      mid: Annuity.depositFactor(rate: rate, years: life.value),
      high: Annuity.depositFactor(rate: rate, years: life.value(at: .low)))
  }

  /// The worst basis behind each line. What the caller states is a planner's choice, as good as the caller
  /// says; it counts as derived.
  static func bases(
    design: ClusterDesign, conditions: LedgerConditions, assumptions: borrowing LedgerAssumptions
  ) -> ByLedgerLine<Basis> {
    let cost = design.basis.cost
    var bases = ByLedgerLine(all: cost)
    bases.network = max(cost, assumptions.storageShareOfNetworkAndStorage.basis)
    bases.storage = bases.network
    bases.electrical = max(cost, assumptions.electricalShareOfShell.basis)
    bases.cooling = max(cost, assumptions.coolingShareOfShell.basis)
    bases.building = max(bases.electrical, bases.cooling)
    if conditions.connectionEUR != nil {
      bases.connection = .derived
    } else if design.gridMW <= assumptions.connection225kVLimitMW.value {
      bases.connection = max(
        assumptions.connection225kVFixedEUR.basis, assumptions.connectionQuotaEURPerMW.basis, .derived)
    } else {
      bases.connection = max(
        assumptions.connection400kVFixedEUR.basis, assumptions.connectionQuotaEURPerMW.basis, .derived)
    }
    if design.gridMW < assumptions.connectionFullCostFromMW.value, conditions.connectionEUR == nil {
      bases.connection = max(bases.connection, assumptions.connectionFullCostFromMW.basis)
    }
    bases.land = max(design.basis.space, .derived)
    if conditions.landEURPerHa == nil { bases.land = max(bases.land, assumptions.landEURPerHa.basis) }
    bases.energy = max(design.basis.energy, .derived)
    if conditions.energyEURPerMWh == nil {
      bases.energy = max(bases.energy, assumptions.energyEURPerMWh.basis)
    }
    if conditions.exciseEURPerMWh == nil {
      bases.energy = max(bases.energy, assumptions.exciseEURPerMWh.basis)
    }
    bases.fixedOM = max(design.basis.power, .derived)
    if conditions.fixedOMEURPerITMWYear == nil {
      bases.fixedOM = max(bases.fixedOM, assumptions.fixedOMEURPerITMWYear.basis)
    }
    bases.refresh = max(cost, assumptions.itLifeYears.basis)
    return bases
  }
}

extension LedgerLine {
  /// How the amount of the line comes about, in words.
  package var rule: String {
    switch self {
    case .systems: "price of a system times their number"
    case .network: "budget of network and storage, a share of the systems' price, less storage"
    case .storage: "assumed share of the budget of network and storage"
    case .building: "budget of the shell, a price per MW of IT power, less electrical and cooling plant"
    case .electrical, .cooling: "assumed share of the budget of the shell"
    case .connection: "as stated by the site, or a fixed part of its voltage and a quota per MW"
    case .land: "price per hectare times hectares"
    case .energy: "yearly energy at the meter at average power, times price and excise"
    case .fixedOM: "price per MW of IT power and year"
    case .refresh: "yearly deposits that pay for systems, network and storage again at the end of their life"
    }
  }
}
