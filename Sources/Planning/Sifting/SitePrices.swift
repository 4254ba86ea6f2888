// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

/// What every site is worth at the prices that the rows between sites have in a relaxation.
///
/// With prices `y` of these rows a site stands alone: its blocks cost `r = c - y a`, and power at its best is
/// worth `l = min(0, min r / MW)` a MW; a connection of capacity `P` then costs `f + l P` with `f` its own
/// reduced cost, and the least over the connections is what using the site changes. What it puts on
/// substations counts at most what that could gain. These prices are multipliers of the site's own rows, so
/// they prove a bound for the whole model without any of these rows having been in a relaxation.
struct SitePrices {
  /// What using a site costs at least beyond the relaxation, in units of the objective; negative where using
  /// it pays.
  private(set) var use: [Double]
  /// Price of a MW of each site, at most 0.
  private(set) var power: [Double]
  /// Price of each site's one connection, at most 0.
  private(set) var choice: [Double]

  init(_ sifted: SiftedModel, multipliers: [Double]) {
    let sites = sifted.connections.count
    use = [Double](repeating: .infinity, count: sites)
    power = [Double](repeating: 0, count: sites)
    choice = [Double](repeating: 0, count: sites)
    for site in 0..<sites where sifted.powerRow[site] >= 0 {
      let row = sifted.powerRow[site]
      var price = 0.0
      for column in sifted.blocks[site] {
        let megawatts = sifted.coefficient(column, inRow: row)
        if megawatts > 0 { price = min(price, sifted.reducedCost(column, multipliers) / megawatts) }
      }
      power[site] = price
      // A limit on a substation makes its columns cost; only a least amount on one could make them gain.
      var gain = 0.0
      for column in sifted.connected[site] {
        gain += min(0, sifted.reducedCost(column, multipliers)) * sifted.model.columnUpper[column]
      }
      for column in sifted.connections[site] {
        // In the row of the power a connection stands with minus its capacity.
        let cost = sifted.reducedCost(column, multipliers) - price * sifted.coefficient(column, inRow: row)
        use[site] = min(use[site], cost + gain)
      }
      if sifted.choiceRow[site] >= 0 { choice[site] = min(0, use[site]) }
    }
  }
}
