// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension PowerChain {
  /// Losses of the chain of a design, MW, and what remains for cooling.
  struct Losses {
    let distributionMW: Double
    let upsMW: Double
    let transformerMW: Double
    let hvMW: Double
    let restMW: Double
    /// The PUE that the losses alone need; nil where the PUE of the design bears them.
    let neededPUE: Double?

    /// The meter is the reference of the PUE unless the design states losses before it: those then are the
    /// high-voltage losses. The parts always add up to the power at the meter.
    ///
    /// - Parameter fourHundred: Whether the power passes two high-voltage steps, 400/225 kV and 225 kV to
    ///   medium voltage.
    init(design: ClusterDesign, fourHundred: Bool, _ assumptions: borrowing PowerAssumptions) {
      let step = assumptions.hvTransformerEfficiency.value
      let hvEfficiency = fourHundred ? step * step : step
      let statedMW = design.gridMW - design.facilityMW
      let isStated = statedMW > design.gridMW * 1e-9
      let hv = isStated ? statedMW : design.gridMW * (1 - hvEfficiency)
      let medium = design.gridMW - hv
      let transformerEfficiency = assumptions.transformerEfficiency.value
      let transformer = medium * (1 - transformerEfficiency)
      let distribution = design.itMW / assumptions.distributionEfficiency.value - design.itMW
      let throughUPS = (design.itMW + distribution) * assumptions.upsShare.value
      let ups = throughUPS / assumptions.upsEfficiency.value - throughUPS
      let rest = medium - transformer - (design.itMW + distribution + ups)
      if rest >= 0 {
        (distributionMW, upsMW, transformerMW, hvMW, restMW) = (distribution, ups, transformer, hv, rest)
        neededPUE = nil
        return
      }
      let needed = (design.itMW + distribution + ups) / transformerEfficiency
      neededPUE = (isStated ? needed : needed / hvEfficiency) / design.itMW
      // Scaled to what there is, so that the stages still end at the meter.
      let lost = distribution + ups + transformer + (isStated ? 0 : hv)
      let allowed = max(0, (isStated ? medium : design.gridMW) - design.itMW)
      let scale = lost > 0 ? allowed / lost : 0
      distributionMW = distribution * scale
      upsMW = ups * scale
      transformerMW = transformer * scale
      hvMW = isStated ? hv : hv * scale
      restMW = 0
    }
  }
}
