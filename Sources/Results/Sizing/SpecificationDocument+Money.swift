// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents
import Quantities

extension SpecificationDocument {
  /// Money by line. EUR for capital lines, EUR a year for the others.
  static func ledger(_ ledger: Ledger) -> JSONValue {
    [
      "discount_rate": band(ledger.discountRate),
      "lines": .array(
        LedgerLine.allCases.map { line in
          [
            "line": .string(line.rawValue),
            "unit": .string(line.isCapital ? "EUR" : "EUR/year"),
            "low": .number(ledger.amounts[line].low),
            "mid": .number(ledger.amounts[line].mid),
            "high": .number(ledger.amounts[line].high),
            "basis": .string(ledger.bases[line].rawValue),
            "rule": .string(line.rule),
          ]
        }),
      "capital_eur": band(ledger.capitalEUR),
      "operation_eur_per_year": band(ledger.operationEURPerYear),
      "yearly_with_refresh_eur": band(ledger.yearlyEUR),
    ]
  }

  /// What a used hour of one GPU costs.
  static func gpuHour(_ cost: GPUHourCost) -> JSONValue {
    [
      "utilisation": .number(cost.utilisation),
      "used_gpu_hours_per_year": .number(cost.gpuHoursPerYear),
      "total_eur": band(cost.totalEUR),
      "lines_eur": .object(
        LedgerLine.allCases.map { JSONValue.Member($0.rawValue, band(cost.lines[$0])) }),
    ]
  }

  /// Greenhouse gases.
  static func carbon(_ carbon: CarbonAccount) -> JSONValue {
    [
      "systems_t": band(carbon.systemsT),
      "network_and_storage_t": band(carbon.networkAndStorageT),
      "building_t": band(carbon.buildingT),
      "electrical_t": band(carbon.electricalT),
      "cooling_t": band(carbon.coolingT),
      "embodied_t": band(carbon.embodiedT),
      "operational_t_per_year": band(carbon.operationalTPerYear),
      "life_years": .number(carbon.lifeYears),
      "life_cycle_t": band(carbon.lifeCycleT),
      "per_used_gpu_hour_g": band(carbon.gramsPerGPUHour),
      "embodied_basis": .string(carbon.embodiedBasis.rawValue),
      "operational_basis": .string(carbon.operationalBasis.rawValue),
    ]
  }

  /// One thing that is bought.
  static func billRow(_ row: BillRow) -> JSONValue {
    [
      "line": .string(row.item.line.rawValue),
      "item": .string(row.item.item),
      "model": .string(row.item.model),
      "quantity": .number(row.item.quantity),
      "unit": .string(row.item.unit),
      "unit_price_eur": .optional(row.unitPriceEUR?.mid),
      "amount_low_eur": .number(row.amountEUR.low),
      "amount_mid_eur": .number(row.amountEUR.mid),
      "amount_high_eur": .number(row.amountEUR.high),
      "money": .string(row.money.word),
      "quantity_basis": .string(row.quantityLabel),
      "money_basis": .string(row.moneyLabel),
      "source": .string(row.item.source),
    ]
  }
}

extension BillRow.Money {
  /// The name in tables.
  var word: String {
    switch self {
    case .price: "price"
    case .budgetShare: "budget_share"
    case .included: "included"
    case .notItemised: "not_itemised"
    }
  }
}
