// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

extension PowerAssumptions {
  package static let name = "power"

  package static let fields: [Field<PowerAssumptions>] = [
    Field("ups_efficiency", \.upsEfficiency, 0.5...1),
    Field("ups_share", \.upsShare, 0...1),
    Field("distribution_efficiency", \.distributionEfficiency, 0.5...1),
    Field("transformer_efficiency", \.transformerEfficiency, 0.5...1),
    Field("hv_transformer_efficiency", \.hvTransformerEfficiency, 0.5...1),
    Field("shelf_efficiency", \.shelfEfficiency, 0.5...1),
    Field("peak_factor", \.peakFactor, 1...3),
    Field("power_factor", \.powerFactor, 0.5...1),
    Field("ups_module_mw", \.upsModuleMW, 0.01...100),
    Field("spare_group", \.spareGroup, 1...100, whole: true),
    Field("transformer_mva", \.transformerMVA, 0.1...100),
    Field("capacity_225kv_mw", \.capacity225MW, 1...5_000),
    Field("substation_mw", \.substationMW, 10...5_000),
    Field("hv_transformer_mva", \.hvTransformerMVA, 5...2_000),
    Field("main_transformer_mva", \.mainTransformerMVA, 5...2_000),
    Field("medium_voltage_kv", \.mediumVoltageKV, 6...90),
    Field("backup_share", \.backupShare, 0...1),
    Field("generator_mw", \.generatorMW, 0.05...100),
    Field("fuel_h", \.fuelHours, 0...1_000),
    Field("fuel_l_per_mwh", \.fuelLPerMWh, 100...1_000),
    Field("rack_voltage_v", \.rackVoltageV, 100...1_500),
    Field("feed_derate", \.feedDerate, 0.1...1),
    Field("rack_power_factor", \.rackPowerFactor, 0.5...1),
    Field("ups_eur_per_mw", \.upsEURPerMW, 0...100_000_000),
    Field("generator_eur_per_mw", \.generatorEURPerMW, 0...100_000_000),
    Field("hv_transformer_eur_per_mva", \.hvTransformerEURPerMVA, 0...10_000_000),
    Field("transformer_eur_per_mva", \.transformerEURPerMVA, 0...10_000_000),
    Field("feed_eur", \.feedEUR, 0...10_000_000),
  ]
}
