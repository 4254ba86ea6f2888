// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// The numbers a sizing needs beside the hardware catalogue. Each is an assumption a planner may replace.
package struct SizingAssumptions: FieldSet, Equatable, Codable {
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
  package static let fields: [Field<SizingAssumptions>] = [
    Field("usd_to_eur", \.usdToEUR, unit: "EUR/USD", .from(0.1, to: 10), required: false),
    Field(
      "network_and_storage_share_of_system_price", \.networkAndStorageShareOfSystemPrice, unit: "",
      .upTo(3), required: false, price: true),
    Field(
      "network_and_storage_share_of_system_power", \.networkAndStorageShareOfSystemPower, unit: "",
      .upTo(3), required: false),
    shell,
    Field("load_factor", \.loadFactor, unit: "", .from(0.01, to: 1), required: false),
    Field("reference_pue", \.referencePUE, unit: "", .from(1, to: 3), required: false),
    Field("land_mw_per_ha", \.landMWPerHa, unit: "MW/ha", .from(0.01, to: 1_000), required: false),
    Field(
      "white_space_m2_per_rack", \.whiteSpaceM2PerRack, unit: "m2", .from(0.1, to: 1_000), required: false),
    Field("support_rack_kw", \.supportRackKW, unit: "kW", .from(0.1, to: 1_000), required: false),
    Field("rack_footprint_m2", \.rackFootprintM2, unit: "m2", .from(0.1, to: 100), required: false),
    Field("cdu_capacity_kw", \.cduCapacityKW, unit: "kW", .from(1, to: 100_000), required: false),
    Field(
      "supply_temperature_c", \.supplyTemperatureC, unit: "C",
      .from(CoolantFlowRule.supplyRangeC.lowerBound, to: CoolantFlowRule.supplyRangeC.upperBound),
      required: false),
  ]

  /// The price of buildings, which a scenario states among its prices.
  private static let shell = Field(
    "shell_eur_per_it_mw", \SizingAssumptions.shellCostEURPerITMW, unit: "EUR/MW",
    .upTo(1_000_000_000), required: false)

  /// The table of a scenario that holds a field.
  package static func table(of field: Field<SizingAssumptions>) -> String {
    field.name == shell.name ? "cost" : "hardware"
  }

  /// Every assumption under the key path that a scenario has for it, in order.
  package var stated: [NamedQuantity] {
    Self.fields.compactMap { field in
      field.figure(of: self).map {
        NamedQuantity(name: "\(Self.table(of: field)).\(field.name)", figure: $0)
      }
    }
  }

  /// Every fault: wrong unit, not finite, out of a sane range, crossed band. Empty for a sound set. The
  /// `owner` of each finding is `assumptions`; its key is the name of the field.
  package func findings() -> [HardwareFinding] { findings(owner: "assumptions") }
}
