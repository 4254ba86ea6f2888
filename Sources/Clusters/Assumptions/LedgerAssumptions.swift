// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// How the budgets of a cluster are split into lines, what the site and the yearly bills cost where a planner
/// states nothing, and how long things last.
/// What each figure is, and where it is from, stands in `Defaults/ledger.toml`.
package struct LedgerAssumptions: AssumptionSet {
  package var storageShareOfNetworkAndStorage = Quantity.unread
  package var electricalShareOfShell = Quantity.unread
  package var coolingShareOfShell = Quantity.unread
  package var connection225kVFixedEUR = Quantity.unread
  package var connection400kVFixedEUR = Quantity.unread
  package var connectionQuotaEURPerMW = Quantity.unread
  package var connection225kVLimitMW = Quantity.unread
  package var connectionFullCostFromMW = Quantity.unread
  package var landEURPerHa = Quantity.unread
  package var energyEURPerMWh = Quantity.unread
  package var exciseEURPerMWh = Quantity.unread
  package var fixedOMEURPerITMWYear = Quantity.unread
  package var discountRate = Quantity.unread
  package var itLifeYears = Quantity.unread
  package var electricalLifeYears = Quantity.unread
  package var coolingLifeYears = Quantity.unread
  package var buildingLifeYears = Quantity.unread
  package var connectionLifeYears = Quantity.unread
  package var utilisation = Quantity.unread

  package init(unread: Void) {}

  package static let file = AssumptionFile<LedgerAssumptions>(
    "ledger", PackageResources.ledger_toml,
    [
      "storage_share_of_network_and_storage": \.storageShareOfNetworkAndStorage,
      "electrical_share_of_shell": \.electricalShareOfShell,
      "cooling_share_of_shell": \.coolingShareOfShell,
      "connection_225kv_fixed_eur": \.connection225kVFixedEUR,
      "connection_400kv_fixed_eur": \.connection400kVFixedEUR,
      "connection_quota_eur_per_mw": \.connectionQuotaEURPerMW,
      "connection_225kv_limit_mw": \.connection225kVLimitMW,
      "connection_full_cost_from_mw": \.connectionFullCostFromMW,
      "land_eur_per_ha": \.landEURPerHa,
      "energy_eur_per_mwh": \.energyEURPerMWh,
      "excise_eur_per_mwh": \.exciseEURPerMWh,
      "fixed_om_eur_per_it_mw_year": \.fixedOMEURPerITMWYear,
      "discount_rate": \.discountRate,
      "it_life_years": \.itLifeYears,
      "electrical_life_years": \.electricalLifeYears,
      "cooling_life_years": \.coolingLifeYears,
      "building_life_years": \.buildingLifeYears,
      "connection_life_years": \.connectionLifeYears,
      "utilisation": \.utilisation,
    ])
}
