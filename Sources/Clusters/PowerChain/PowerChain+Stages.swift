// SPDX-License-Identifier: GPL-3.0-or-later

extension PowerChain {
  /// Power at the meter, MVA.
  package var gridMVA: Double { gridMW / powerFactor }
  /// Every loss, MW, without the shelves, which are inside the rack power.
  package var lossMW: Double { distributionLossMW + upsLossMW + transformerLossMW + hvLossMW }

  /// Power at every stage from the racks to the meter; each stage is the one before with what it adds.
  package var stages: [PowerStage] {
    let distribution = itMW + distributionLossMW
    let ups = distribution + upsLossMW
    let low = ups + coolingAndOtherMW
    let medium = low + transformerLossMW
    func stage(_ place: PowerStage.Place, _ power: Double, _ added: Double) -> PowerStage {
      PowerStage(place: place, provisionedMW: power, averageMW: power * loadFactor, addedMW: added)
    }
    return [
      stage(.rack, itMW, 0), stage(.distribution, distribution, distributionLossMW),
      stage(.ups, ups, upsLossMW), stage(.lowVoltage, low, coolingAndOtherMW),
      stage(.mediumVoltage, medium, transformerLossMW), stage(.meter, gridMW, hvLossMW),
    ]
  }
}
