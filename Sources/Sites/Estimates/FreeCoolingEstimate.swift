// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Fills the free-cooling class of a site, A (coolest) to D, from the annual mean of its daily maxima: the
/// three thresholds part the climate stations of the data pack into quarters. A rank among places, not a
/// number of hours: hours below a temperature cannot be had from annual means.
struct FreeCoolingEstimate: EstimateRule {
  var parameters: DerivedInputParameters

  var output: DerivedAttribute { DerivedAttribute(.freeCoolingClass) }

  func estimate(row: Int, in table: SiteTable) -> SiteValue? {
    let name = SiteAttribute.maxTemperatureC.rawValue
    guard let maxC = table.number(.maxTemperatureC, row: row) else { return .missing("no \(name)") }
    let classes = zip(
      ["A", "B", "C"],
      [parameters.freeCoolingABelowC, parameters.freeCoolingBBelowC, parameters.freeCoolingCBelowC])
    let found = classes.first { maxC < $0.1.value }?.0 ?? "D"
    let limits = classes.map { "\($0.0) below \($0.1.value)" }.joined(separator: ", ")
    let shown = maxC.rounded(decimals: 2)
    return SiteValue(
      .text(found), basis: .estimated, source: "annual mean of daily maxima \(shown) degC: \(limits), else D")
  }
}
