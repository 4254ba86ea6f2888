// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Wording

/// The tables of one design.
struct DesignSheet {
  /// Name of the site.
  var name: String
  var specification: ClusterSpecification
  /// Year from which the plan counts on the site; nil where that is not known.
  var opensYear: Int?

  /// The design in some lines.
  var summary: Markup {
    var table = PageTable(
      caption: "What gets built at \(name)",
      columns: [.init(title: "Part"), .init(title: "Design"), .init(title: "Rests on")])
    for (part, text, basis) in rows {
      table.rows.append([.text(part), .text(text), .text(BasisLabel.ofDesign(basis))])
    }
    return table.markup
  }

  private var rows: [(Phrase, Phrase, Basis)] {
    let design = specification.design
    let shares = design.shares.map { share -> Phrase in "\(.grouped(share.systems)) \(share.skuID)" }
    return [
      (
        "GPUs",
        "\(.grouped(design.gpus)) in \(.grouped(design.systems)) systems, \(Phrase.joined(shares, separator: ", "))",
        design.basis.capacity
      ),
      ("Compute fabric", fabric, specification.pods.compactMap { $0.fabric?.basis }.max() ?? .estimated),
      ("Network and storage", network, .estimated),
    ] + power + cooling + site + money
  }

  private var fabric: Phrase {
    let pods = specification.pods.reduce(0) { $0 + $1.count }
    guard let switches = specification.fabricSwitches else { return "none stated for a product" }
    let cables = specification.pods.reduce(0) { $0 + $1.count * ($1.fabric?.cables.total ?? 0) }
    var seen: [Phrase] = []
    for pod in specification.pods {
      guard let fabric = pod.fabric else { continue }
      let kind: Phrase = "\(fabric.switchModel.rawValue), \(fabric.tiers) tiers"
      if !seen.contains(kind) { seen.append(kind) }
    }
    let kinds = Phrase.joined(seen, separator: "; ")
    let counted: Phrase = "\(.grouped(switches)) switches (\(kinds)), \(.grouped(cables)) cables"
    return pods == 1 ? "1 pod, \(counted)" : "\(.grouped(pods)) pods, \(counted)"
  }

  private var network: Phrase {
    let storage = specification.pods.reduce(0) { $0 + Double($1.count) * $1.networks.storage.capacityPB }
    return "\(mw(specification.supportKW / 1_000)) counted with the fabric, "
      + "\(mw(specification.supportBudgetKW / 1_000)) in the plan; "
      + "\(Phrase.grouped(storage, decimals: 1)) PB of storage"
  }

  private func mw(_ value: Double) -> Phrase { "\(.grouped(value, decimals: 2)) MW" }

  private var power: [(Phrase, Phrase, Basis)] {
    let chain = specification.power
    let stages = chain.stages.map { stage -> Phrase in
      "\(Phrase(word: PowerText.name(stage.place))) \(.grouped(stage.provisionedMW, decimals: 2))"
    }
    let plant = chain.transformers
    var transformers: Phrase =
      "\(Phrase.grouped(plant.transformers)) x \(Phrase.rounded(plant.transformerMVA)) MVA at 225 kV, "
      + "\(Phrase.grouped(plant.distributionTransformers)) x \(Phrase.rounded(plant.distributionMVA)) MVA to "
      + "low voltage"
    if plant.mainTransformers > 0 {
      transformers =
        "\(plant.mainTransformers) x \(Phrase.rounded(plant.mainTransformerMVA)) MVA at 400 kV, "
        + "\(transformers)"
    }
    var rows: [(Phrase, Phrase, Basis)] = [
      ("MW provisioned", .joined(stages, separator: ", "), .estimated),
      ("Transformers", transformers, .estimated),
      (
        "UPS and generators",
        "\(Phrase.grouped(chain.ups.modules)) UPS modules of \(Phrase.rounded(chain.ups.moduleMW)) MW "
          + "(\(chain.ups.redundancy.rawValue)), \(Phrase.grouped(chain.backup.generators)) generators",
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

  private var cooling: [(Phrase, Phrase, Basis)] {
    let plant = specification.cooling
    var parts: [Phrase] = []
    for (name, loop) in [(Phrase("liquid"), plant.liquid), ("air", plant.air)] {
      guard let rejection = loop.rejection else { continue }
      parts.append(
        "\(name) \(mw(loop.heatMW)) by \(Phrase.grouped(loop.outdoorUnits)) "
          + "\(Phrase(word: CoolingText.name(rejection.plant)))")
    }
    var rows: [(Phrase, Phrase, Basis)] = [
      ("Cooling", .joined(parts, separator: ", "), .estimated),
      (
        "Water",
        "\(Phrase.grouped(plant.waterM3PerYear, decimals: 0)) m3 a year, "
          + "\(Phrase.grouped(plant.wueLPerKWh, decimals: 3)) l/kWh; PUE \(Phrase.grouped(plant.pue, decimals: 3))",
        .estimated
      ),
    ]
    if let temperature = plant.reuse.temperatureC {
      rows.append(
        (
          "Heat to give away",
          "\(mw(plant.reuse.averageMW)) on average at \(Phrase.rounded(temperature)) C, "
            + "\(Phrase.grouped(plant.reuse.reusableMWhPerYear / 1_000, decimals: 1)) GWh a year usable",
          .estimated
        ))
    }
    return rows
  }

  private var site: [(Phrase, Phrase, Basis)] {
    let space = specification.space
    return [
      (
        "Space",
        "\(Phrase.grouped(space.whiteSpaceM2, decimals: 0)) m2 of white space, "
          + "\(Phrase.grouped(space.landHa, decimals: 2)) ha",
        specification.design.basis.space
      ),
      (
        "Time from the decision",
        time,
        .estimated
      ),
    ]
  }

  /// How long it takes, and when it must be decided so that it runs within the year that the plan counts on.
  private var time: Phrase {
    let schedule = specification.schedule
    let words: Phrase =
      "first systems after \(.grouped(schedule.firstOperationYears, decimals: 1)) years, all after "
      + "\(.grouped(schedule.fullOperationYears, decimals: 1)); \(Phrase(word: schedule.criticalStep.phrase)) takes longest"
    guard let opensYear else { return words }
    let latest = Int((Double(opensYear + 1) - schedule.firstOperationYears).rounded(.down))
    return "\(words); to run within \(opensYear), decided in \(latest) at the latest"
  }

  private var money: [(Phrase, Phrase, Basis)] {
    let ledger = specification.ledger
    let capital = ledger.capitalEUR
    let hour = ledger.gpuHour
    let carbon = specification.carbon
    let worst = LedgerLine.allCases.map { ledger.bases[$0] }.max() ?? .estimated
    return [
      (
        "Capital",
        "EUR \(.millionEUR(capital.mid)) M (\(.millionEUR(capital.low)) to \(.millionEUR(capital.high))), with land, "
          + "which the plan does not count", worst
      ),
      (
        "GPU-hour",
        "EUR \(Phrase.grouped(hour.totalEUR.mid, decimals: 2)) (\(Phrase.grouped(hour.totalEUR.low, decimals: 2)) "
          + "to \(Phrase.grouped(hour.totalEUR.high, decimals: 2))) at \(Phrase.percent(hour.utilisation)) "
          + "utilisation", worst
      ),
      (
        "Carbon",
        "\(Phrase.grouped(carbon.embodiedT.mid, decimals: 0)) t CO2e to make, "
          + "\(Phrase.grouped(carbon.operationalTPerYear.mid, decimals: 0)) t a year of electricity",
        max(carbon.embodiedBasis, carbon.operationalBasis)
      ),
    ]
  }
}
