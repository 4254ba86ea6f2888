// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
import Sites

extension SitingParameters {
  /// The parameters with their prices at a level, so that the figures a plan is made of are the figures that
  /// it states: connections, energy and its excise, fixed operation and maintenance, and what natural hazards
  /// add to the price of a building.
  package func priced(at level: PriceLevel) -> SitingParameters {
    var priced = self
    for index in grid.connections.indices {
      let connection = grid.connections[index]
      priced.grid.connections[index].fixedEUR = connection.fixedEUR.priced(at: level)
      priced.grid.connections[index].eurPerKm = connection.eurPerKm.priced(at: level)
      priced.grid.connections[index].eurPerMW = connection.eurPerMW.priced(at: level)
    }
    priced.costs.energyEURPerMWh = costs.energyEURPerMWh.priced(at: level)
    priced.costs.exciseEURPerMWh = costs.exciseEURPerMWh.priced(at: level)
    priced.costs.fixedOpexEURPerITMWYear = costs.fixedOpexEURPerITMWYear.priced(at: level)
    let hazards = estimates.derivedInputs
    priced.estimates.derivedInputs.seismicCostSharePerZone = hazards.seismicCostSharePerZone.priced(at: level)
    priced.estimates.derivedInputs.floodCostSharePerClass = hazards.floodCostSharePerClass.priced(at: level)
    priced.estimates.derivedInputs.fireCostSharePerClass = hazards.fireCostSharePerClass.priced(at: level)
    return priced
  }
}
