// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// The numbers a sizing needs beside the hardware catalogue. Each is an assumption a planner may replace.
package struct SizingAssumptions: Sendable, Equatable, Codable {
  /// Euros per US dollar.
  package var usdToEUR: Quantity
  /// Cost of network and storage as a share of the price of the systems they serve.
  package var networkAndStorageShareOfSystemPrice: Quantity
  /// Power of network, storage and management as a share of the systems' power, where no published power of
  /// the scalable unit includes them.
  package var networkAndStorageShareOfSystemPower: Quantity
  /// Building with its electrical and cooling plant, EUR per MW of IT power.
  package var shellCostEURPerITMW: Quantity
  /// Average over provisioned IT power.
  package var loadFactor: Quantity
  /// PUE used where a figure may not depend on the site: the land of a block.
  package var referencePUE: Quantity
  /// Site power per hectare of land, MW/ha.
  package var landMWPerHa: Quantity
  /// White space of one rack with its share of the aisles, m2.
  package var whiteSpaceM2PerRack: Quantity
  /// Power of one network or storage rack, kW; gives the number of such racks.
  package var supportRackKW: Quantity
  /// Footprint of one rack, m2; gives the floor load.
  package var rackFootprintM2: Quantity
  /// Heat that one coolant distribution unit moves, kW.
  package var cduCapacityKW: Quantity
  /// Coolant supply temperature where the site states none, C.
  package var supplyTemperatureC: Quantity

  /// A full set of assumptions; start from `defaults` to replace a few.
  package init(
    usdToEUR: Quantity, networkAndStorageShareOfSystemPrice: Quantity,
    networkAndStorageShareOfSystemPower: Quantity, shellCostEURPerITMW: Quantity, loadFactor: Quantity,
    referencePUE: Quantity, landMWPerHa: Quantity, whiteSpaceM2PerRack: Quantity, supportRackKW: Quantity,
    rackFootprintM2: Quantity, cduCapacityKW: Quantity, supplyTemperatureC: Quantity
  ) {
    self.usdToEUR = usdToEUR
    self.networkAndStorageShareOfSystemPrice = networkAndStorageShareOfSystemPrice
    self.networkAndStorageShareOfSystemPower = networkAndStorageShareOfSystemPower
    self.shellCostEURPerITMW = shellCostEURPerITMW
    self.loadFactor = loadFactor
    self.referencePUE = referencePUE
    self.landMWPerHa = landMWPerHa
    self.whiteSpaceM2PerRack = whiteSpaceM2PerRack
    self.supportRackKW = supportRackKW
    self.rackFootprintM2 = rackFootprintM2
    self.cduCapacityKW = cduCapacityKW
    self.supplyTemperatureC = supplyTemperatureC
  }

  /// Every assumption under the key that sets it, in a fixed order.
  package var named: [NamedQuantity] {
    [
      NamedQuantity(name: "usd_to_eur", figure: usdToEUR),
      NamedQuantity(
        name: "network_and_storage_share_of_system_price", figure: networkAndStorageShareOfSystemPrice),
      NamedQuantity(
        name: "network_and_storage_share_of_system_power", figure: networkAndStorageShareOfSystemPower),
      NamedQuantity(name: "shell_cost_eur_per_it_mw", figure: shellCostEURPerITMW),
      NamedQuantity(name: "load_factor", figure: loadFactor),
      NamedQuantity(name: "reference_pue", figure: referencePUE),
      NamedQuantity(name: "land_mw_per_ha", figure: landMWPerHa),
      NamedQuantity(name: "white_space_m2_per_rack", figure: whiteSpaceM2PerRack),
      NamedQuantity(name: "support_rack_kw", figure: supportRackKW),
      NamedQuantity(name: "rack_footprint_m2", figure: rackFootprintM2),
      NamedQuantity(name: "cdu_capacity_kw", figure: cduCapacityKW),
      NamedQuantity(name: "supply_temperature_c", figure: supplyTemperatureC),
    ]
  }

  /// The assumptions with their prices at a level; the share of network and storage is one of a price.
  package func priced(at level: PriceLevel) -> SizingAssumptions {
    var priced = self
    priced.usdToEUR = usdToEUR.priced(at: level)
    priced.networkAndStorageShareOfSystemPrice = networkAndStorageShareOfSystemPrice.priced(at: level)
    priced.shellCostEURPerITMW = shellCostEURPerITMW.priced(at: level)
    return priced
  }

  /// Every fault: wrong unit, not finite, out of a sane range, crossed band. Empty for a sound set. The
  /// `owner` of each finding is `assumptions`; its key is the one in `named`.
  package func findings() -> [HardwareFinding] {
    var check = QuantityCheck(owner: "assumptions")
    check.check("usd_to_eur", usdToEUR, unit: "EUR/USD", 0.1...10)
    check.check(
      "network_and_storage_share_of_system_price", networkAndStorageShareOfSystemPrice, unit: "", 0...3)
    check.check(
      "network_and_storage_share_of_system_power", networkAndStorageShareOfSystemPower, unit: "", 0...3)
    check.check("shell_cost_eur_per_it_mw", shellCostEURPerITMW, unit: "EUR/MW", 0...1_000_000_000)
    check.check("load_factor", loadFactor, unit: "", 0.01...1)
    check.check("reference_pue", referencePUE, unit: "", SiteConditions.pueRange)
    check.check("land_mw_per_ha", landMWPerHa, unit: "MW/ha", 0.01...1_000)
    check.check("white_space_m2_per_rack", whiteSpaceM2PerRack, unit: "m2", 0.1...1_000)
    check.check("support_rack_kw", supportRackKW, unit: "kW", 0.1...1_000)
    check.check("rack_footprint_m2", rackFootprintM2, unit: "m2", 0.1...100)
    check.check("cdu_capacity_kw", cduCapacityKW, unit: "kW", 1...100_000)
    check.check("supply_temperature_c", supplyTemperatureC, unit: "C", CoolantFlowRule.supplyRangeC)
    return check.findings
  }
}
