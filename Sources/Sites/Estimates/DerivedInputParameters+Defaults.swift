// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension DerivedInputParameters {
  /// The figures used where a scenario states none, each with its source and, where known, its band.
  package static let defaults: DerivedInputParameters = {
    let stations =
      "quartiles of the annual means of daily maxima at 95 towns, geodata/source/climate_normals.csv"
    let notUsable =
      "planner's choice: the class is that of a departement and says nothing of a plot; no usable figure found"
    return DerivedInputParameters(
      freeCoolingABelowC: Quantity(15.8, unit: "degC", basis: .derived, source: stations),
      freeCoolingBBelowC: Quantity(16.8, unit: "degC", basis: .derived, source: stations),
      freeCoolingCBelowC: Quantity(18.25, unit: "degC", basis: .derived, source: stations),
      // A study of housing puts the rules at 0.5 to 1.5 % of a low building, which zones 2 to 4 share out
      // here. They touch the structure and not the plant in it: a few per mille of the whole at the low end,
      // 3 to 5 % in the Alps at the high end.
      seismicCostSharePerZone: Quantity(
        0.005, unit: "", basis: .estimated,
        source: "0.5 to 1.5 % of a building of three or four storeys (study by CSTB, "
          + "https://paperblog.fr/4502222/quel-est-l-impact-de-la-nouvelle-reglementation-sur-le-cout-de-la-"
          + "construction/amp), spread over zones 2 to 4; ends: a few per mille "
          + "(http://www.prim.net/6-8-2/), 3 to 5 % "
          + "(http://lessor.fr/nouvelle-r-glementation-sismique-le-co-t-pour-le-constructeur-6865.html)",
        low: 0.001, high: 0.0167),
      floodCostSharePerClass: Quantity(0, unit: "", basis: .estimated, source: notUsable),
      fireCostSharePerClass: Quantity(0, unit: "", basis: .estimated, source: notUsable),
      connectionReferenceMW: Quantity(
        100, unit: "MW", basis: .estimated,
        source: "planner's choice: the usual power at 225 kV, as in power_225kv_mw", low: 50, high: 200),
      fibreRouteFactor: Quantity(
        1.5, unit: "", basis: .estimated,
        source: "between 1.3 along the shortest conduits and 2.1 measured on the Internet, medians of "
          + "https://arxiv.org/abs/1811.10737; ITU-T Y.1541 plans with 1.5 for routes under 1,000 km (not read again)",
        low: 1.3, high: 2.1),
      // 204,218 km/s.
      fibreGroupIndex: Quantity(
        1.468, unit: "", basis: .derived,
        source: "rounded mean of data sheets of single-mode fibre: 1.466 and 1.467 (G.652.D, "
          + "http://hnkoptic.com/indexbda3.html), 1.468 and 1.469 (G.657, http://hnkoptic.com/index9d35.html)",
        low: 1.466, high: 1.469))
  }()
}
