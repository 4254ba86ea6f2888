// SPDX-License-Identifier: GPL-3.0-or-later

package import Figures

/// The numbers a sizing needs beside the hardware catalogue. Each is an assumption a planner may replace.
package struct SizingAssumptions: Sendable, Equatable, Codable {
  /// Euros per US dollar.
  package var usdToEUR: Figure
  /// Cost of network and storage as a share of the price of the systems they serve.
  package var networkAndStorageShareOfSystemPrice: Figure
  /// Power of network, storage and management as a share of the systems' power, where no published power of
  /// the scalable unit includes them.
  package var networkAndStorageShareOfSystemPower: Figure
  /// Building with its electrical and cooling plant, EUR per MW of IT power.
  package var shellCostEURPerITMW: Figure
  /// Average over provisioned IT power.
  package var loadFactor: Figure
  /// PUE used where a figure may not depend on the site: the land of a block.
  package var referencePUE: Figure
  /// Site power per hectare of land, MW/ha.
  package var landMWPerHa: Figure
  /// White space of one rack with its share of the aisles, m2.
  package var whiteSpaceM2PerRack: Figure
  /// Power of one network or storage rack, kW; gives the number of such racks.
  package var supportRackKW: Figure
  /// Footprint of one rack, m2; gives the floor load.
  package var rackFootprintM2: Figure
  /// Heat that one coolant distribution unit moves, kW.
  package var cduCapacityKW: Figure
  /// Coolant supply temperature where the site states none, C.
  package var supplyTemperatureC: Figure

  /// A full set of assumptions; start from `defaults` to replace a few.
  package init(
    usdToEUR: Figure, networkAndStorageShareOfSystemPrice: Figure,
    networkAndStorageShareOfSystemPower: Figure, shellCostEURPerITMW: Figure, loadFactor: Figure,
    referencePUE: Figure, landMWPerHa: Figure, whiteSpaceM2PerRack: Figure, supportRackKW: Figure,
    rackFootprintM2: Figure, cduCapacityKW: Figure, supplyTemperatureC: Figure
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
  package var named: [NamedFigure] {
    [
      NamedFigure(name: "usd_to_eur", figure: usdToEUR),
      NamedFigure(
        name: "network_and_storage_share_of_system_price", figure: networkAndStorageShareOfSystemPrice),
      NamedFigure(
        name: "network_and_storage_share_of_system_power", figure: networkAndStorageShareOfSystemPower),
      NamedFigure(name: "shell_cost_eur_per_it_mw", figure: shellCostEURPerITMW),
      NamedFigure(name: "load_factor", figure: loadFactor),
      NamedFigure(name: "reference_pue", figure: referencePUE),
      NamedFigure(name: "land_mw_per_ha", figure: landMWPerHa),
      NamedFigure(name: "white_space_m2_per_rack", figure: whiteSpaceM2PerRack),
      NamedFigure(name: "support_rack_kw", figure: supportRackKW),
      NamedFigure(name: "rack_footprint_m2", figure: rackFootprintM2),
      NamedFigure(name: "cdu_capacity_kw", figure: cduCapacityKW),
      NamedFigure(name: "supply_temperature_c", figure: supplyTemperatureC),
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
    var check = FigureCheck(owner: "assumptions")
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
