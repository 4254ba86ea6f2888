// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Fills the factor by which natural hazards raise the price of a building: 1 plus a share of the price for
/// each class above the lowest of earthquake, flood and forest fire. Missing where a class is unknown whose
/// share is not zero.
struct HazardCostEstimate: EstimateRule {
  var parameters: DerivedInputParameters

  var output: DerivedAttribute { DerivedAttribute(.hazardCostFactor) }

  func estimate(row: Int, in table: SiteTable) -> SiteValue? {
    let hazards: [(column: String, share: Quantity)] = [
      ("seismic_zone", parameters.seismicCostSharePerZone),
      ("flood_class", parameters.floodCostSharePerClass),
      ("forest_fire_class", parameters.fireCostSharePerClass),
    ]
    var (factor, low, high) = (1.0, 1.0, 1.0)
    var terms = ["1"]
    var unknown: [String] = []
    for hazard in hazards {
      let share = hazard.share
      guard let level = table.number(hazard.column, row: row) else {
        if share.value > 0 { unknown.append(hazard.column) }
        continue
      }
      let steps = max(0, level - 1)
      factor += share.value * steps
      low += (share.low ?? share.value) * steps
      high += (share.high ?? share.value) * steps
      if share.value > 0 { terms.append("\(share.value) x (\(hazard.column) \(level) - 1)") }
    }
    guard unknown.isEmpty else { return .missing("no \(unknown.joined(separator: ", no "))") }
    return SiteValue(
      .number(Self.rounded(factor)), basis: .estimated, source: terms.joined(separator: " + "),
      low: Self.rounded(low), high: Self.rounded(high))
  }

  /// To a millionth, so that the noise of the sum does not show.
  private static func rounded(_ value: Double) -> Double { value.rounded(decimals: 6) }
}
