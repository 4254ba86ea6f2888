// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The electrical plant of a site in detail: power from the racks to the meter, supplies, transformers,
/// generators, feeds.
///
/// The design is the law: IT power, power at the meter, energy of a year and PUE come out as they went in.
/// Losses follow from assumed efficiencies; cooling and the other needs of the site are what remains.
package struct PowerChain: Sendable, Equatable, Codable {
  /// Provisioned IT power at the racks, MW.
  package let itMW: Double
  /// Average over provisioned power, the same at every stage.
  package let loadFactor: Double
  /// Power that the PUE counts, MW.
  package let facilityMW: Double
  /// Power at the meter, MW.
  package let gridMW: Double
  /// Lost in the low-voltage distribution and busways, MW.
  package let distributionLossMW: Double
  /// Lost in the uninterruptible supplies, MW.
  package let upsLossMW: Double
  /// Lost in the transformers from medium to low voltage, MW.
  package let transformerLossMW: Double
  /// Lost between the meter and medium voltage, MW.
  package let hvLossMW: Double
  /// Cooling, lighting and every other need beside IT, MW.
  package let coolingAndOtherMW: Double
  /// Part of the IT power that the supplies inside the systems turn to heat, MW; inside `itMW`, for
  /// information.
  package let shelfLossMW: Double
  /// IT power if every system peaked at the same moment, MW. Short peaks do not add up over a site, so
  /// nothing upstream is sized on it.
  package let simultaneousPeakMW: Double
  /// Power factor at the meter.
  package let powerFactor: Double
  /// Uninterruptible supplies.
  package let ups: UPSPlant
  /// Transformers.
  package let transformers: TransformerPlant
  /// Backup generation.
  package let backup: BackupPlant
  /// What the connection has left; nil where none is stated.
  package let stranded: StrandedPower?
  /// Rack feeds, one entry a product.
  package let feeds: [RackFeed]
  /// What a reader must know.
  package let notes: [PowerNote]

  /// The electrical plant of a design.
  ///
  /// - Parameters:
  ///   - design: The cluster.
  ///   - skus: The products of the design, in any order; others are passed over.
  ///   - connectionMW: Power of the connection, MW; nil for none stated.
  ///   - connectionKV: 225 or 400 where the voltage is known; nil takes 225 up to the assumed limit of that
  ///     voltage, else 400. The power of the connection decides where it is stated, else that of the cluster.
  ///   - redundancy: Scheme of the supplies, the low-voltage transformers and the rack feeds.
  ///   - assumptions: Figures beside the design, without findings.
  /// - Throws: `SizingError` for a connection that is zero, negative, not finite or above
  ///   `SizingError.maximumGridMW`, a voltage that is neither, a product whose rack no breaker can feed;
  ///   `CatalogueError.unknownSKU` for a product that `skus` lacks.
  package init(
    design: ClusterDesign, skus: [HardwareSKU], connectionMW: Double? = nil, connectionKV: Double? = nil,
    redundancy: RedundancyScheme = .nPlusOne, assumptions: borrowing PowerAssumptions = PowerAssumptions()
  ) throws {
    try SizingError.checkGridMW("power at the meter in MW", design.gridMW)
    if let connectionMW { try SizingError.checkGridMW("grid connection in MW", connectionMW) }
    if let connectionKV {
      try SizingError.checkPositive("voltage of the connection in kV", connectionKV)
      guard TransformerPlant.connectionVoltagesKV.contains(connectionKV) else {
        throw SizingError.outOfRange(
          "voltage of the connection in kV, 225 or 400", connectionKV, allowed: 225...400)
      }
    }
    var notes: [PowerNote] = []

    // Counts rest on one high-voltage step, so that a site that passes from 225 to 400 kV never needs less.
    let losses = Losses(design: design, fourHundred: false, assumptions)
    let siteMW = connectionMW ?? design.gridMW
    let usualKV = siteMW <= assumptions.capacity225MW.value * (1 + 1e-9) ? 225.0 : 400.0
    let voltageKV = connectionKV ?? usualKV
    let used = voltageKV > 225 ? Losses(design: design, fourHundred: true, assumptions) : losses
    if let needed = used.neededPUE {
      notes.append(.lossesExceedPUE(designPUE: design.facilityMW / design.itMW, neededPUE: needed))
    }
    if voltageKV < usualKV {
      notes.append(
        .voltageTooLow(voltageKV: voltageKV, siteMW: siteMW, usualMW: assumptions.capacity225MW.value))
    }
    if voltageKV > 225 { notes.append(.assumed400KVLayout) }

    var feeds: [RackFeed] = []
    feeds.reserveCapacity(design.shares.count)
    var systemsMW = 0.0
    var peakMW = 0.0
    var unitMW = Double.infinity
    for share in design.shares where share.systems > 0 {
      let index = try PlantArithmetic.index(of: share.skuID, among: skus)
      let feed = try RackFeed(
        skuID: share.skuID, racks: share.racks, racksOf: skus[index].system.systemsPerRack.value,
        systemKW: skus[index].power.provisioningKW.value, systemPeakKW: skus[index].power.peakKW?.value,
        redundancy: redundancy, assumptions)
      if feed.peakIsAssumed {
        notes.append(.peakAssumed(skuID: share.skuID, factor: assumptions.peakFactor.value))
      }
      if feed.parallelFeeds > 1 {
        notes.append(.parallelFeeds(skuID: share.skuID, feeds: feed.parallelFeeds))
      }
      systemsMW += share.systemsMW
      peakMW += share.systemsMW * feed.rackPeakKW / feed.rackKW
      let unit = share.itMW / Double(share.systems) * skus[index].scalableUnit.systems.value
      unitMW = min(unitMW, unit * design.gridMW / design.itMW)
      feeds.append(feed)
    }

    let backup = BackupPlant(gridMW: design.gridMW, assumptions)
    if backup.share == 0 {
      notes.append(.noBackup)
    } else if backup.share < 1 {
      notes.append(.partialBackup(share: backup.share))
    }
    var factor = assumptions.powerFactor.value
    if let mva = design.gridMVA, mva > 0 { factor = design.gridMW / mva }

    itMW = design.itMW
    loadFactor = design.averageITMW / design.itMW
    facilityMW = design.facilityMW
    gridMW = design.gridMW
    distributionLossMW = used.distributionMW
    upsLossMW = used.upsMW
    transformerLossMW = used.transformerMW
    hvLossMW = used.hvMW
    coolingAndOtherMW = used.restMW
    shelfLossMW = systemsMW * (1 - assumptions.shelfEfficiency.value)
    simultaneousPeakMW = peakMW + max(0, design.itMW - systemsMW)
    powerFactor = factor
    ups = UPSPlant(
      loadMW: (design.itMW + losses.distributionMW) * assumptions.upsShare.value, redundancy: redundancy,
      assumptions)
    transformers = TransformerPlant(
      gridMW: design.gridMW, powerFactor: factor,
      lowVoltageMW: design.itMW + losses.distributionMW + losses.upsMW + losses.restMW,
      connectionKV: voltageKV,
      forced: connectionKV != nil, redundancy: redundancy, assumptions)
    self.backup = backup
    if let connectionMW {
      stranded = StrandedPower(connectionMW: connectionMW, gridMW: design.gridMW, unitMW: unitMW)
    } else {
      stranded = nil
    }
    self.feeds = feeds
    self.notes = notes
  }
}
