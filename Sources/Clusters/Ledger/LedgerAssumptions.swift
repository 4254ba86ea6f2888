// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// How the budgets of a cluster are split into lines, what the site and the yearly bills cost where a planner
/// states nothing, and how long things last.
package struct LedgerAssumptions: AssumptionSet {
  // Switches 3 %, optics 2.5 % and storage 1.4 % of the whole stand outside the rack: 1.4 / 6.9.
  package var storageShareOfNetworkAndStorage = Quantity(
    0.20, unit: "", basis: .estimated,
    source: "switches 3, optics 2.5, storage 1.4 % of a rack all in, after "
      + "https://ng.investing.com/news/stock-market-news/"
      + "how-much-does-a-gw-of-data-center-capacity-actually-cost-2169144; the split of the rest between optics and "
      + "what sits in the rack is an estimate",
    low: 0.15, high: 0.35)
  // Electrical 35-45 and low voltage 3-5, mechanical 20-25, controls 2-4 (halved between the two), over 98.5
  // in all.
  package var electricalShareOfShell = Quantity(
    0.45, unit: "", basis: .estimated,
    source: "electrical 35 to 45 % with low voltage and half of the controls: "
      + "https://cortexconstruct.com/blog/what-does-it-take-to-build-a-data-center; a builder's guide, United States",
    low: 0.30, high: 0.50)
  package var coolingShareOfShell = Quantity(
    0.25, unit: "", basis: .estimated,
    source: "mechanical 20 to 25 % with half of the controls: "
      + "https://cortexconstruct.com/blog/what-does-it-take-to-build-a-data-center; the rest, 30 %, is structure, site work "
      + "and fire protection; no published split for liquid cooling was found",
    low: 0.20, high: 0.30)

  package var connection225kVFixedEUR = Quantity(
    29_000_000, unit: "EUR", basis: .estimated,
    source:
      "geometric mean of EUR 11 M (TGV Est, https://www.enerzine.com/rte-intervient-dans-lalimentation-electrique-"
      + "du-tgv/3636-2007-06) and EUR 75 M (Seine substation, https://www.constructioncayola.com/reseaux-vrd/article/2010/"
      + "08/27/42781/rte-inaugure-poste-electrique-seine); no current French figure found",
    low: 11_000_000, high: 75_000_000)
  package var connection400kVFixedEUR = Quantity(
    75_000_000, unit: "EUR", basis: .estimated,
    source:
      "a quarter of RTE's Flandre Maritime substation: https://www.lagazettefrance.fr/index.php/article/"
      + "decarbonation-et-reindustrialisation-du-dunkerquois-un-nouveau-poste-electrique-haute-tension-en-2030",
    low: 54_000_000, high: 300_000_000)
  package var connectionQuotaEURPerMW = Quantity(
    77_000, unit: "EUR/MW", basis: .derived,
    source:
      "median of the three published quotas: https://www.cre.fr/actualites/toute-lactualite/la-cre-valide-"
      + "lanticipation-et-la-mutualisation-des-travaux-de-raccordement-des-consommateurs-de-la-zone-du-havre-port-jerome.html",
    low: 42_000, high: 92_500)
  package var connection225kVLimitMW = Quantity(
    240, unit: "MW", basis: .published,
    source:
      "RTE's ceiling at Lisses: https://www.journaldunet.com/web-tech/cloud/1506379-info-jdn-cloudhq-veut-eriger-"
      + "le-plus-grand-datacenter-de-france/",
    low: 200, high: 240)
  package var connectionFullCostFromMW = Quantity(
    40, unit: "MW", basis: .estimated,
    source:
      "smaller sites are connected at a lower voltage; the fixed part is then taken in proportion to the power"
  )
  package var landEURPerHa = Quantity(
    300_000, unit: "EUR/ha", basis: .derived,
    source: "Ozans, EUR 58.5 M for 195 ha of serviced rural land, far more near Paris: "
      + "https://next.ink/brief_article/google-reserve-195-ha-pour-un-datacenter-pres-de-chateauroux/")

  package var energyEURPerMWh = Quantity(
    70, unit: "EUR/MWh", basis: .published,
    source:
      "starting price of long nuclear contracts, without grid tariff and taxes: https://www.lemagit.fr/actualites/"
      + "366630168/Datacenters-Data4-obtient-lun-des-nouveaux-contrats-CAPN-dEDF",
    low: 50, high: 70)
  package var exciseEURPerMWh = Quantity(
    12, unit: "EUR/MWh", basis: .published,
    source:
      "reduced rate for data centres: https://www.assemblee-nationale.fr/dyn/17/amendements/1906A/CION_FIN/CF466; "
      + "high end without the reduction",
    low: 10, high: 26.58)
  package var upkeepEURPerITMWYear = Quantity(
    270_000, unit: "EUR/MW/year", basis: .derived,
    source: "1 GW model, USD 0.9 bn of yearly operation less 0.6 of energy: "
      + "https://epoch.ai/data-insights/ai-datacenter-cost-breakdown; United States",
    low: 180_000, high: 350_000)
  // Low: public rate. High: return that a market model asks of a data centre. Middle: between them.
  package var discountRate = Quantity(
    0.07, unit: "share/year", basis: .estimated,
    source: "between the rate of French public investment (https://strategie.gouv.fr/infographies/"
      + "taux-dactualisation-un-beta-sensible) and a private return "
      + "(https://thundersaidenergy.com/downloads/data-centers-the-economics/)",
    low: 0.032, high: 0.10)

  // Five years in the 1 GW model; large operators write off over five to six, critics ask for three.
  package var itLifeYears = Quantity(
    5, unit: "years", basis: .published,
    source:
      "https://epoch.ai/data-insights/ai-datacenter-cost-breakdown; six years of the large operators and a critic's "
      + "three: https://www.realclear.ai/blog/the-three-year-clock-inside-the-thirty-year-building",
    low: 3, high: 6)
  package var electricalLifeYears = Quantity(
    20, unit: "years", basis: .estimated,
    source: "plant of one generation; low end is the 14 years of a whole facility in "
      + "https://epoch.ai/data-insights/ai-datacenter-cost-breakdown",
    low: 14, high: 25)
  package var coolingLifeYears = Quantity(
    15, unit: "years", basis: .estimated,
    source:
      "pumps, coolers and exchangers wear sooner than switchgear; low end is the 14 years of a whole facility in "
      + "https://epoch.ai/data-insights/ai-datacenter-cost-breakdown",
    low: 14, high: 20)
  package var buildingLifeYears = Quantity(
    30, unit: "years", basis: .estimated,
    source:
      "low end near the 14 years of a facility in the 1 GW model, high end the 39 years of United States tax: "
      + "https://www.realclear.ai/blog/the-three-year-clock-inside-the-thirty-year-building",
    low: 20, high: 39)
  package var connectionLifeYears = Quantity(
    40, unit: "years", basis: .estimated,
    source: "lines and substations of a grid last decades; no source was looked up",
    low: 30, high: 50)
  package var utilisation = Quantity(
    0.80, unit: "", basis: .estimated,
    source:
      "share of all GPU-hours that are sold or used, a planner's choice for a busy cluster; surveys find 0.2 to 0.7 "
      + "on ordinary ones: https://clockwork.io/blog/decoding-gpu-efficiency-part-1-the-flops-fallacy",
    low: 0.60, high: 0.95)

  /// The defaults.
  package init() {}

  package static let name = "ledger"
  package static let fields: [Field<LedgerAssumptions>] = [
    Field("storage_share_of_network_and_storage", \.storageShareOfNetworkAndStorage, 0...1),
    Field("electrical_share_of_shell", \.electricalShareOfShell, 0...0.5),
    Field("cooling_share_of_shell", \.coolingShareOfShell, 0...0.5),
    Field("connection_225kv_fixed_eur", \.connection225kVFixedEUR, 0...1e10),
    Field("connection_400kv_fixed_eur", \.connection400kVFixedEUR, 0...1e10),
    Field("connection_quota_eur_per_mw", \.connectionQuotaEURPerMW, 0...1e7),
    Field("connection_225kv_limit_mw", \.connection225kVLimitMW, 1...1_000),
    Field("connection_full_cost_from_mw", \.connectionFullCostFromMW, 0.1...1_000),
    Field("land_eur_per_ha", \.landEURPerHa, 0...1e9),
    Field("energy_eur_per_mwh", \.energyEURPerMWh, 0...10_000),
    Field("excise_eur_per_mwh", \.exciseEURPerMWh, 0...1_000),
    Field("upkeep_eur_per_it_mw_year", \.upkeepEURPerITMWYear, 0...1e8),
    Field("discount_rate", \.discountRate, 0...0.5),
    Field("it_life_years", \.itLifeYears, 1...100, whole: true),
    Field("electrical_life_years", \.electricalLifeYears, 1...100, whole: true),
    Field("cooling_life_years", \.coolingLifeYears, 1...100, whole: true),
    Field("building_life_years", \.buildingLifeYears, 1...200, whole: true),
    Field("connection_life_years", \.connectionLifeYears, 1...200, whole: true),
    Field("utilisation", \.utilisation, 0.01...1),
  ]
}
