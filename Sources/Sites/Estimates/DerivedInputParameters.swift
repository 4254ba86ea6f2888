// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Figures behind the site inputs that are computed from what layers give: free cooling, hazards, price of a
/// connection, latency.
package struct DerivedInputParameters: FieldSet, Equatable, Codable {
  /// Annual mean of daily maxima below which a site is of free-cooling class A, in degC.
  package var freeCoolingABelowC = Quantity(15.8, unit: "degC", basis: .derived, source: stations)
  /// Annual mean of daily maxima below which a site is of class B at least, in degC.
  package var freeCoolingBBelowC = Quantity(16.8, unit: "degC", basis: .derived, source: stations)
  /// Annual mean of daily maxima below which a site is of class C at least, in degC; D otherwise.
  package var freeCoolingCBelowC = Quantity(18.25, unit: "degC", basis: .derived, source: stations)
  // A study of housing puts the rules at 0.5 to 1.5 % of a low building, which zones 2 to 4 share out
  // here. They touch the structure and not the plant in it: a few per mille of the whole at the low end,
  // 3 to 5 % in the Alps at the high end.
  /// Share of the price of a building that each seismic zone above the first adds.
  package var seismicCostSharePerZone = Quantity(
    0.005, unit: "", basis: .estimated,
    source: "0.5 to 1.5 % of a building of three or four storeys (study by CSTB, "
      + "https://paperblog.fr/4502222/quel-est-l-impact-de-la-nouvelle-reglementation-sur-le-cout-de-la-"
      + "construction/amp), spread over zones 2 to 4; ends: a few per mille "
      + "(http://www.prim.net/6-8-2/), 3 to 5 % "
      + "(http://lessor.fr/nouvelle-r-glementation-sismique-le-co-t-pour-le-constructeur-6865.html)",
    low: 0.001, high: 0.0167)
  /// Share of the price of a building that each flood class above the first adds.
  package var floodCostSharePerClass = Quantity(0, unit: "", basis: .estimated, source: notUsable)
  /// Share of the price of a building that each forest-fire class above the first adds.
  package var fireCostSharePerClass = Quantity(0, unit: "", basis: .estimated, source: notUsable)
  /// Power at which the prices of connections are compared, in MW.
  package var connectionReferenceMW = Quantity(
    100, unit: "MW", basis: .estimated,
    source: "planner's choice: the usual power at 225 kV, as in power_225kv_mw", low: 50, high: 200)
  /// Length of fibre over straight distance.
  package var fibreRouteFactor = Quantity(
    1.5, unit: "", basis: .estimated,
    source: "between 1.3 along the shortest conduits and 2.1 measured on the Internet, medians of "
      + "https://arxiv.org/abs/1811.10737; ITU-T Y.1541 plans with 1.5 for routes under 1,000 km (not read again)",
    low: 1.3, high: 2.1)
  // 204,218 km/s.
  /// Speed of light in vacuum over that in fibre.
  package var fibreGroupIndex = Quantity(
    1.468, unit: "", basis: .derived,
    source: "rounded mean of data sheets of single-mode fibre: 1.466 and 1.467 (G.652.D, "
      + "http://hnkoptic.com/indexbda3.html), 1.468 and 1.469 (G.657, http://hnkoptic.com/index9d35.html)",
    low: 1.466, high: 1.469)

  private static let stations =
    "quartiles of the annual means of daily maxima at 95 towns, geodata/source/climate_normals.csv"
  private static let notUsable =
    "planner's choice: the class is that of a departement and says nothing of a plot; no usable figure found"

  /// The figures used where a scenario states none, each with its source and, where known, its band.
  package init() {}

  package static let fields: [Field<DerivedInputParameters>] = [
    Field(
      "free_cooling_a_below_c", \.freeCoolingABelowC, unit: "degC", .from(-30, to: 40), required: false,
      meaning: "Annual mean of daily maxima below which a site is of free-cooling class A."),
    Field(
      "free_cooling_b_below_c", \.freeCoolingBBelowC, unit: "degC", .from(-30, to: 40), required: false,
      meaning: "Annual mean of daily maxima below which a site is of class B at least."),
    Field(
      "free_cooling_c_below_c", \.freeCoolingCBelowC, unit: "degC", .from(-30, to: 40), required: false,
      meaning: "Annual mean of daily maxima below which a site is of class C at least, else of D."),
    Field(
      "seismic_cost_share_per_zone", \.seismicCostSharePerZone, unit: "", .upTo(0.1), required: false,
      price: true,
      meaning: "Share of the price of a building that each seismic zone above the first adds."),
    Field(
      "flood_cost_share_per_class", \.floodCostSharePerClass, unit: "", .upTo(0.1), required: false,
      price: true,
      meaning: "Share of the price of a building that each flood class above the first adds."),
    Field(
      "fire_cost_share_per_class", \.fireCostSharePerClass, unit: "", .upTo(0.1), required: false,
      price: true,
      meaning: "Share of the price of a building that each forest-fire class above the first adds."),
    Field(
      "connection_reference_mw", \.connectionReferenceMW, unit: "MW", .positive(upTo: 20_000),
      required: false,
      meaning: "Power at which the prices of connections are compared."),
    Field(
      "fibre_route_factor", \.fibreRouteFactor, unit: "", .from(1, to: 10), required: false,
      meaning: "Length of fibre over straight distance."),
    Field(
      "fibre_group_index", \.fibreGroupIndex, unit: "", .from(1, to: 3), required: false,
      meaning: "Speed of light in vacuum over that in fibre."),
  ]
}
