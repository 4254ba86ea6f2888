// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Wording

/// Money by line. EUR for capital lines, EUR a year for the others.
extension Ledger {
  /// What the money as a whole rests on.
  private var trust: Basis { LedgerLine.allCases.map { bases[$0] }.max() ?? .estimated }

  var lines: [SpecificationLine] {
    [
      .band("discount_rate", discountRate, .percent, "discount rate"),
      .rows(
        "lines", LedgerLine.allCases, "Money by line, EUR M; energy, fixed O&M and refresh are a year",
        .summary
      ) { line in
        [
          .text("line", line.rawValue, "line", shown: Phrase(word: line.name)),
          .text("unit", line.isCapital ? "EUR" : "EUR/year"),
          .number("low", amounts[line].low, .millionEUR, "low"),
          .number("mid", amounts[line].mid, .millionEUR, "mid"),
          .number("high", amounts[line].high, .millionEUR, "high"),
          .text("basis", bases[line].rawValue, "rests on", shown: Phrase(word: bases[line].designWord)),
          .text("rule", line.rule, "rule", .sheet),
        ]
      },
      .band(
        "capital_eur", capitalEUR, .millionEUR, "spent once, with land, which a plan does not count", "EUR M",
        .summary, basis: trust),
      .band(
        "operation_eur_per_year", operationEURPerYear, .millionEUR, "spent a year: energy, fixed O&M", "EUR M"
      ),
      .band(
        "yearly_with_refresh_eur", yearlyEUR, .millionEUR, "the same with renewal of the systems", "EUR M"),
    ]
  }

  /// What a used hour of one GPU costs.
  var gpuHourLines: [SpecificationLine] {
    [
      .number("utilisation", gpuHour.utilisation, .percent, "utilisation", "", .summary),
      .number("used_gpu_hours_per_year", gpuHour.gpuHoursPerYear),
      .band(
        "total_eur", gpuHour.totalEUR, 2, "cost of a used GPU-hour, systems renewed by annuity", "EUR",
        .summary,
        basis: trust),
      .group(
        "lines_eur",
        LedgerLine.allCases.map { line in
          .band(
            line.rawValue, gpuHour.lines[line], 3,
            line == .refresh ? "" : "of it \(Phrase(word: line.name))",
            "EUR")
        }),
    ]
  }
}

/// Greenhouse gases.
extension CarbonAccount {
  var lines: [SpecificationLine] {
    let life = Phrase.rounded(lifeYears)
    return [
      .band("systems_t", systemsT, 0, "making the systems", "t CO2e", basis: embodiedBasis),
      .band(
        "network_and_storage_t", networkAndStorageT, 0, "making network and storage", "t CO2e",
        basis: embodiedBasis),
      .band("building_t", buildingT, 0, "making the building", "t CO2e", basis: embodiedBasis),
      .band("electrical_t", electricalT, 0, "making the electrical plant", "t CO2e", basis: embodiedBasis),
      .band("cooling_t", coolingT, 0, "making the cooling plant", "t CO2e", basis: embodiedBasis),
      .band(
        "embodied_t", embodiedT, 0, "carbon of all that is made", "t CO2e", .summary, basis: embodiedBasis),
      .band(
        "operational_t_per_year", operationalTPerYear, 0, "carbon of the electricity, a year", "t CO2e",
        .summary,
        basis: operationalBasis),
      .number("life_years", lifeYears),
      .band(
        "life_cycle_t", lifeCycleT, 0, "over the \(life) years of the systems", "t CO2e", basis: embodiedBasis
      ),
      .band("per_used_gpu_hour_g", gramsPerGPUHour, 1, "per used GPU-hour", "g CO2e", basis: embodiedBasis),
      .text("embodied_basis", embodiedBasis.rawValue),
      .text("operational_basis", operationalBasis.rawValue),
    ]
  }
}

/// One thing that is bought. The price of one is the middle amount over the quantity: an outcome of the
/// budget of the line, except where the money is a price.
extension BillRow {
  var lines: [SpecificationLine] {
    let isWhole = item.quantity == item.quantity.rounded()
    return [
      .text("line", item.line.rawValue, "line", .sheet, shown: Phrase(word: item.line.name)),
      .text("item", item.item, "item", .sheet),
      .text("model", item.model, "model", .sheet, shown: Phrase(verbatim: item.model)),
      .number("quantity", item.quantity, isWhole ? 0 : 2, "quantity", "", .sheet),
      .text("unit", item.unit, "unit", .sheet),
      .number("unit_price_eur", unitPriceEUR?.mid),
      .number("amount_low_eur", amountEUR.low),
      .number("amount_mid_eur", amountEUR.mid, .millionEUR, "EUR M, mid", "", .sheet),
      .number("amount_high_eur", amountEUR.high),
      .text("money", money.word, "money", .sheet, shown: money.words),
      .text("quantity_basis", quantityLabel, "quantity rests on", .sheet),
      .text("money_basis", moneyLabel, "money rests on", .sheet),
      .text("source", item.source, "source or rule", .sheet, shown: Phrase(verbatim: item.source)),
    ]
  }
}

extension BillRow.Money {
  /// What people read.
  fileprivate var words: Phrase {
    switch self {
    case .price: "price"
    case .budgetShare: "share of the budget"
    case .included: "included"
    case .notItemised: "not itemised"
    }
  }

  /// The name in tables.
  fileprivate var word: String {
    switch self {
    case .price: "price"
    case .budgetShare: "budget_share"
    case .included: "included"
    case .notItemised: "not_itemised"
    }
  }
}
