// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// From the racks to the meter.
struct PowerText {
  var specification: ClusterSpecification
  var pue: Double

  private var chain: PowerChain { specification.power }
  private var design: ClusterDesign { specification.design }

  var text: String {
    "Power\n" + stages + "\n" + SizingPage.lines(sums + plant) + feeds + stranded
      + SizingPage.foundation(specification.assumptions.power) + "\n"
  }

  /// What a stage is called.
  static func name(_ place: PowerStage.Place) -> String {
    switch place {
    case .rack: "racks (IT)"
    case .distribution: "low-voltage distribution"
    case .ups: "uninterruptible supplies (UPS)"
    case .lowVoltage: "low voltage with cooling and other needs"
    case .mediumVoltage: "medium voltage"
    case .meter: "meter"
    }
  }

  private var stages: String {
    SizingPage.table(
      ["MW at", "provisioned", "average", "adds"],
      chain.stages.map { stage in
        [
          Self.name(stage.place), NumberText.grouped(stage.provisionedMW, decimals: 2),
          NumberText.grouped(stage.averageMW, decimals: 2), NumberText.grouped(stage.addedMW, decimals: 2),
        ]
      })
  }

  private var sums: [[String]] {
    var rows = [
      SizingPage.row("PUE of the year", pue, 2),
      SizingPage.row(
        "at the meter", chain.gridMVA, 2, "MVA at power factor \(NumberText.rounded(chain.powerFactor))"),
      SizingPage.row("per GPU at the meter", design.gridKWPerGPU, 2, "kW"),
      SizingPage.row("energy", design.energyMWhPerYear / 1_000, 1, "GWh a year at average load"),
      SizingPage.row(
        "if every system peaked at once", chain.simultaneousPeakMW, 2,
        "MW of IT; nothing upstream is sized on it"),
      SizingPage.row(
        "lost in the power shelves", chain.shelfLossMW, 2, "MW, inside the rack power"),
    ]
    if let remaining = design.remainingMW {
      rows.append(SizingPage.row("left of the connection", remaining, 2, "MW"))
    }
    return rows
  }

  private var plant: [[String]] {
    let transformers = chain.transformers
    let backup = chain.backup
    var rows = [
      SizingPage.row(
        "UPS modules", chain.ups.modules,
        "of \(NumberText.rounded(chain.ups.moduleMW)) MW, \(chain.ups.redundancy.rawValue): "
          + "\(NumberText.grouped(chain.ups.modulesNeeded)) bear "
          + "\(NumberText.grouped(chain.ups.loadMW, decimals: 2)) MW"),
      SizingPage.row(
        "distribution transformers", transformers.distributionTransformers,
        "of \(NumberText.rounded(transformers.distributionMVA)) MVA, \(NumberText.rounded(transformers.mediumKV))/0.4 kV"
      ),
      SizingPage.row(
        "high-voltage transformers", transformers.transformers,
        "of \(NumberText.rounded(transformers.transformerMVA)) MVA, 225/\(NumberText.rounded(transformers.mediumKV)) kV, "
          + "in \(transformers.substations) \(transformers.substations == 1 ? "substation" : "substations"), "
          + "one spare in each"),
    ]
    if transformers.mainTransformers > 0 {
      rows.append(
        SizingPage.row(
          "main transformers", transformers.mainTransformers,
          "of \(NumberText.rounded(transformers.mainTransformerMVA)) MVA, 400/225 kV, one spare"))
    }
    rows.append(
      SizingPage.row(
        "connection voltage", transformers.connectionKV, 0,
        "kV, \(transformers.voltageIsForced ? "as stated" : "chosen by the power")"))
    rows.append(
      SizingPage.row(
        "backup generators", backup.generators,
        "one for \(NumberText.rounded(backup.generatorMW)) MW of site power, for "
          + "\(NumberText.percent(backup.share)) of it"))
    rows.append(
      SizingPage.row(
        "fuel on site", backup.fuelM3, 0, "m3 for \(NumberText.rounded(backup.fuelHours)) h at full load"))
    return rows
  }

  private var feeds: String {
    "\n"
      + SizingPage.table(
        ["rack feeds", "racks", "kW a rack", "peak kW", "feeds a rack", "breaker A", "kW a feed"],
        chain.feeds.map { feed in
          [
            feed.skuID, NumberText.grouped(feed.racks), NumberText.grouped(feed.rackKW, decimals: 1),
            NumberText.grouped(feed.rackPeakKW, decimals: 1),
            "\(feed.paths) paths x \(feed.parallelFeeds)", NumberText.grouped(feed.breakerA),
            NumberText.grouped(feed.feedKW, decimals: 1),
          ]
        })
  }

  private var stranded: String {
    guard let stranded = chain.stranded else { return "  Stranded power: no connection is stated.\n" }
    return TextParagraph.text(
      "Stranded power: \(NumberText.grouped(stranded.unusedMW, decimals: 2)) of "
        + "\(NumberText.grouped(stranded.connectionMW, decimals: 2)) MW unused; "
        + "\(NumberText.grouped(stranded.unitsThatFit)) more scalable units of "
        + "\(NumberText.grouped(stranded.unitMW, decimals: 2)) MW would fit "
        + "(\(NumberText.grouped(stranded.keptBackMW, decimals: 2)) MW), "
        + "\(NumberText.grouped(stranded.tooSmallMW, decimals: 2)) MW is too small for one.")
  }
}
