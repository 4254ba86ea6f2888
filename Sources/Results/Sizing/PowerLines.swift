// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// From the racks to the meter.
extension PowerChain {
  /// - Parameter trust: What the power of the design rests on.
  func lines(trust: Basis) -> [SpecificationLine] {
    [
      .number("it_mw", itMW),
      .number("load_factor", loadFactor, .percent, "average load"),
      .number("facility_mw", facilityMW, 2, "IT, cooling and other needs", "MW"),
      .number("grid_mw", gridMW, 2, "power at the meter", "MW", .summary, basis: trust),
      .number("grid_mva", gridMVA, 2, "the same as apparent power", "MVA"),
      .number("power_factor", powerFactor, .significant, "power factor at the meter"),
      .rows("stages", stages, "Power by stage", .summary) {
        [
          .text("place", $0.place.rawValue, "MW at", shown: $0.place.words),
          .number("provisioned_mw", $0.provisionedMW, 2, "provisioned"),
          .number("average_mw", $0.averageMW, 2, "average"),
          .number("added_mw", $0.addedMW, 2, "adds"),
        ]
      },
      .number("distribution_loss_mw", distributionLossMW),
      .number("ups_loss_mw", upsLossMW),
      .number("transformer_loss_mw", transformerLossMW),
      .number("high_voltage_loss_mw", hvLossMW),
      .number("loss_mw", lossMW, 2, "lost between racks and meter", "MW"),
      .number("cooling_and_other_mw", coolingAndOtherMW, 2, "cooling and other needs", "MW"),
      .number(
        "shelf_loss_inside_racks_mw", shelfLossMW, 2, "lost in the power shelves, inside the racks", "MW"),
      .number(
        "simultaneous_peak_mw", simultaneousPeakMW, 2,
        "IT if every system peaked at once; nothing is sized on it",
        "MW"),
      .group(
        "ups",
        [
          .text("redundancy", ups.redundancy.rawValue, "redundancy of the UPS"),
          .number("load_mw", ups.loadMW, 2, "load of the UPS", "MW"),
          .number("module_mw", ups.moduleMW, .significant, "rating of a UPS module", "MW"),
          .count("modules_needed", ups.modulesNeeded, "UPS modules that bear the load"),
          .count("modules", ups.modules, "UPS modules", "", .summary),
          .number("installed_mw", ups.installedMW),
          .number("idle_mw", ups.idleMW),
        ]),
      .group("transformers", transformers.lines),
      .group(
        "backup",
        [
          .number("share", backup.share, .percent, "site power with backup"),
          .number("covered_mw", backup.coveredMW),
          .count("generators", backup.generators, "backup generators", "", .summary),
          .number("generator_mw", backup.generatorMW, .significant, "site power of one generator", "MW"),
          .number("fuel_hours", backup.fuelHours, .significant, "fuel at full load", "h"),
          .number("fuel_m3", backup.fuelM3, 0, "fuel on site", "m3"),
        ]),
      .group("stranded", stranded?.lines(trust: trust)),
      .rows("feeds", feeds, "Feeds of a rack") {
        [
          .text("sku", $0.skuID, "racks of"),
          .count("racks", $0.racks, "racks"),
          .number("rack_kw", $0.rackKW, 1, "kW a rack"),
          .number("rack_peak_kw", $0.rackPeakKW, 1, "peak kW"),
          .flag("peak_is_assumed", $0.peakIsAssumed),
          .count("breaker_a", $0.breakerA, "breaker A"),
          .number("feed_kw", $0.feedKW, 1, "kW a feed"),
          .count("parallel_feeds", $0.parallelFeeds, "feeds a path"),
          .count("paths", $0.paths, "paths"),
          .count("feeds_per_rack", $0.feedsPerRack),
        ]
      },
    ]
  }
}

extension TransformerPlant {
  fileprivate var lines: [SpecificationLine] {
    [
      .number("connection_kv", connectionKV, 0, "voltage of the connection", "kV", .summary),
      .flag("connection_kv_stated", voltageIsForced, "voltage of the connection stated"),
      .number("medium_kv", mediumKV, .significant, "medium voltage", "kV"),
      .number("grid_mva", gridMVA),
      .count("substations", substations, "substations"),
      .count(
        "transformers_per_substation", transformersPerSubstation, "transformers of each, one of them a spare"),
      .count("transformers", transformers, "high-voltage transformers, 225 kV", "", .summary),
      .number(
        "transformer_mva", transformerMVA, .significant, "rating of a high-voltage transformer", "MVA",
        .summary),
      .number("installed_mva", installedMVA),
      .count(
        "main_transformers", mainTransformers,
        mainTransformers > 0 ? "main transformers, 400/225 kV, one spare" : "",
        "", .summary),
      .number(
        "main_transformer_mva", mainTransformerMVA, .significant,
        mainTransformers > 0 ? "rating of a main transformer" : "", "MVA", .summary),
      .count(
        "distribution_transformers", distributionTransformers, "distribution transformers", "", .summary),
      .number(
        "distribution_transformer_mva", distributionMVA, .significant, "rating of a distribution transformer",
        "MVA",
        .summary),
    ]
  }
}

extension StrandedPower {
  fileprivate func lines(trust: Basis) -> [SpecificationLine] {
    [
      .number("connection_mw", connectionMW, 2, "power of the connection", "MW", .summary, basis: trust),
      .number("unused_mw", unusedMW, 2, "unused power of the connection", "MW", .summary, basis: trust),
      .number("unit_mw", unitMW, 2, "power of a scalable unit at the meter", "MW"),
      .count("units_that_fit", unitsThatFit, "scalable units that would still fit"),
      .number("kept_back_mw", keptBackMW, 2, "their power", "MW"),
      .number("too_small_mw", tooSmallMW, 2, "unused and too small for a unit", "MW"),
    ]
  }
}

extension PowerStage.Place {
  /// What a stage is called.
  fileprivate var words: Phrase {
    switch self {
    case .rack: "racks (IT)"
    case .distribution: "low-voltage distribution"
    case .ups: "uninterruptible supplies (UPS)"
    case .lowVoltage: "low voltage with cooling and other needs"
    case .mediumVoltage: "medium voltage"
    case .meter: "meter"
    }
  }
}
