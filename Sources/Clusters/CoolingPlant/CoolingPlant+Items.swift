// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension CoolingPlant {
  /// What the plant buys, all on the cooling line; the assumptions are those that it was made with.
  package func items(_ assumptions: CoolingAssumptions = CoolingAssumptions()) -> [BillItem] {
    var items: [BillItem] = []
    func add(
      _ item: String, _ model: String, _ quantity: Int, _ unit: String, _ source: String, _ priceEUR: Double
    ) {
      guard quantity > 0 else { return }
      items.append(
        BillItem(
          line: .cooling, item: item, model: model, quantity: Double(quantity), unit: unit, basis: .estimated,
          source: source, unitPriceEUR: priceEUR))
    }
    let text = PlantArithmetic.text
    if liquid.indoorUnitsNeeded > 0 {
      let leastKW = liquid.heatMW * 1_000 / Double(liquid.indoorUnitsNeeded)
      add(
        "coolant distribution unit", "\(text(leastKW)) kW or more", liquid.indoorUnits, "unit",
        assumptions.cduGroup.source, assumptions.cduEUR.value)
    }
    add(
      "air handler", "\(text(assumptions.airHandlerKW.value)) kW", air.indoorUnits, "unit",
      assumptions.airHandlerKW.source, assumptions.airHandlerEUR.value)
    for (name, loop) in [("liquid loop", liquid), ("air loop", air)] {
      guard let rejection = loop.rejection else { continue }
      var item = ""
      var price = assumptions.coolerEURPerKW.value
      switch rejection.plant {
      case .dryCooler: item = "dry cooler"
      case .adiabaticCooler: item = "adiabatic cooler"
      case .coolingTower: item = "cooling tower"
      case .chiller:
        item = "chiller with free cooling"
        price = assumptions.chillerEURPerKW.value
      }
      add(
        "\(item), \(name)", "\(text(loop.outdoorUnitKW)) kW", loop.outdoorUnits, "unit",
        assumptions.rejectionUnitKW.source, price * loop.outdoorUnitKW)
    }
    return items
  }
}
