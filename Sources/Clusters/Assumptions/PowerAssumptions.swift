// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// What the power chain rests on beside the design.
/// What each figure is, and where it is from, stands in `Defaults/power.toml`.
package struct PowerAssumptions: AssumptionSet {
  package var upsEfficiency = Quantity.unread
  package var upsShare = Quantity.unread
  package var distributionEfficiency = Quantity.unread
  package var transformerEfficiency = Quantity.unread
  package var hvTransformerEfficiency = Quantity.unread
  package var shelfEfficiency = Quantity.unread
  package var peakFactor = Quantity.unread
  package var powerFactor = Quantity.unread
  package var upsModuleMW = Quantity.unread
  package var spareGroup = Quantity.unread
  package var transformerMVA = Quantity.unread
  package var capacity225MW = Quantity.unread
  package var substationMW = Quantity.unread
  package var hvTransformerMVA = Quantity.unread
  package var mainTransformerMVA = Quantity.unread
  package var mediumVoltageKV = Quantity.unread
  package var backupShare = Quantity.unread
  package var generatorMW = Quantity.unread
  package var fuelHours = Quantity.unread
  package var fuelLPerMWh = Quantity.unread
  package var rackVoltageV = Quantity.unread
  package var feedDerate = Quantity.unread
  package var rackPowerFactor = Quantity.unread
  package var upsEURPerMW = Quantity.unread
  package var generatorEURPerMW = Quantity.unread
  package var hvTransformerEURPerMVA = Quantity.unread
  package var transformerEURPerMVA = Quantity.unread
  package var feedEUR = Quantity.unread

  package init(unread: Void) {}

  package static let file = AssumptionFile<PowerAssumptions>(
    "power", PackageResources.power_toml,
    [
      "ups_efficiency": \.upsEfficiency,
      "ups_share": \.upsShare,
      "distribution_efficiency": \.distributionEfficiency,
      "transformer_efficiency": \.transformerEfficiency,
      "hv_transformer_efficiency": \.hvTransformerEfficiency,
      "shelf_efficiency": \.shelfEfficiency,
      "peak_factor": \.peakFactor,
      "power_factor": \.powerFactor,
      "ups_module_mw": \.upsModuleMW,
      "spare_group": \.spareGroup,
      "transformer_mva": \.transformerMVA,
      "capacity_225kv_mw": \.capacity225MW,
      "substation_mw": \.substationMW,
      "hv_transformer_mva": \.hvTransformerMVA,
      "main_transformer_mva": \.mainTransformerMVA,
      "medium_voltage_kv": \.mediumVoltageKV,
      "backup_share": \.backupShare,
      "generator_mw": \.generatorMW,
      "fuel_h": \.fuelHours,
      "fuel_l_per_mwh": \.fuelLPerMWh,
      "rack_voltage_v": \.rackVoltageV,
      "feed_derate": \.feedDerate,
      "rack_power_factor": \.rackPowerFactor,
      "ups_eur_per_mw": \.upsEURPerMW,
      "generator_eur_per_mw": \.generatorEURPerMW,
      "hv_transformer_eur_per_mva": \.hvTransformerEURPerMVA,
      "transformer_eur_per_mva": \.transformerEURPerMVA,
      "feed_eur": \.feedEUR,
    ])
}
