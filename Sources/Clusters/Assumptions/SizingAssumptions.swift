// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// The numbers a sizing needs beside the hardware catalogue. Each is an assumption a planner may replace.
/// What each figure is, and where it is from, stands in `Defaults/sizing.toml`.
package struct SizingAssumptions: AssumptionSet {
  package var usdToEUR = Quantity.unread
  package var networkAndStorageShareOfSystemPrice = Quantity.unread
  package var networkAndStorageShareOfSystemPower = Quantity.unread
  package var shellCostEURPerITMW = Quantity.unread
  package var loadFactor = Quantity.unread
  package var referencePUE = Quantity.unread
  package var landMWPerHa = Quantity.unread
  package var whiteSpaceM2PerRack = Quantity.unread
  package var supportRackKW = Quantity.unread
  package var rackFootprintM2 = Quantity.unread
  package var cduCapacityKW = Quantity.unread
  package var supplyTemperatureC = Quantity.unread

  package init(unread: Void) {}

  package static let file = AssumptionFile<SizingAssumptions>(
    "assumptions", PackageResources.sizing_toml,
    [
      "usd_to_eur": \.usdToEUR,
      "network_and_storage_share_of_system_price": \.networkAndStorageShareOfSystemPrice,
      "network_and_storage_share_of_system_power": \.networkAndStorageShareOfSystemPower,
      "shell_eur_per_it_mw": \.shellCostEURPerITMW,
      "load_factor": \.loadFactor,
      "reference_pue": \.referencePUE,
      "land_mw_per_ha": \.landMWPerHa,
      "white_space_m2_per_rack": \.whiteSpaceM2PerRack,
      "support_rack_kw": \.supportRackKW,
      "rack_footprint_m2": \.rackFootprintM2,
      "cdu_capacity_kw": \.cduCapacityKW,
      "supply_temperature_c": \.supplyTemperatureC,
    ])

  /// The assumptions used where a planner states nothing, each with its source and, where known, its band.
  package static var defaults: SizingAssumptions { SizingAssumptions() }

  /// The table of a scenario that holds a field: the price of buildings stands among the prices.
  package static func table(of field: Field<SizingAssumptions>) -> String {
    field.name == "shell_eur_per_it_mw" ? "cost" : "hardware"
  }

  /// Every assumption under the key path that a scenario has for it, in order.
  package var stated: [NamedQuantity] {
    Self.fields.compactMap { field in
      field.figure(of: self).map {
        NamedQuantity(
          name: "\(Self.table(of: field)).\(field.name)", figure: $0, meaning: field.meaning)
      }
    }
  }
}
