// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// Greenhouse gases of a cluster.
struct CarbonText {
  var carbon: CarbonAccount

  var text: String {
    func cells(_ name: String, _ band: ValueBand, _ decimals: Int, _ basis: String) -> [String] {
      [
        name, NumberText.grouped(band.low, decimals: decimals),
        NumberText.grouped(band.mid, decimals: decimals), NumberText.grouped(band.high, decimals: decimals),
        basis,
      ]
    }
    let embodied = SizingPage.label(carbon.embodiedBasis)
    let operational = SizingPage.label(carbon.operationalBasis)
    let life = NumberText.rounded(carbon.lifeYears)
    return "Carbon, t CO2e\n"
      + SizingPage.table(
        ["", "low", "mid", "high", "basis"],
        [
          cells("making the systems", carbon.systemsT, 0, embodied),
          cells("making network and storage", carbon.networkAndStorageT, 0, embodied),
          cells(
            "making building and plant", carbon.buildingT + carbon.electricalT + carbon.coolingT, 0, embodied),
          cells("all that is made", carbon.embodiedT, 0, embodied),
          cells("electricity, a year", carbon.operationalTPerYear, 0, operational),
          cells("over the \(life) years of the systems", carbon.lifeCycleT, 0, embodied),
          cells("g per used GPU-hour", carbon.gramsPerGPUHour, 1, embodied),
        ]) + "\n"
  }
}
