// SPDX-License-Identifier: GPL-3.0-or-later

extension PowerAssumptions {
  package static let name = "power"

  package static let keys: [AssumptionKey<PowerAssumptions>] = [
    AssumptionKey("ups_efficiency", \.upsEfficiency, 0.5...1),
    AssumptionKey("ups_share", \.upsShare, 0...1),
    AssumptionKey("distribution_efficiency", \.distributionEfficiency, 0.5...1),
    AssumptionKey("transformer_efficiency", \.transformerEfficiency, 0.5...1),
    AssumptionKey("hv_transformer_efficiency", \.hvTransformerEfficiency, 0.5...1),
    AssumptionKey("shelf_efficiency", \.shelfEfficiency, 0.5...1),
    AssumptionKey("peak_factor", \.peakFactor, 1...3),
    AssumptionKey("power_factor", \.powerFactor, 0.5...1),
    AssumptionKey("ups_module_mw", \.upsModuleMW, 0.01...100),
    AssumptionKey("spare_group", \.spareGroup, 1...100, whole: true),
    AssumptionKey("transformer_mva", \.transformerMVA, 0.1...100),
    AssumptionKey("capacity_225kv_mw", \.capacity225MW, 1...5_000),
    AssumptionKey("substation_mw", \.substationMW, 10...5_000),
    AssumptionKey("hv_transformer_mva", \.hvTransformerMVA, 5...2_000),
    AssumptionKey("main_transformer_mva", \.mainTransformerMVA, 5...2_000),
    AssumptionKey("medium_voltage_kv", \.mediumVoltageKV, 6...90),
    AssumptionKey("backup_share", \.backupShare, 0...1),
    AssumptionKey("generator_mw", \.generatorMW, 0.05...100),
    AssumptionKey("fuel_h", \.fuelHours, 0...1_000),
    AssumptionKey("fuel_l_per_mwh", \.fuelLPerMWh, 100...1_000),
    AssumptionKey("rack_voltage_v", \.rackVoltageV, 100...1_500),
    AssumptionKey("feed_derate", \.feedDerate, 0.1...1),
    AssumptionKey("rack_power_factor", \.rackPowerFactor, 0.5...1),
    AssumptionKey("ups_eur_per_mw", \.upsEURPerMW, 0...100_000_000),
    AssumptionKey("generator_eur_per_mw", \.generatorEURPerMW, 0...100_000_000),
    AssumptionKey("hv_transformer_eur_per_mva", \.hvTransformerEURPerMVA, 0...10_000_000),
    AssumptionKey("transformer_eur_per_mva", \.transformerEURPerMVA, 0...10_000_000),
    AssumptionKey("feed_eur", \.feedEUR, 0...10_000_000),
  ]
}
