// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// Keys of `[estimates]` behind the site inputs that are computed from what layers give. Each may be left
/// out, and then has the value of `DerivedInputParameters.defaults`.
struct DerivedInputsBlock {
  var parameters = DerivedInputParameters.defaults

  init(_ table: ConfigTable) {
    var values = DerivedInputParameters.defaults
    func set(_ path: WritableKeyPath<DerivedInputParameters, Quantity>, _ key: String, _ range: NumberRange) {
      let unit = values[keyPath: path].unit
      if let figure = table.figure(key, unit: unit, range, .optional) { values[keyPath: path] = figure }
    }
    let degrees = NumberRange.from(-30, to: 40)
    set(\.freeCoolingABelowC, "free_cooling_a_below_c", degrees)
    set(\.freeCoolingBBelowC, "free_cooling_b_below_c", degrees)
    set(\.freeCoolingCBelowC, "free_cooling_c_below_c", degrees)
    set(\.seismicCostSharePerZone, "seismic_cost_share_per_zone", .upTo(0.1))
    set(\.floodCostSharePerClass, "flood_cost_share_per_class", .upTo(0.1))
    set(\.fireCostSharePerClass, "fire_cost_share_per_class", .upTo(0.1))
    set(\.connectionReferenceMW, "connection_reference_mw", .positive(upTo: 20_000))
    set(\.fibreRouteFactor, "fibre_route_factor", .from(1, to: 10))
    set(\.fibreGroupIndex, "fibre_group_index", .from(1, to: 3))
    let limits = [
      ("free_cooling_a_below_c", values.freeCoolingABelowC),
      ("free_cooling_b_below_c", values.freeCoolingBBelowC),
      ("free_cooling_c_below_c", values.freeCoolingCBelowC),
    ]
    for (cooler, warmer) in zip(limits, limits.dropFirst()) where cooler.1.value > warmer.1.value {
      // The fault is shown at a key that stands in the file.
      let key = table.node(cooler.0) == nil ? warmer.0 : cooler.0
      guard let node = table.node(key) else { continue }
      table.finding(
        key, node,
        "makes \(cooler.0) = \(cooler.1.value) lie above \(warmer.0) = \(warmer.1.value)",
        hint: "classes A to D go from cool to warm")
    }
    parameters = values
  }
}
