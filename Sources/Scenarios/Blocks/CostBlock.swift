// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// `[cost]`: prices of running the plan. The price of buildings, `shell_eur_per_it_mw`, is read with the
/// hardware, whose sizing uses it.
struct CostBlock {
  var energyEURPerMWh: Quantity?
  var exciseEURPerMWh: Quantity?
  var fixedOpexEURPerITMWYear: Quantity?

  init(_ table: ConfigTable) {
    energyEURPerMWh = table.figure("energy_eur_per_mwh", unit: "EUR/MWh", .upTo(10_000))
    exciseEURPerMWh = table.figure("excise_eur_per_mwh", unit: "EUR/MWh", .upTo(1_000))
    fixedOpexEURPerITMWYear = table.figure(
      "fixed_opex_eur_per_it_mw_year", unit: "EUR/MW/year", .upTo(1e8))
  }
}
