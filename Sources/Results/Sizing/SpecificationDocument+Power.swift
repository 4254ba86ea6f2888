// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents

extension SpecificationDocument {
  /// From the racks to the meter.
  static func power(_ chain: PowerChain) -> JSONValue {
    [
      "it_mw": .number(chain.itMW),
      "load_factor": .number(chain.loadFactor),
      "facility_mw": .number(chain.facilityMW),
      "grid_mw": .number(chain.gridMW),
      "grid_mva": .number(chain.gridMVA),
      "power_factor": .number(chain.powerFactor),
      "stages": .array(
        chain.stages.map {
          [
            "place": .string($0.place.rawValue), "provisioned_mw": .number($0.provisionedMW),
            "average_mw": .number($0.averageMW), "added_mw": .number($0.addedMW),
          ]
        }),
      "distribution_loss_mw": .number(chain.distributionLossMW),
      "ups_loss_mw": .number(chain.upsLossMW),
      "transformer_loss_mw": .number(chain.transformerLossMW),
      "high_voltage_loss_mw": .number(chain.hvLossMW),
      "loss_mw": .number(chain.lossMW),
      "cooling_and_other_mw": .number(chain.coolingAndOtherMW),
      "shelf_loss_inside_racks_mw": .number(chain.shelfLossMW),
      "simultaneous_peak_mw": .number(chain.simultaneousPeakMW),
      "ups": [
        "redundancy": .string(chain.ups.redundancy.rawValue),
        "load_mw": .number(chain.ups.loadMW),
        "module_mw": .number(chain.ups.moduleMW),
        "modules_needed": .integer(chain.ups.modulesNeeded),
        "modules": .integer(chain.ups.modules),
        "installed_mw": .number(chain.ups.installedMW),
        "idle_mw": .number(chain.ups.idleMW),
      ],
      "transformers": transformers(chain.transformers),
      "backup": [
        "share": .number(chain.backup.share),
        "covered_mw": .number(chain.backup.coveredMW),
        "generators": .integer(chain.backup.generators),
        "generator_mw": .number(chain.backup.generatorMW),
        "fuel_hours": .number(chain.backup.fuelHours),
        "fuel_m3": .number(chain.backup.fuelM3),
      ],
      "stranded": chain.stranded.map(stranded) ?? .null,
      "feeds": .array(chain.feeds.map(feed)),
    ]
  }

  private static func transformers(_ plant: TransformerPlant) -> JSONValue {
    [
      "connection_kv": .number(plant.connectionKV),
      "connection_kv_stated": .bool(plant.voltageIsForced),
      "medium_kv": .number(plant.mediumKV),
      "grid_mva": .number(plant.gridMVA),
      "substations": .integer(plant.substations),
      "transformers_per_substation": .integer(plant.transformersPerSubstation),
      "transformers": .integer(plant.transformers),
      "transformer_mva": .number(plant.transformerMVA),
      "installed_mva": .number(plant.installedMVA),
      "main_transformers": .integer(plant.mainTransformers),
      "main_transformer_mva": .number(plant.mainTransformerMVA),
      "distribution_transformers": .integer(plant.distributionTransformers),
      "distribution_transformer_mva": .number(plant.distributionMVA),
    ]
  }

  private static func stranded(_ stranded: StrandedPower) -> JSONValue {
    [
      "connection_mw": .number(stranded.connectionMW),
      "unused_mw": .number(stranded.unusedMW),
      "unit_mw": .number(stranded.unitMW),
      "units_that_fit": .integer(stranded.unitsThatFit),
      "kept_back_mw": .number(stranded.keptBackMW),
      "too_small_mw": .number(stranded.tooSmallMW),
    ]
  }

  private static func feed(_ feed: RackFeed) -> JSONValue {
    [
      "sku": .string(feed.skuID),
      "racks": .integer(feed.racks),
      "rack_kw": .number(feed.rackKW),
      "rack_peak_kw": .number(feed.rackPeakKW),
      "peak_is_assumed": .bool(feed.peakIsAssumed),
      "breaker_a": .integer(feed.breakerA),
      "feed_kw": .number(feed.feedKW),
      "parallel_feeds": .integer(feed.parallelFeeds),
      "paths": .integer(feed.paths),
      "feeds_per_rack": .integer(feed.feedsPerRack),
    ]
  }
}
