// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import Quantities

/// Figures behind the site inputs that are computed from what layers give: free cooling, hazards, price of a
/// connection, latency.
package struct DerivedInputParameters: Sendable, Equatable, Codable {
  /// Annual mean of daily maxima below which a site is of free-cooling class A, in degC.
  package var freeCoolingABelowC: Quantity
  /// Annual mean of daily maxima below which a site is of class B at least, in degC.
  package var freeCoolingBBelowC: Quantity
  /// Annual mean of daily maxima below which a site is of class C at least, in degC; D otherwise.
  package var freeCoolingCBelowC: Quantity
  /// Share of the price of a building that each seismic zone above the first adds.
  package var seismicCostSharePerZone: Quantity
  /// Share of the price of a building that each flood class above the first adds.
  package var floodCostSharePerClass: Quantity
  /// Share of the price of a building that each forest-fire class above the first adds.
  package var fireCostSharePerClass: Quantity
  /// Power at which the prices of connections are compared, in MW.
  package var connectionReferenceMW: Quantity
  /// Length of fibre over straight distance.
  package var fibreRouteFactor: Quantity
  /// Speed of light in vacuum over that in fibre.
  package var fibreGroupIndex: Quantity

  /// Figures behind the site inputs that are computed from what layers give.
  package init(
    freeCoolingABelowC: Quantity, freeCoolingBBelowC: Quantity, freeCoolingCBelowC: Quantity,
    seismicCostSharePerZone: Quantity, floodCostSharePerClass: Quantity, fireCostSharePerClass: Quantity,
    connectionReferenceMW: Quantity, fibreRouteFactor: Quantity, fibreGroupIndex: Quantity
  ) {
    self.freeCoolingABelowC = freeCoolingABelowC
    self.freeCoolingBBelowC = freeCoolingBBelowC
    self.freeCoolingCBelowC = freeCoolingCBelowC
    self.seismicCostSharePerZone = seismicCostSharePerZone
    self.floodCostSharePerClass = floodCostSharePerClass
    self.fireCostSharePerClass = fireCostSharePerClass
    self.connectionReferenceMW = connectionReferenceMW
    self.fibreRouteFactor = fibreRouteFactor
    self.fibreGroupIndex = fibreGroupIndex
  }

  /// All figures with the keys under which a scenario sets them.
  package var named: [NamedQuantity] {
    [
      NamedQuantity(name: "free_cooling_a_below_c", figure: freeCoolingABelowC),
      NamedQuantity(name: "free_cooling_b_below_c", figure: freeCoolingBBelowC),
      NamedQuantity(name: "free_cooling_c_below_c", figure: freeCoolingCBelowC),
      NamedQuantity(name: "seismic_cost_share_per_zone", figure: seismicCostSharePerZone),
      NamedQuantity(name: "flood_cost_share_per_class", figure: floodCostSharePerClass),
      NamedQuantity(name: "fire_cost_share_per_class", figure: fireCostSharePerClass),
      NamedQuantity(name: "connection_reference_mw", figure: connectionReferenceMW),
      NamedQuantity(name: "fibre_route_factor", figure: fibreRouteFactor),
      NamedQuantity(name: "fibre_group_index", figure: fibreGroupIndex),
    ]
  }
}
