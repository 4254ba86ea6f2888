// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// Heat, water and the duties that come with them.
struct CoolingText {
  var specification: ClusterSpecification

  private var plant: CoolingPlant { specification.cooling }

  var text: String {
    "Cooling\n" + loops + reasons + "\n" + SizingPage.lines(flows) + "\n" + months + "\n"
      + SizingPage.lines(reuse) + duties + SizingPage.foundation(specification.assumptions.cooling) + "\n"
  }

  /// What a plant is called.
  static func name(_ plant: HeatRejection.Plant) -> String {
    switch plant {
    case .dryCooler: "dry coolers"
    case .adiabaticCooler: "adiabatic coolers"
    case .coolingTower: "cooling towers"
    case .chiller: "chillers with free cooling"
    }
  }

  private var named: [(name: String, indoor: String, loop: CoolingLoop)] {
    [("liquid", "coolant distribution units", plant.liquid), ("air", "air handlers", plant.air)]
  }

  private var loops: String {
    SizingPage.table(
      ["loop", "heat MW", "indoor units", "needed", "built", "outdoor units", "built", "kW each"],
      named.filter { $0.loop.heatMW > 0 }.map { name, indoor, loop in
        [
          name, NumberText.grouped(loop.heatMW, decimals: 2), indoor,
          NumberText.grouped(loop.indoorUnitsNeeded),
          NumberText.grouped(loop.indoorUnits), loop.rejection.map { Self.name($0.plant) } ?? "-",
          NumberText.grouped(loop.outdoorUnits), NumberText.grouped(loop.outdoorUnitKW, decimals: 0),
        ]
      })
  }

  private var reasons: String {
    var out = ""
    for (name, _, loop) in named {
      guard let rejection = loop.rejection else { continue }
      out += TextParagraph.text("\(name): \(rejection.reason)", rest: "    ")
    }
    return out
  }

  private var flows: [[String]] {
    var rows: [[String]] = []
    if let supply = plant.supplyTemperatureC {
      rows += [
        SizingPage.row("coolant supply", supply, 1, "C"),
        SizingPage.row("coolant return", CoolantFlowRule.returnTemperatureC, 1, "C"),
        SizingPage.row(
          "coolant flow, water", plant.coolantFlowLPerMin, 0,
          "l/min; 25 % propylene glycol \(NumberText.grouped(plant.glycolFlowLPerMin, decimals: 0)) l/min"),
        SizingPage.row("coolant pumps", plant.pumpKW, 0, "kW"),
        SizingPage.row("first fill", plant.firstFillM3, 0, "m3"),
      ]
    }
    rows += [
      SizingPage.row("water", plant.waterM3PerYear, 0, "m3 a year"),
      SizingPage.row("WUE of the year", plant.wueLPerKWh, 3, "l/kWh of IT"),
      SizingPage.row(
        "design temperature outside", plant.climate.designDryBulbC, 1,
        "C, mean of the year \(NumberText.rounded(plant.climate.annualMeanC)) C (\(origin))"),
    ]
    return rows
  }

  /// Where the climate is from.
  private var origin: String {
    let paris = try? SiteClimate.paris(specification.assumptions.cooling)
    return plant.climate == paris ? "Paris, as no climate is stated" : "as stated"
  }

  private static let names = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private var months: String {
    func cells(_ name: String, _ decimals: Int, _ value: (CoolingMonth) -> Double) -> [String] {
      [name] + plant.months.map { NumberText.grouped(value($0), decimals: decimals) }
    }
    return SizingPage.table(
      ["month"] + Self.names,
      [
        cells("outside C", 1, \.meanC), cells("PUE", 3, \.pue), cells("WUE l/kWh", 3, \.wueLPerKWh),
        cells("GWh at the meter", 1) { $0.gridMWh / 1_000 },
        cells("water, 1,000 m3", 1) { $0.waterM3 / 1_000 },
      ])
  }

  private var reuse: [[String]] {
    guard let temperature = plant.reuse.temperatureC else { return [] }
    return [
      SizingPage.row("heat to give away", temperature, 1, "C behind the coolant distribution units"),
      SizingPage.row(
        "of it on average", plant.reuse.averageMW, 2,
        "MW; \(NumberText.percent(plant.reuse.share)) wanted over the year (assumption): "
          + "\(NumberText.grouped(plant.reuse.reusableMWhPerYear / 1_000, decimals: 1)) GWh a year"),
    ]
  }

  private var duties: String {
    plant.duties.map { duty in
      TextParagraph.text(
        "\(duty.applies ? "Applies" : "Does not apply") (\(NumberText.grouped(duty.siteMW, decimals: 2)) MW): "
          + duty.sentence, rest: "    ")
    }.joined()
  }
}
