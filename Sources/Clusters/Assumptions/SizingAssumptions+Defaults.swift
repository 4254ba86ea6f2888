// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension SizingAssumptions {
  /// The assumptions used where a planner states nothing, each with its source and, where known, its band.
  package static let defaults = SizingAssumptions(
    // Two daily reference rates, 1.1658 and 1.1665 USD per EUR, give 0.858. The band is what the last years
    // saw: 1.20 USD per EUR and 1.04. A plan spends over several years, so the rate is an estimate whatever
    // today's is.
    usdToEUR: Quantity(
      0.86, unit: "EUR/USD", basis: .estimated,
      source: "rounded from the ECB reference rate of 0.8578 in https://utroruse.com/article/1146045",
      low: 0.83, high: 0.96),
    // Bernstein's USD 5.9 M for a GB200 NVL72 rack all in, 3.4 M of it hardware: network is 13 % of the
    // whole, of which network cards, accelerators and copper, 2 to 3 % each, sit in the rack and its price.
    // Outside stay switches (3 %), the rest with optics (2.5 %) and storage (1.4 %): 6.9 % of 5.9 M over 3.4
    // M. Low: without optics. High: 5 M all in over 3.5 M.
    networkAndStorageShareOfSystemPrice: Quantity(
      0.12, unit: "", basis: .estimated,
      source: "what stands outside the rack in the cost split of "
        + "https://ng.investing.com/news/stock-market-news/"
        + "how-much-does-a-gw-of-data-center-capacity-actually-cost-2169144",
      low: 0.08, high: 0.43),
    // 0.136: NVIDIA's 1.2 MW per GB200 unit over eight racks of 132 kW. Low: twelve Q3400 switches of 7.0 kW
    // beside 72 DGX B300 of 15 kW, compute fabric alone. High: 22 kW of support rack per 132 kW rack in a
    // third-party study.
    networkAndStorageShareOfSystemPower: Quantity(
      0.14, unit: "", basis: .estimated,
      source: "1.2 MW per unit of eight 132 kW racks: https://docs.nvidia.com/dgx-superpod/"
        + "reference-architecture-scalable-infrastructure-gb200/latest/dgx-superpod-architecture.html",
      low: 0.08, high: 0.17),
    // French anchors: La Courneuve over EUR 1 bn for 85 MW (11.8 M/MW), Cambrai EUR 10 bn for 1 GW (10 M/MW).
    // Turner & Townsend 2025, USD per W: Zurich 14.2, London 12.0, Frankfurt 11.6; Paris was not found.
    shellCostEURPerITMW: Quantity(
      12_000_000, unit: "EUR/MW", basis: .estimated,
      source: "between La Courneuve (https://www.revolution-energetique.com/le-reseau-electrique-francais-"
        + "va-t-il-crouler-sous-le-poids-de-lintelligence-artificielle/), Cambrai (https://motsactu.com/news/"
        + "data-centers-et-intelligence-artificielle-la-course-au-gigan-376aa2) and European cities "
        + "(https://www.cremediaeurope.com/news/ai-boom-strains-data-centre-construction-costs-rise~0QkR7oHK/)",
      low: 10_000_000, high: 14_000_000),
    // Training ran at 76 % of the 10.2 kW rating of a Hopper server; no Blackwell measurement was found.
    loadFactor: Quantity(
      0.78, unit: "", basis: .estimated,
      source: "0.76 measured for training on Hopper (https://arxiv.org/abs/2506.14551), raised for overheads",
      low: 0.76, high: 0.80),
    referencePUE: Quantity(
      1.15, unit: "", basis: .estimated,
      source: "direct liquid cooling, 1.10 central and 1.15: "
        + "https://research-viewer.pages.dev/orbital-ai-datacenters-3/pages/terrestrial-pue/",
      low: 1.10, high: 1.25),
    // Lisses 240 MW on 13.7 ha (17.5), Fouju 1,400 on 87 (16.1), Cambrai 1,000 on 200 (5.0), Abilene 1,200 on
    // 354 (3.4). The band is that of the French sites.
    landMWPerHa: Quantity(
      10.55, unit: "MW/ha", basis: .derived,
      source:
        "median of Lisses (https://www.journaldunet.com/web-tech/cloud/1506379-info-jdn-cloudhq-veut-eriger-"
        + "le-plus-grand-datacenter-de-france/), Fouju, Cambrai and Abilene, site MW over site ha",
      low: 5.0, high: 17.5),
    whiteSpaceM2PerRack: Quantity(
      3.0, unit: "m2", basis: .estimated,
      source: "0.72 m2 of rack with its share of aisles and clearances; no published value found",
      low: 2.5, high: 3.0),
    supportRackKW: Quantity(
      22, unit: "kW", basis: .estimated,
      source: "a third-party reference design of 48 racks of 132 kW with 48 racks of 22 kW beside them"),
    rackFootprintM2: Quantity(
      0.72, unit: "m2", basis: .estimated,
      source: "0.6 m by 1.2 m, the common footprint of a deep rack; no published drawing found"),
    // Other sizes: Vertiv XDU1350 1,368 kW, Supermicro in-row 1,800 kW, in-rack units 121 to 250 kW.
    cduCapacityKW: Quantity(
      1_300, unit: "kW", basis: .published,
      source: "in-row unit for up to eight NVL72 racks: "
        + "https://www.hpe.com/us/en/collaterals/collateral.a50009244enw.html",
      low: 121, high: 1_800),
    // 40 C can be made from outside air by dry coolers on all but the hottest French days.
    supplyTemperatureC: Quantity(
      40, unit: "C", basis: .estimated,
      source: "planner's choice within the published flow points, 25 to 45 C", low: 25, high: 45)
  )
}
