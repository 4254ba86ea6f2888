// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Figures

/// The tables of one design.
struct DesignSheet {
  /// Name of the site.
  var name: String
  var specification: ClusterSpecification

  /// The design in some lines.
  var summary: Markup {
    var table = PageTable(
      caption: "What gets built at \(name)",
      columns: [.init(title: "Part"), .init(title: "Design"), .init(title: "Rests on")])
    for (part, text, basis) in rows {
      table.rows.append([.text(part), .text(text), .text(SizingPage.label(basis))])
    }
    return table.markup
  }

  private var rows: [(String, String, Basis)] {
    let design = specification.design
    return [
      (
        "GPUs",
        "\(NumberText.grouped(design.gpus)) in \(NumberText.grouped(design.systems)) systems, "
          + design.shares.map { "\(NumberText.grouped($0.systems)) \($0.skuID)" }.joined(separator: ", "),
        design.basis.capacity
      ),
      ("Compute fabric", fabric, specification.pods.compactMap { $0.fabric?.basis }.max() ?? .estimated),
      ("Network and storage", network, .estimated),
    ] + power + cooling + site + money
  }

  private var fabric: String {
    let pods = specification.pods.reduce(0) { $0 + $1.count }
    guard let switches = specification.fabricSwitches else { return "none stated for a product" }
    let cables = specification.pods.reduce(0) { $0 + $1.count * ($1.fabric?.cables.total ?? 0) }
    let kinds = specification.pods.compactMap { pod in
      pod.fabric.map { "\($0.switchModel.rawValue), \($0.tiers) tiers" }
    }
    var seen: [String] = []
    for kind in kinds where !seen.contains(kind) { seen.append(kind) }
    return "\(pods) \(pods == 1 ? "pod" : "pods"), \(NumberText.grouped(switches)) switches "
      + "(\(seen.joined(separator: "; "))), \(NumberText.grouped(cables)) cables"
  }

  private var network: String {
    let storage = specification.pods.reduce(0) { $0 + Double($1.count) * $1.networks.storage.capacityPB }
    return "\(mw(specification.supportKW / 1_000)) counted with the fabric, "
      + "\(mw(specification.supportBudgetKW / 1_000)) in the plan; "
      + "\(NumberText.grouped(storage, decimals: 1)) PB of storage"
  }

  private func mw(_ value: Double) -> String { NumberText.grouped(value, decimals: 2) + " MW" }

  private var power: [(String, String, Basis)] {
    let chain = specification.power
    let stages = chain.stages.map {
      "\(PowerText.name($0.place)) \(NumberText.grouped($0.provisionedMW, decimals: 2))"
    }
    let plant = chain.transformers
    var transformers =
      "\(NumberText.grouped(plant.transformers)) x \(NumberText.rounded(plant.transformerMVA)) MVA at 225 kV, "
      + "\(NumberText.grouped(plant.distributionTransformers)) x \(NumberText.rounded(plant.distributionMVA)) MVA to "
      + "low voltage"
    if plant.mainTransformers > 0 {
      transformers =
        "\(plant.mainTransformers) x \(NumberText.rounded(plant.mainTransformerMVA)) MVA at 400 kV, "
        + transformers
    }
    var rows: [(String, String, Basis)] = [
      ("MW provisioned", stages.joined(separator: ", "), .estimated),
      ("Transformers", transformers, .estimated),
      (
        "UPS and generators",
        "\(NumberText.grouped(chain.ups.modules)) UPS modules of \(NumberText.rounded(chain.ups.moduleMW)) MW "
          + "(\(chain.ups.redundancy.rawValue)), \(NumberText.grouped(chain.backup.generators)) generators",
        .estimated
      ),
    ]
    if let stranded = chain.stranded {
      rows.append(
        (
          "Unused power", "\(mw(stranded.unusedMW)) of a connection of \(mw(stranded.connectionMW))",
          specification.design.basis.power
        ))
    }
    return rows
  }

  private var cooling: [(String, String, Basis)] {
    let plant = specification.cooling
    var parts: [String] = []
    for (name, loop) in [("liquid", plant.liquid), ("air", plant.air)] {
      guard let rejection = loop.rejection else { continue }
      parts.append(
        "\(name) \(mw(loop.heatMW)) by \(NumberText.grouped(loop.outdoorUnits)) "
          + CoolingText.name(rejection.plant))
    }
    var rows: [(String, String, Basis)] = [
      ("Cooling", parts.joined(separator: ", "), .estimated),
      (
        "Water",
        "\(NumberText.grouped(plant.waterM3PerYear, decimals: 0)) m3 a year, "
          + "\(NumberText.grouped(plant.wueLPerKWh, decimals: 3)) l/kWh; PUE \(NumberText.grouped(plant.pue, decimals: 3))",
        .estimated
      ),
    ]
    if let temperature = plant.reuse.temperatureC {
      rows.append(
        (
          "Heat to give away",
          "\(mw(plant.reuse.averageMW)) on average at \(NumberText.rounded(temperature)) C, "
            + "\(NumberText.grouped(plant.reuse.reusableMWhPerYear / 1_000, decimals: 1)) GWh a year usable",
          .estimated
        ))
    }
    return rows
  }

  private var site: [(String, String, Basis)] {
    let space = specification.space
    let schedule = specification.schedule
    return [
      (
        "Space",
        "\(NumberText.grouped(space.whiteSpaceM2, decimals: 0)) m2 of white space, "
          + "\(NumberText.grouped(space.landHa, decimals: 2)) ha",
        specification.design.basis.space
      ),
      (
        "Time from the decision",
        "first systems after \(NumberText.grouped(schedule.firstOperationYears, decimals: 1)) years, all after "
          + "\(NumberText.grouped(schedule.fullOperationYears, decimals: 1)); \(schedule.criticalStep.phrase) takes longest",
        .estimated
      ),
    ]
  }

  private var money: [(String, String, Basis)] {
    let ledger = specification.ledger
    let capital = ledger.capitalEUR
    let hour = ledger.gpuHour
    let carbon = specification.carbon
    let worst = LedgerLine.allCases.map { ledger.bases[$0] }.max() ?? .estimated
    return [
      (
        "Capital",
        "EUR \(NumberText.millionEUR(capital.mid)) M (\(NumberText.millionEUR(capital.low)) to "
          + "\(NumberText.millionEUR(capital.high)))", worst
      ),
      (
        "GPU-hour",
        "EUR \(NumberText.grouped(hour.totalEUR.mid, decimals: 2)) (\(NumberText.grouped(hour.totalEUR.low, decimals: 2)) "
          + "to \(NumberText.grouped(hour.totalEUR.high, decimals: 2))) at \(NumberText.percent(hour.utilisation)) "
          + "utilisation", worst
      ),
      (
        "Carbon",
        "\(NumberText.grouped(carbon.embodiedT.mid, decimals: 0)) t CO2e to make, "
          + "\(NumberText.grouped(carbon.operationalTPerYear.mid, decimals: 0)) t a year of electricity",
        max(carbon.embodiedBasis, carbon.operationalBasis)
      ),
    ]
  }
}
