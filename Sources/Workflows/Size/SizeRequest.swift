// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters

/// What `arpent size` is asked.
package struct SizeRequest: Sendable, Equatable {
  /// What to find out.
  package enum Question: Sendable, Equatable {
    /// A cluster with this many GPUs.
    case gpus(Int)
    /// The cluster that fills this power at the meter, MW.
    case gridMW(Double)
    /// The products there are.
    case catalogue
  }

  /// What the site states; nil where nothing is.
  package struct Site: Sendable, Equatable {
    /// Power usage effectiveness.
    package var pue = 1.15
    /// Coolant supply temperature, C; nil takes the assumption.
    package var supplyTemperatureC: Double?
    /// Power of the grid connection, MW.
    package var connectionMW: Double?
    /// Its voltage, 225 or 400 kV.
    package var connectionKV: Double?
    /// Land, ha.
    package var landHa: Double?
    /// White space, m2.
    package var whiteSpaceM2: Double?
    /// Heat that the liquid cooling can take, MW.
    package var liquidCoolingMW: Double?
    /// Load that the floor bears, kg/m2.
    package var floorLoadKgPerM2: Double?
    /// Most tiers of one compute fabric that connects all GPUs.
    package var fabricTiers: Int?
    /// Whether only whole scalable units are built.
    package var wholeUnits = false
    /// Annual mean temperature, C; nil takes that of Paris.
    package var meanTemperatureC: Double?
    /// Temperature of the hottest hours, C; nil takes the assumption.
    package var hottestTemperatureC: Double?
    /// Whether water may be evaporated.
    package var allowsEvaporation = true
    /// Share of all GPU-hours that is used; nil takes the assumption.
    package var utilisation: Double?

    /// Nothing stated.
    package init() {}
  }

  /// What to find out.
  package var question: Question
  /// Product.
  package var skuID: String
  /// What the site states.
  package var site: Site
  /// What the cluster is to do.
  package var work: WorkloadQuestions
  /// Changes of the defaults, `path=value` with the keys of `[hardware]`, `[cost]` and `[design]`.
  package var overlays: [String]
  /// Hardware files; empty for those shipped.
  package var catalogue: [String]
  /// File for the bill of materials (CSV); nil for none.
  package var billFile: String?
  /// Whether that file may be overwritten.
  package var force: Bool
  /// Whether to answer in JSON.
  package var json: Bool

  /// What `arpent size` is asked.
  package init(
    question: Question, skuID: String = "gb300-nvl72", site: Site = Site(),
    work: WorkloadQuestions = WorkloadQuestions(), overlays: [String] = [], catalogue: [String] = [],
    billFile: String? = nil, force: Bool = false, json: Bool = false
  ) {
    self.question = question
    self.skuID = skuID
    self.site = site
    self.work = work
    self.overlays = overlays
    self.catalogue = catalogue
    self.billFile = billFile
    self.force = force
    self.json = json
  }
}

extension SizeRequest.Site {
  /// The conditions of the sizing.
  var conditions: SiteConditions {
    var conditions = SiteConditions(
      pue: pue, supplyTemperatureC: supplyTemperatureC, connectionMW: connectionMW, landHa: landHa)
    conditions.whiteSpaceM2 = whiteSpaceM2
    conditions.liquidCoolingMW = liquidCoolingMW
    conditions.floorLoadKgPerM2 = floorLoadKgPerM2
    conditions.networkTiers = fabricTiers
    conditions.wholeUnits = wholeUnits
    return conditions
  }

  /// The conditions of the detailed design.
  ///
  /// - Throws: `SizingError` for temperatures out of range.
  func specificationConditions(_ design: DesignAssumptions) throws -> SpecificationConditions {
    var conditions = SpecificationConditions()
    if meanTemperatureC != nil || hottestTemperatureC != nil {
      let paris = try SiteClimate.paris(design.cooling)
      let isParis = meanTemperatureC == nil
      conditions.climate = try SiteClimate(
        annualMeanC: meanTemperatureC ?? paris.annualMeanC,
        meanDailyMaximumC: isParis ? paris.meanDailyMaximumC : nil,
        meanDailyMinimumC: isParis ? paris.meanDailyMinimumC : nil, designDryBulbC: hottestTemperatureC,
        assumptions: design.cooling)
    }
    conditions.allowsEvaporation = allowsEvaporation
    conditions.connectionMW = connectionMW
    conditions.connectionKV = connectionKV
    conditions.floorLimitKgPerM2 = floorLoadKgPerM2
    conditions.ledger.utilisation = utilisation
    return conditions
  }
}
