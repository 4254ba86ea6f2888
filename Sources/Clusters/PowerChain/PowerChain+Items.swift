// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension PowerChain {
  /// What the chain buys, all on the electrical line; the assumptions are those that it was made with.
  package func items(_ assumptions: PowerAssumptions = PowerAssumptions()) -> [BillItem] {
    var items: [BillItem] = []
    func add(
      _ item: String, _ model: String, _ quantity: Int, _ unit: String, _ basis: Basis, _ source: String,
      _ priceEUR: Double?
    ) {
      guard quantity > 0 else { return }
      items.append(
        BillItem(
          line: .electrical, item: item, model: model, quantity: Double(quantity), unit: unit, basis: basis,
          source: source, unitPriceEUR: priceEUR))
    }
    let text = PlantArithmetic.text
    let plant = transformers
    let mvaEUR = assumptions.hvTransformerEURPerMVA.value
    add(
      "main transformer", "400/225 kV, \(text(plant.mainTransformerMVA)) MVA", plant.mainTransformers,
      "transformer", .estimated, assumptions.mainTransformerMVA.source, plant.mainTransformerMVA * mvaEUR)
    add(
      "on-site substation",
      "225/\(text(plant.mediumKV)) kV, \(text(assumptions.substationMW.value)) MW at most",
      plant.substations, "substation", max(assumptions.substationMW.basis, .derived),
      assumptions.substationMW.source, nil)
    add(
      "high-voltage transformer", "225/\(text(plant.mediumKV)) kV, \(text(plant.transformerMVA)) MVA",
      plant.transformers, "transformer", max(assumptions.hvTransformerMVA.basis, .derived),
      assumptions.hvTransformerMVA.source, plant.transformerMVA * mvaEUR)
    add(
      "distribution transformer", "\(text(plant.mediumKV))/0.4 kV, \(text(plant.distributionMVA)) MVA",
      plant.distributionTransformers, "transformer", .estimated, assumptions.transformerMVA.source,
      plant.distributionMVA * assumptions.transformerEURPerMVA.value)
    add(
      "uninterruptible supply", "\(text(ups.moduleMW)) MW module, \(ups.redundancy.rawValue)", ups.modules,
      "module", .estimated, assumptions.upsModuleMW.source,
      ups.moduleMW * assumptions.upsEURPerMW.value)
    add(
      "backup generator", "\(text(backup.generatorMW)) MW of site power", backup.generators, "generator",
      .estimated, assumptions.generatorMW.source,
      backup.generatorMW * assumptions.generatorEURPerMW.value)
    for feed in feeds {
      add(
        "rack feed, \(feed.skuID)",
        "\(text(assumptions.rackVoltageV.value)) V, three phases, \(feed.breakerA) A",
        feed.racks * feed.feedsPerRack, "feed", .estimated, assumptions.feedDerate.source,
        assumptions.feedEUR.value)
    }
    return items
  }
}
