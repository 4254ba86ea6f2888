// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import Figures

/// Figures behind the site inputs that are computed from what layers give: free cooling, hazards, price of a
/// connection, latency.
package struct DerivedInputParameters: Sendable, Equatable, Codable {
  /// Annual mean of daily maxima below which a site is of free-cooling class A, in degC.
  package var freeCoolingABelowC: Figure
  /// Annual mean of daily maxima below which a site is of class B at least, in degC.
  package var freeCoolingBBelowC: Figure
  /// Annual mean of daily maxima below which a site is of class C at least, in degC; D otherwise.
  package var freeCoolingCBelowC: Figure
  /// Share of the price of a building that each seismic zone above the first adds.
  package var seismicCostSharePerZone: Figure
  /// Share of the price of a building that each flood class above the first adds.
  package var floodCostSharePerClass: Figure
  /// Share of the price of a building that each forest-fire class above the first adds.
  package var fireCostSharePerClass: Figure
  /// Power at which the prices of connections are compared, in MW.
  package var connectionReferenceMW: Figure
  /// Length of fibre over straight distance.
  package var fibreRouteFactor: Figure
  /// Speed of light in vacuum over that in fibre.
  package var fibreGroupIndex: Figure

  /// Figures behind the site inputs that are computed from what layers give.
  package init(
    freeCoolingABelowC: Figure, freeCoolingBBelowC: Figure, freeCoolingCBelowC: Figure,
    seismicCostSharePerZone: Figure, floodCostSharePerClass: Figure, fireCostSharePerClass: Figure,
    connectionReferenceMW: Figure, fibreRouteFactor: Figure, fibreGroupIndex: Figure
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
  package var named: [NamedFigure] {
    [
      NamedFigure(name: "free_cooling_a_below_c", figure: freeCoolingABelowC),
      NamedFigure(name: "free_cooling_b_below_c", figure: freeCoolingBBelowC),
      NamedFigure(name: "free_cooling_c_below_c", figure: freeCoolingCBelowC),
      NamedFigure(name: "seismic_cost_share_per_zone", figure: seismicCostSharePerZone),
      NamedFigure(name: "flood_cost_share_per_class", figure: floodCostSharePerClass),
      NamedFigure(name: "fire_cost_share_per_class", figure: fireCostSharePerClass),
      NamedFigure(name: "connection_reference_mw", figure: connectionReferenceMW),
      NamedFigure(name: "fibre_route_factor", figure: fibreRouteFactor),
      NamedFigure(name: "fibre_group_index", figure: fibreGroupIndex),
    ]
  }
}
